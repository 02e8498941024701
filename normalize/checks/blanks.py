"""Figures of performance tables left blank where the table or its siblings say that one belongs there."""

from collections.abc import Iterator

from schemas.dataset.codes import TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Notice, PerformanceTable

_MOST = 2 / 3


def annual_amounts(notice: Notice) -> Iterator[Finding]:
    """年度金额 blank beside filled parts (其中)."""
    for table in notice.performance:
        blank = table.amount is None or (table.amount.value is None and table.amount.readable)
        if blank and _filled(table):
            detail = ("the annual amount is blank, its parts aren't", "年度金额空白，其中各项有数")
            yield _blank(table, detail)


def parts(notice: Notice) -> Iterator[Finding]:
    """All parts (其中) of an annual amount blank where two thirds of the other tables fill one."""
    filled = [table for table in notice.performance if _filled(table)]
    if not filled or len(filled) < _MOST * (len(notice.performance) - 1):
        return
    for table in notice.performance:
        readable = all(fund.amount.readable for fund in table.funds)
        if table.amount and table.amount.value and readable and table not in filled:
            detail = ("its parts are blank, the siblings' aren't", "其中各项空白，同批其他表有数")
            yield _blank(table, detail)


def _filled(table: PerformanceTable) -> bool:
    return any(fund.amount.value for fund in table.funds)


def _blank(table: PerformanceTable, detail: tuple[str, str]) -> Finding:
    return make_finding(
        "field-missing",
        table=TableName.PERFORMANCE_TABLES,
        key=RowKey(table_no=table.number),
        column="amount",
        detail=detail[0],
        detail_zh=detail[1],
    )
