"""Units of money: none, or one that titles, header, text, sibling tables or the figures' size contradict."""

from collections.abc import Iterator
from decimal import Decimal

from normalize.allocation.unit_by_others import is_certain
from normalize.checks.figures import ColumnSum, column_sums, main_yuan, other_unit, payments, summed
from normalize.performance.owners import identity
from schemas.dataset.codes import AllocationOrigin, ColumnRole, Measure, RowKind, Severity, TableName, Unit
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Allocation, Notice
from schemas.text_sums import TextAmount

# What no recipient gets by one notice: under a thousand 元, over a hundred 亿元 (a province's: over 2000).
_LEAST_YUAN = Decimal(1000)
_MOST_YUAN = Decimal(10) ** 10
_MOST_OF_A_PROVINCE = Decimal(2) * Decimal(10) ** 11


def unknown(notice: Notice) -> Iterator[Finding]:
    """Figures of money without a unit: amount_yuan stays null.

    The column differs between the two kinds of table: nothing else tells a finding's ids apart.
    """
    for table in notice.allocations:
        if any(c.unit is None and c.measure == Measure.AMOUNT for c in table.columns):
            yield make_finding(
                "unit-unknown",
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="unit",
                detail="neither caption nor header prints one",
                detail_zh="表题与表头均未标明",
            )
    for performance in notice.performance:
        if performance.amount and performance.amount.value is not None and performance.amount.unit is None:
            yield make_finding(
                "unit-unknown",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(table_no=performance.number),
                column="amount_yuan",
                detail="the funds block prints none",
                detail_zh="资金栏未标明",
            )


def inferred(notice: Notice) -> Iterator[Finding]:
    """The table prints no unit; the text's sums or the performance tables have its figures in one.

    Nobody need look where the text sends the table's very total, of three digits or more.
    """
    for table in notice.allocations:
        if table.unit is not None and table.unit_inferred:
            yield make_finding(
                "value-inferred",
                severity=Severity.INFO if is_certain(table, notice.amounts) else Severity.WARNING,
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="unit",
                expected=str(table.unit),
                detail="the body text or the performance tables print the same figures in it",
                detail_zh="正文或绩效目标表同一数字的单位",
            )


def over_the_table(notice: Notice) -> Iterator[Finding]:
    """The unit line and the main column's own label name two units."""
    for table in notice.allocations:
        for column in table.with_role(ColumnRole.MAIN):
            others = [u for u in table.units if u != column.unit]
            money_columns = [c for c in table.columns if c.measure in (Measure.AMOUNT, Measure.STANDARD)]
            if others and column.unit and others[0] not in {c.unit for c in money_columns if c is not column}:
                detail = (f"the caption also prints {others[0]}", f"表题另标“{others[0]}”")
                yield _conflict(table, column.unit, detail)


def against_performance(notice: Notice) -> Iterator[Finding]:
    """The performance tables print the same figures in another unit."""
    paid = payments(notice)
    for table in notice.allocations:
        other = [
            p.amount.unit
            for p in notice.performance
            for owner, row in paid.get(identity(p.match), ())
            if owner is table
            and p.amount
            and p.amount.unit
            and _same_digits(table, row.cells, p.amount.value)
        ]
        units = {unit for unit in other if unit != table.unit}
        if table.unit and units and len(other) >= 1 and table.unit not in other:
            unit = units.pop()
            detail = (
                f"the performance tables print the same figures in {unit}",
                f"绩效目标表同一数字单位为“{unit}”",
            )
            yield _conflict(table, table.unit, detail)


def _same_digits(table: Allocation, cells: tuple[object, ...], amount: Decimal | None) -> bool:
    values = [
        getattr(cells[c.number - 1], "value", None) for c in table.columns if c.measure == Measure.AMOUNT
    ]
    return bool(amount) and amount in values


def against_text(notice: Notice) -> Iterator[Finding]:
    """The body text names the total's digits in another unit."""
    tables = [t for t in notice.allocations if t.origin is AllocationOrigin.TABLE]
    found = [s for t in tables for s in column_sums(t) if s.column.role == ColumnRole.MAIN]
    for one in found:
        for amount in notice.amounts:
            if (
                amount.sent
                and one.column.unit
                and other_unit(amount.yuan, one)
                and not _rows_agree(one, amount)
            ):
                detail = (f"the text says {amount.printed}", f"正文为“{amount.printed}”")
                yield _conflict(one.table, one.column.unit, detail)


def _rows_agree(found: ColumnSum, amount: TextAmount) -> bool:
    """The rows add up to what the text says: then the printed total is in question, not the unit."""
    rows = summed(found.table.of_kind(RowKind.RECIPIENT), found.column)
    return (
        rows is not None and found.column.unit is not None and rows * found.column.unit.factor == amount.yuan
    )


def sizes(notice: Notice) -> Iterator[Finding]:
    """Figures too small or too large for what one recipient gets."""
    code = notice.header.jurisdiction_code
    most = _MOST_YUAN if code and not code.endswith("0000") else _MOST_OF_A_PROVINCE
    for table in notice.allocations:
        sums = [main_yuan(table, row) for row in table.of_kind(RowKind.RECIPIENT)]
        paid = [abs(s) for s in sums if s]
        if table.unit and len(paid) >= 2 and max(paid) < _LEAST_YUAN:
            detail = (f"no recipient gets as much as {_LEAST_YUAN} 元", f"各接收方均不足{_LEAST_YUAN}元")
            yield _conflict(table, table.unit, detail)
        if table.unit and paid and max(paid) > most:
            detail = (f"a recipient would get more than {most:f} 元", f"有接收方超过{most:f}元")
            yield _conflict(table, table.unit, detail)


def _conflict(table: Allocation, unit: Unit, detail: tuple[str, str]) -> Finding:
    return make_finding(
        "unit-conflict",
        table=TableName.ALLOCATIONS,
        key=RowKey(table_no=table.number),
        column="unit",
        expected=str(unit),
        detail=detail[0],
        detail_zh=detail[1],
    )
