"""Figures that look right and may be wrong all the same: what other figures of the notice betray."""

import re
from collections.abc import Iterator

from normalize.verified import main_table, main_total
from schemas.dataset.codes import AllocationOrigin, Measure, Method, RowKind, TableName, Unit
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Allocation, AllocationColumn, Notice

_THREE_DECIMALS = re.compile(r"\D?\d{1,3}(?:[,，]\d{3})*[.．]\d{3}")
_GROUPED = re.compile(r"\d[,，]\d{3}(?!\d)")


def points_for_commas(notice: Notice) -> Iterator[Finding]:
    """Three digits behind the point in 元 (a 分 is the second), or in a column that groups by commas.

    29,100 that was read or typed as 29.100 is a thousandth, and a column of them may even add up.
    """
    for table in notice.allocations:
        for column in table.columns:
            if column.measure == Measure.AMOUNT:
                yield from _points(table, column)


def _points(table: Allocation, column: AllocationColumn) -> Iterator[Finding]:
    cells = [(row, cell) for row in table.rows if (cell := row.cells[column.number - 1]) and cell.readable]
    odd = [(row, cell) for row, cell in cells if _THREE_DECIMALS.fullmatch(cell.printed.strip())]
    grouped = any(_GROUPED.search(cell.printed) for _, cell in cells) and 2 * len(odd) < len(cells)
    for row, cell in odd:
        if grouped or cell.unit == Unit.YUAN:
            key = RowKey(table_no=table.number, row_no=row.number, column_no=column.number)
            yield make_finding(
                "low-confidence",
                table=TableName.ALLOCATIONS,
                key=key,
                column="amount",
                actual=cell.printed,
                detail="three digits behind the point: it may be the comma of thousands",
                detail_zh="小数点后有三位数字，可能是千分位逗号",
                place=cell.place,
            )


def inferred_total(notice: Notice) -> Iterator[Finding]:
    """A total that no row prints, added up from rows, where the text sends sums down and names none such."""
    total, table = main_total(notice), main_table(notice)
    if total is None or table is None or total.method != Method.INFERRED or total.yuan is None:
        return
    if table.origin is AllocationOrigin.TEXT:
        return
    several = len(table.of_kind(RowKind.RECIPIENT)) > 1
    named = {amount.yuan for amount in notice.amounts}
    if several and any(amount.sent for amount in notice.amounts) and total.yuan not in named:
        yield make_finding(
            "low-confidence",
            table=TableName.NOTICES,
            column="total_amount",
            actual=total.amount,
            detail="added up from the rows, as no total is printed; the text names another sum",
            detail_zh="表中未印合计，由各行相加得出，与正文所列金额不同",
        )
