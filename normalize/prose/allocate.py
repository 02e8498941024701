"""The lists of recipients in running text → allocations, each with the sum that the text states for it."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from normalize.allocation.table import normalize_allocation
from normalize.checks.figures import recipients_yuan
from normalize.prose.outline import outline_allocations
from normalize.prose.read import Prose, ProseAllocation, read_prose
from normalize.recipients.roster import Roster
from schemas.dataset.codes import AllocationOrigin
from schemas.document import Problem, ProblemKind
from schemas.notice import Allocation, Stated
from schemas.printed import PrintedClause
from schemas.text_sums import TextAmount

_MANY = 6
"""Sums in the text of a notice: the whole, its sources and what was sent before are fewer."""


def prose_allocations(
    clauses: Sequence[PrintedClause], amounts: Sequence[TextAmount], roster: Roster, years: Collection[int]
) -> tuple[tuple[Allocation, ...], tuple[Problem, ...]]:
    """Allocations of a notice without a table, and what of its text may be one but isn't clear."""
    prose = read_prose(clauses, roster, years)
    if not prose.allocations:
        found, unclear = outline_allocations(clauses, amounts)
        prose = Prose(allocations=found, unclear=unclear if found else prose.unclear or unclear)
    made = [
        _with_sum(_allocation(one, n, roster), one, amounts) for n, one in enumerate(prose.allocations, 1)
    ]
    problems = _problems(prose)
    return tuple(made), tuple(problems if made or problems else _many(amounts))


def _allocation(one: ProseAllocation, number: int, roster: Roster) -> Allocation:
    table = normalize_allocation(one.table, number, roster, frozenset())
    return table.model_copy(update={"origin": AllocationOrigin.TEXT})


def _with_sum(table: Allocation, one: ProseAllocation, amounts: Sequence[TextAmount]) -> Allocation:
    """The sum that the list closes with, wherever it stands, else the one that it divides."""
    together = recipients_yuan(table)
    equal = _equal(together, amounts)
    if equal is not None:
        return table.model_copy(update={"stated": Stated(amount=equal, complete=True)})
    if one.whole is not None:
        return table.model_copy(update={"stated": Stated(amount=one.whole, complete=one.complete)})
    return table


def _equal(together: Decimal | None, amounts: Sequence[TextAmount]) -> TextAmount | None:
    found = [a for a in amounts if together is not None and a.yuan == together]
    return next((a for a in found if a.sent), found[0] if found else None)


def _many(amounts: Sequence[TextAmount]) -> list[Problem]:
    """So many sums, and none of them somebody's: a list whose names or wording nobody knows."""
    if len({amount.yuan for amount in amounts}) < _MANY:
        return []
    printed = "、".join(dict.fromkeys(amount.printed for amount in amounts[:_MANY]))
    return [Problem(kind=ProblemKind.TABLE_UNPARSED, detail=f"{printed} …", place=amounts[0].place)]


def _problems(prose: Prose) -> list[Problem]:
    """One for all of them: the names whose sums weren't understood."""
    if not prose.unclear:
        return []
    names = "、".join(dict.fromkeys(piece.text for piece in prose.unclear))
    return [Problem(kind=ProblemKind.TABLE_UNPARSED, detail=names, place=prose.unclear[0].place)]
