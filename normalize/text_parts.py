"""Running text → which sums it names as parts of which, and which for whom.

A closed grammar over the sums of a clause, told by what stands between two of them:
1. a part follows 其中, 包括, 分别为, a colon or an opening bracket behind its whole;
2. parts are joined by one mark (、，；), with a remark behind a sum (用于…) at most;
3. a bracket, and a 其中 inside a list up to the next ；, divide the part before them;
4. 共计, 合计 behind a list is its whole; 5. 。 ends a list, but before 其中;
6. a single sum is somebody's where a verb that sends stands right before the name (安排甲县1200万元).
What doesn't fit ends the list: a sum whose place isn't clear is no part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from normalize.performance.owners import identity
from normalize.recipients.names import proper_name
from normalize.recipients.roster import Roster
from normalize.text_amounts import text_amount
from normalize.text_links import (
    Link,
    Relation,
    is_whole_behind,
    link_of,
    purpose,
    rest_follows,
    sends,
    use_follows,
)
from schemas.dataset.codes import RowKind
from schemas.model import Frozen
from schemas.notation.money import find_money
from schemas.notation.text import compare_form
from schemas.notice import Allocation
from schemas.printed import PrintedClause
from schemas.text_sums import TextBreakdown, TextPart


class _Sum(Frozen):
    """A sum with its link to the one before; `part` is null for a rate. `sends`: its words send it."""

    link: Link
    part: TextPart | None
    sends: bool = False
    rest_follows: bool = False


@dataclass
class _List:
    """A list of parts while it is read."""

    whole: TextPart | None
    parts: list[TextPart]
    exhaustive: bool = False


@dataclass
class _Level:
    """Inside one pair of brackets: the open list, the one it is nested in, the sums without a list."""

    whole: TextPart | None = None
    open: _List | None = None
    outer: _List | None = None
    run: list[TextPart] = field(default_factory=list)
    to_somebody: bool = False


def read_breakdowns(
    clauses: Iterable[PrintedClause], allocations: Sequence[Allocation], roster: Roster
) -> tuple[TextBreakdown, ...]:
    """All lists of parts, and single sums sent to a recipient of the tables, in order."""
    payees = _payees(allocations)
    found = [one for clause in clauses for one in _Reader().read(_sums(clause, payees, roster))]
    return tuple(
        TextBreakdown(whole=one.whole, parts=tuple(one.parts), exhaustive=one.exhaustive) for one in found
    )


def _payees(allocations: Sequence[Allocation]) -> dict[str, str]:
    """The recipients' names as compared → who they are."""
    found: dict[str, str] = {}
    for row in (r for table in allocations for r in table.of_kind(RowKind.RECIPIENT)):
        if row.match is not None and row.match.name:
            printed = proper_name(row.name.text) if row.name else row.match.name
            found |= {compare_form(name): identity(row.match) for name in (row.match.name, printed)}
    return found


def _sums(clause: PrintedClause, payees: Mapping[str, str], roster: Roster) -> Iterator[_Sum]:
    end = 0
    for mention in find_money(clause.text):
        gap, before = clause.text[end : mention.start], clause.text[: mention.start]
        end = mention.end
        link, label = link_of(gap), purpose(gap)
        sentence = before.rpartition("。")[2].rpartition("；")[2]
        amount = None if mention.is_rate else text_amount(mention, sentence, clause.number, clause.place)
        if amount is None:
            yield _Sum(link=link, part=None)
            continue
        payee, rest = _payee(label, payees, roster)
        after = clause.text[end:]
        part = TextPart(label=label, amount=amount, payee=payee, rest=rest, for_a_use=use_follows(after))
        yield _Sum(link=link, part=part, sends=sends(gap), rest_follows=rest_follows(after))


def _payee(label: str, payees: Mapping[str, str], roster: Roster) -> tuple[str | None, str]:
    """The longest name of a recipient of the tables that the label begins with."""
    known = set(payees.values())
    for end in range(len(label), 1, -1):
        name = label[:end]
        codes = {d.code for d in roster.exactly(name) or roster.known_as(name)}
        who = payees.get(compare_form(name)) or (min(codes) if len(codes) == 1 and codes <= known else None)
        if who:
            return who, label[end:].removeprefix("财政局").removeprefix("人民政府")
    return None, label


class _Reader:
    """One clause, sum by sum; the numbers are those of the grammar above."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._found: list[_List] = []

    def read(self, sums: Iterable[_Sum]) -> list[_List]:
        """The lists in the order in which they begin."""
        for one in sums:
            for _ in range(min(one.link.closes, len(self._levels) - 1)):
                self._levels.pop()
            if one.part is None or one.link.relation == Relation.NONE:
                self._begin(one)
            elif one.link.relation == Relation.DIVIDES and self._levels[-1].whole is not None:
                self._divide(one, one.part)
            elif one.link.relation == Relation.JOINS:
                self._join(one, one.part)
            else:
                self._begin(one)
            if one.rest_follows and (last := self._levels[-1].open):
                last.exhaustive = False
        return self._found

    def _begin(self, one: _Sum) -> None:
        """Rules 5 and 6: what was open ends; it listed all only if its sentence ended with it."""
        for level in self._levels:
            if level.open and not one.link.stopped:
                level.open.exhaustive = False
        if one.link.opens:
            self._levels.append(_Level())
        part = one.part
        self._levels[-1] = _Level(whole=part, run=[part] if part else [])
        if part:
            self._single(one, part)

    def _single(self, one: _Sum, part: TextPart) -> None:
        level = self._levels[-1]
        joined = level.to_somebody and one.link.relation == Relation.JOINS
        level.to_somebody = part.payee is not None and (one.sends or joined)
        if level.to_somebody:
            self._found.append(_List(whole=None, parts=[part]))

    def _divide(self, one: _Sum, part: TextPart) -> None:
        """Rules 1 and 3. A second 其中 in a list divides the county before it, or else the list's whole."""
        level = self._levels[-1]
        whole, outer = level.whole, level.open
        if outer is not None and not one.link.opens:
            if whole is not None and whole.payee is not None and len(outer.parts) > 1 and not level.outer:
                self._levels[-1] = _Level()  # 甲县…，乙县…，其中…: the county's, or all of them?
                return
            whole = whole if whole is not None and whole.payee is not None else outer.whole
        made = _List(whole=whole, parts=[part], exhaustive=one.link.exhaustive)
        self._found.append(made)
        if one.link.opens:
            self._levels.append(_Level(whole=part, open=made))
        else:
            level.whole, level.open, level.outer = part, made, outer

    def _join(self, one: _Sum, part: TextPart) -> None:
        """Rules 2 and 4."""
        level = self._levels[-1]
        if level.open is not None and level.outer is not None and one.link.mark == "；":
            level.open = level.outer
        if level.open is not None:
            level.open.parts.append(part)
            level.whole = part
        elif len(level.run) > 1 and is_whole_behind(part.label):
            self._found.append(_List(whole=part, parts=level.run, exhaustive=True))
            self._levels[-1] = _Level(whole=part, run=[part])
        else:
            level.run = [*(() if one.sends else level.run), part]
            level.whole = part
            self._single(one, part)
