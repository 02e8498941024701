"""Sums in a row → lists of recipients (分配清单): each recipient once, all items of one make."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from normalize.prose.items import Item, Role, is_source
from schemas.model import Frozen

_LONGEST_NAME = 25
_SHORTEST_END = 4


class Entry(Frozen):
    """A recipient of a list and its sums, the first one first; the others are named (中央…，省级…)."""

    items: tuple[Item, ...]

    @property
    def first(self) -> Item:
        """The sum that the name stands before."""
        return self.items[0]


class PayeeList(Frozen):
    """A list; `before` is the sum right ahead of it, `whole` one that sums it up behind it.

    `doubled`: it begins with nothing but the name of somebody whom the list before has already.
    """

    entries: tuple[Entry, ...]
    doubled: bool = False
    before: Item | None = None
    whole: Item | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Its recipients as printed."""
        return tuple(entry.first.name for entry in self.entries)


def payee_lists(items: Iterable[Item]) -> tuple[PayeeList, ...]:
    """Cut the sums of a notice into lists; a single item that names somebody is a list of one."""
    cutter = _Cutter()
    for item in items:
        cutter.take(item)
    cutter.close()
    return tuple(_trimmed(one) for one in cutter.found)


class _Cutter:
    """The list that is open, and those before it."""

    def __init__(self) -> None:
        self.found: list[PayeeList] = []
        self._run: list[Entry] = []
        self._before: Item | None = None
        self._last: Item | None = None
        self._doubled = False

    def take(self, item: Item) -> None:
        """One more sum."""
        run = self._run
        if run and _is_column(item, run[-1]):
            run[-1] = Entry(items=(*run[-1].items, item))
        elif run and item.role is Role.WHOLE and not item.spoken.apart:
            self.close(whole=item)
        else:
            self._begin_or_go_on(item)
        self._last = item

    def close(self, whole: Item | None = None) -> None:
        """The list ends here."""
        if self._run:
            made = PayeeList(
                entries=tuple(self._run), before=self._before, whole=whole, doubled=self._doubled
            )
            self.found.append(made)
        self._run, self._doubled = [], False

    def _begin_or_go_on(self, item: Item) -> None:
        again = any(item.name == entry.first.name for entry in self._run)
        if again or not _goes_on(item):
            self.close()
        if item.role in (Role.RECIPIENT, Role.OTHER_NAME):
            if not self._run:
                self._before = self._last
                self._doubled = again and not item.introduced
            self._run.append(Entry(items=(item,)))


def _is_column(item: Item, entry: Entry) -> bool:
    """甲县：中央310万元，省级25万元: a second sum of the same recipient."""
    named = entry.first.colon or is_source(item.name + item.label)
    return item.role is Role.OTHER_NAME and not item.spoken.stopped and named and bool(item.name)


def _goes_on(item: Item) -> bool:
    """Whether the item is one more of the list: joined to it, and not introduced anew."""
    named = item.role in (Role.RECIPIENT, Role.OTHER_NAME)
    return named and not item.spoken.apart and not item.introduced


def _trimmed(found: PayeeList) -> PayeeList:
    """Without what stands ahead of the list and behind it: 共下达…资金310万元、甲县…."""
    entries = list(found.entries)
    likely = [_is_listed(entry) or _alike(entry, entries) for entry in entries]
    first = next((i for i, entry in enumerate(entries) if _is_listed(entry)), len(entries))
    start = next((i + 1 for i in range(first - 1, -1, -1) if not likely[i]), 0)
    if start < first and not entries[start].first.introduced:
        start = first
    end = next((i + 1 for i in range(len(entries) - 1, -1, -1) if likely[i]), 0)
    before = entries[start - 1].first if 0 < start <= len(entries) else found.before
    kept = tuple(_cut_name(entry, entries) for entry in entries[start:end])
    return found.model_copy(update={"entries": kept, "before": before})


def _is_listed(entry: Entry) -> bool:
    return entry.first.role is Role.RECIPIENT


def _alike(entry: Entry, others: Sequence[Entry]) -> bool:
    """Whether the other name's words are cut like those of a recipient of the list."""
    one = _cut_name(entry, others).first
    if not one.name or len(one.name) > _LONGEST_NAME or is_source(one.name):
        return False
    listed = [e.first for e in others if _is_listed(e)]
    return one.name != entry.first.name or any((o.bare, o.colon) == (one.bare, one.colon) for o in listed)


def _cut_name(entry: Entry, others: Sequence[Entry]) -> Entry:
    """市级企业发展资金 beside 甲县发展资金: what all sums are for is no part of the name."""
    one = entry.first
    labels = [e.first.label for e in others if e.first.listed]
    if one.role is Role.RECIPIENT or not labels or not all(labels) or one.colon:
        return entry
    end = common_end([one.name, *labels])
    if len(end) < _SHORTEST_END or end == one.name:
        return entry
    cut = one.model_copy(update={"name": one.name[: -len(end)], "label": end, "bare": False})
    return entry.model_copy(update={"items": (cut, *entry.items[1:])})


def common_end(texts: Sequence[str]) -> str:
    """What all the texts end with."""
    shortest = min(map(len, texts), default=0)
    size = next((n for n in range(shortest, 0, -1) if len({t[-n:] for t in texts}) == 1), 0)
    return texts[0][-size:] if size else ""


def is_clear(found: PayeeList) -> bool:
    """Whether it is a list for sure: two divisions at least, others cut alike, each once.

    Units alone (县医院20万元、疾控中心4万元) are one where they add up to the sum they divide.
    """
    listed = [entry for entry in found.entries if entry.first.listed]
    others = [entry for entry in found.entries if not _is_listed(entry)]
    return (
        (len(listed) >= 2 or (_names_units(found, others) and divides(found)))
        and not found.doubled
        and len(set(found.names)) == len(found.entries)
        and (not listed or all(entry.first.label or _alike(entry, listed) for entry in others))
        and (not listed or len(others) <= len(listed))
    )


def _names_units(found: PayeeList, others: Sequence[Entry]) -> bool:
    """Nothing but units, or units and a few names that stand as bare before their sums as these do."""
    bare = all(entry.first.bare for entry in found.entries)
    fewer = 2 * len(others) < len(found.entries)
    return not others or (bare and fewer and not any(map(_is_for, others)))


def _is_for(entry: Entry) -> bool:
    """基础设施, 中央资金: what a sum is for or whose it is."""
    return is_source(entry.first.name) or len(entry.first.name) > _LONGEST_NAME


def divides(found: PayeeList) -> bool:
    """Whether two recipients or more, a sum each, add up to the sum ahead of them or behind."""
    sums = [_yuan(item) for entry in found.entries for item in entry.items]
    whole = found.whole or (found.before if found.entries and found.entries[0].first.head else None)
    if whole is None or len(sums) < 2 or len(sums) != len(found.entries):
        return False
    return sum(sums, Decimal(0)) == _yuan(whole)


def _yuan(item: Item) -> Decimal:
    return item.spoken.mention.amount * item.spoken.mention.unit.factor
