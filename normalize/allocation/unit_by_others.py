"""The unit of an allocation table that prints none, by the same figures elsewhere in the notice.

Two witnesses: the body text says what the table's total is (共计2149万元), and the performance tables
print what their recipients get. A digit string alone is none: the value must agree in one unit only.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from normalize.performance.owners import identity
from schemas.dataset.codes import ColumnRole, Measure, RowKind, Unit
from schemas.notice import Allocation, AllocationColumn, PerformanceTable
from schemas.text_sums import TextAmount

_DIGITS = 3
"""Significant digits that make a sum of the text, which nobody says is sent, no accident."""

_SENT_DIGITS = 2
"""The same of a sum that is sent."""

_ROUNDED_DIGITS = 4
"""The same of a sum that the text rounds (38093128.8元, 共3809.3万元)."""

_AGREEING = 2
"""Performance tables that print their recipient's figure; one, if there is no other."""


def units_by_others(
    allocations: Iterable[Allocation], performance: Sequence[PerformanceTable], amounts: Sequence[TextAmount]
) -> dict[int, Unit]:
    """Table number → unit, for the tables without one where the notice names exactly one."""
    found: dict[int, Unit] = {}
    for table in allocations:
        units = set()
        if table.unit is None and not table.units:
            units = {*_by_text(table, amounts), *_by_performance(table, performance)}
        if len(units) == 1:
            found[table.number] = units.pop()
    return found


def is_certain(table: Allocation, amounts: Sequence[TextAmount]) -> bool:
    """Whether the text has exactly what the table's total is, and not a round sum that nobody sends."""
    totals = _totals(table)
    said = [a for a in amounts if _digits(a.yuan) >= (_SENT_DIGITS if a.sent else _DIGITS)]
    return table.unit in (_units(totals, said) | _rounded(totals, amounts))


def _by_text(table: Allocation, amounts: Sequence[TextAmount]) -> set[Unit]:
    """What is sent speaks first; a sum that nobody sends, or that the text rounds, needs more digits."""
    totals = _totals(table)
    sent = _units(totals, [a for a in amounts if a.sent])
    said = sent or _units(totals, [a for a in amounts if _digits(a.yuan) >= _DIGITS])
    return said or _rounded(totals, amounts)


def _units(totals: Iterable[Decimal], amounts: Sequence[TextAmount]) -> set[Unit]:
    return {unit for unit in Unit for total in totals for a in amounts if total * unit.factor == a.yuan}


def _rounded(totals: Iterable[Decimal], amounts: Sequence[TextAmount]) -> set[Unit]:
    return {u for u in Unit for t in totals for a in amounts if _is_rounded(t * u.factor, a)}


def _is_rounded(total: Decimal, amount: TextAmount) -> bool:
    return _digits(amount.yuan) >= _ROUNDED_DIGITS and abs(total - amount.yuan) <= amount.step / 2


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _totals(table: Allocation) -> list[Decimal]:
    return [total for column in _sums_of(table) if (total := _total(table, column))]


def _sums_of(table: Allocation) -> tuple[AllocationColumn, ...]:
    """The main column; where none is told, all that hold money."""
    main = table.with_role(ColumnRole.MAIN)
    return main or tuple(c for c in table.columns if c.measure == Measure.AMOUNT)


def _total(table: Allocation, column: AllocationColumn) -> Decimal | None:
    """The printed total, else what the recipients' figures add up to."""
    for row in table.of_kind(RowKind.TOTAL):
        cell = table.cell(row, column)
        if cell is not None and cell.value is not None:
            return cell.value
    values = [_value(table, row.number, column) for row in table.of_kind(RowKind.RECIPIENT)]
    return None if None in values else sum((v for v in values if v is not None), Decimal(0))


def _value(table: Allocation, number: int, column: AllocationColumn) -> Decimal | None:
    cell = table.cell(table.rows[number - 1], column)
    return cell.value if cell is not None else None


def _by_performance(table: Allocation, performance: Sequence[PerformanceTable]) -> Iterator[Unit]:
    """The unit in which most of the recipients' performance tables print the very figure."""
    agreeing = [unit for one in performance for unit in _agreed(table, one)]
    for unit in set(agreeing):
        if agreeing.count(unit) >= min(_AGREEING, len(performance)):
            yield unit


def _agreed(table: Allocation, one: PerformanceTable) -> Iterator[Unit]:
    """Only an annual amount with a unit of its own, of a recipient that was named, speaks."""
    if one.match.name is None or one.amount is None or not one.amount.value:
        return
    for row in table.of_kind(RowKind.RECIPIENT):
        same = row.match is not None and row.match.name and identity(row.match) == identity(one.match)
        values = {_value(table, row.number, column) for column in _sums_of(table)}
        if same and one.amount.unit and one.amount.value in values:
            yield one.amount.unit
