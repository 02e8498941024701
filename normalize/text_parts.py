"""Running text → which sums it names as parts of which, and which for whom.

A closed grammar over the sums of a clause, told by what stands between two of them:
1. a part follows 其中, 包括, 分别为, a colon or an opening bracket behind its whole;
2. parts are joined by one mark (、，；), with a remark behind a sum (用于…) at most;
3. a bracket, and a 其中 inside a list up to the next ；, divide the part before them;
4. 共计, 合计 behind a list is its whole; 5. 。 ends a list, but before 其中;
6. a single sum is somebody's where a verb that sends stands right before the name (安排甲县1200万元).
What doesn't fit ends the list: a sum whose place isn't clear is no part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from normalize.recipients.roster import Roster
from normalize.text_links import Relation, is_whole_behind
from normalize.text_named import NamedSum, Names, named_sums
from schemas.notice import Allocation
from schemas.printed import PrintedClause
from schemas.text_sums import TextBreakdown, TextPart


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
    clauses: Iterable[PrintedClause],
    allocations: Sequence[Allocation],
    roster: Roster,
    years: frozenset[int] = frozenset(),
) -> tuple[TextBreakdown, ...]:
    """All lists of parts, and single sums sent to a recipient of the tables, in order.

    `years` are the notice's own, what is said of others is no part of it.
    """
    names = Names(allocations, roster)
    found = [one for clause in clauses for one in _Reader().read(named_sums(clause, names, years))]
    return tuple(
        TextBreakdown(whole=one.whole, parts=tuple(one.parts), exhaustive=one.exhaustive) for one in found
    )


class _Reader:
    """One clause, sum by sum; the numbers are those of the grammar above."""

    def __init__(self) -> None:
        self._levels = [_Level()]
        self._found: list[_List] = []

    def read(self, sums: Iterable[NamedSum]) -> list[_List]:
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

    def _begin(self, one: NamedSum) -> None:
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

    def _single(self, one: NamedSum, part: TextPart) -> None:
        level = self._levels[-1]
        joined = level.to_somebody and one.link.relation == Relation.JOINS
        level.to_somebody = part.payee is not None and (one.sends or joined)
        if level.to_somebody:
            self._found.append(_List(whole=None, parts=[part]))

    def _divide(self, one: NamedSum, part: TextPart) -> None:
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

    def _join(self, one: NamedSum, part: TextPart) -> None:
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
