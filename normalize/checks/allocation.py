"""Identities of the allocation tables: totals, subtotals, columns, body text, serial numbers."""

from collections import Counter
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from normalize.checks.figures import row_name, summed, total_row, value
from schemas.dataset.codes import ColumnRole, Measure, RowKind, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.model import Frozen
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Notice, TextAmount

_UNIT_RATIOS = tuple(Decimal(10) ** n for n in (-8, -4, -3, 3, 4, 8))
_TOTAL = "allocation-total"
_ADDED_UP = (Measure.AMOUNT, Measure.COUNT)


def totals(notice: Notice) -> Iterator[Finding]:
    """The recipients' figures against the printed total, column by column."""
    for table in notice.allocations:
        total = total_row(table)
        for column in table.columns if total else ():
            expected = value(total, column) if total else None
            actual = summed(table.of_kind(RowKind.RECIPIENT), column)
            if (
                total
                and column.measure in _ADDED_UP
                and None not in (expected, actual)
                and expected != actual
            ):
                yield _identity(_TOTAL, table, total, column, (expected, actual))


def subtotals(notice: Notice) -> Iterator[Finding]:
    """A subtotal against the rows under it."""
    for table in notice.allocations:
        for row in table.of_kind(RowKind.SUBTOTAL):
            members = [r for r in table.of_kind(RowKind.RECIPIENT) if r.parent == row.number]
            for column in table.columns:
                expected, actual = value(row, column), summed(members, column)
                if column.measure in _ADDED_UP and None not in (expected, actual) and expected != actual:
                    yield _identity("allocation-subtotal", table, row, column, (expected, actual))


def crossfoot(notice: Notice) -> Iterator[Finding]:
    """Parts against the main column; earlier and main against their sum.

    Where fewer than half of the rows close, the columns are no such identity and nothing is said.
    """
    for table in notice.allocations:
        for whole, parts in _identities(table):
            rows = [(row, value(row, whole), _added(row, parts)) for row in table.rows]
            asked = [(r, v, s) for r, v, s in rows if v is not None and s is not None]
            open_ones = [(r, v, s) for r, v, s in asked if v != s]
            if 2 * len(open_ones) < len(asked):
                for row, expected, actual in open_ones:
                    yield _identity("allocation-crossfoot", table, row, whole, (expected, actual))


def _identities(table: Allocation) -> Iterator[tuple[AllocationColumn, tuple[AllocationColumn, ...]]]:
    main, parts = table.with_role(ColumnRole.MAIN), table.with_role(ColumnRole.PART)
    if len(main) == 1 and len(parts) >= 2:
        yield main[0], parts
    earlier, sums = table.with_role(ColumnRole.EARLIER), table.with_role(ColumnRole.SUM)
    if main and earlier and len(sums) == 1:
        yield sums[0], (*earlier, *main)


def _added(row: AllocationRow, columns: tuple[AllocationColumn, ...]) -> Decimal | None:
    """The sum of the row's cells; a blank one counts as nothing, as long as one is filled."""
    values = [v for column in columns if (v := value(row, column)) is not None]
    return sum(values, Decimal(0)) if values else None


def _identity(
    code: str,
    table: Allocation,
    row: AllocationRow,
    column: AllocationColumn,
    figures: tuple[Decimal | None, Decimal | None],
) -> Finding:
    expected, actual = figures
    key = RowKey(table_no=table.number, row_no=row.number, column_no=column.number)
    stated = partial(
        make_finding,
        code,
        table=TableName.ALLOCATIONS,
        key=key,
        column="amount",
        expected=expected,
        actual=actual,
        difference=(actual or Decimal(0)) - (expected or Decimal(0)),
        label=column.printed,
        place=row.place,
    )
    return stated() if row.kind == RowKind.TOTAL and code == _TOTAL else stated(recipient=row_name(row))


def text_amount(notice: Notice) -> Iterator[Finding]:
    """What the body text sends down against the tables; rounding in the text is no difference.

    The sum may be that of any column, or of all tables together.
    """
    sent = [amount for amount in notice.amounts if amount.sent]
    found = [sums for table in notice.allocations for sums in _column_sums(table)]
    mains = [s for s in found if s.column.role == ColumnRole.MAIN]
    grand = sum((s.yuan for s in mains), Decimal(0))
    if not sent or not mains or any(_fits(a, y) for a in sent for y in (grand, *(s.yuan for s in found))):
        return
    if any(_other_unit(amount.yuan, s) for amount in sent for s in mains):
        return
    yield make_finding(
        "allocation-text-amount",
        table=TableName.ALLOCATIONS,
        key=RowKey(table_no=mains[0].table.number, row_no=mains[0].row_no, column_no=mains[0].column.number),
        column="amount",
        expected=sent[0].yuan,
        actual=mains[0].yuan,
        difference=mains[0].yuan - sent[0].yuan,
    )


class _ColumnSum(Frozen):
    """A column's printed total, or its sum where none is printed, in 元."""

    table: Allocation
    column: AllocationColumn
    row_no: int | None
    yuan: Decimal


def _column_sums(table: Allocation) -> Iterator[_ColumnSum]:
    total = total_row(table)
    for column in table.columns:
        printed = value(total, column) if total else None
        figure = printed if printed is not None else summed(table.of_kind(RowKind.RECIPIENT), column)
        if column.unit is not None and figure is not None:
            row_no = total.number if total else None
            yield _ColumnSum(table=table, column=column, row_no=row_no, yuan=figure * column.unit.factor)


def _fits(text: TextAmount, table: Decimal) -> bool:
    """Equal, or the table's figure rounded to the last digit that the text prints."""
    return text.yuan == (table / text.step).quantize(Decimal(1), ROUND_HALF_UP) * text.step


def _other_unit(text: Decimal, found: _ColumnSum) -> bool:
    """The same digits in another unit: the unit is in question, not the figure (see `units`)."""
    ratio = text / found.yuan if found.yuan else Decimal(0)
    return ratio in _UNIT_RATIOS


def serials(notice: Notice) -> Iterator[Finding]:
    """序号 doubled or left out."""
    for table in notice.allocations:
        numbers = [
            int(row.serial)
            for row in table.rows
            if row.serial and row.serial.isascii() and row.serial.isdigit()
        ]
        doubled = sorted(n for n, count in Counter(numbers).items() if count > 1)
        left_out = sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
        if numbers and (doubled or left_out) and len(left_out) <= len(numbers):
            yield make_finding(
                "allocation-serial",
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="serial",
                detail=f"doubled {doubled}, missing {left_out}",
                detail_zh=f"重复 {doubled}，缺 {left_out}",
            )
