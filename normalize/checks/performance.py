"""The figures and labels of performance tables against the allocation and against each other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from normalize.checks.figures import payments
from normalize.performance.owners import identity
from schemas.dataset.codes import ColumnRole, FundsSource, Measure, RowKind, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Allocation, AllocationRow, Fund, Notice, PerformanceTable

_MOST = 2 / 3
_BELOW_LOCAL = (FundsSource.PROVINCE, FundsSource.PREFECTURE, FundsSource.COUNTY)


def amounts(notice: Notice) -> Iterator[Finding]:
    """年度金额 against what the recipient gets: by this notice, or with what it got earlier.

    Where all tables print the digits in another unit, `units.against_performance` speaks of that, once.
    """
    paid = payments(notice)
    stated = [(t, t.amount.yuan, _allotted(notice, t, paid)) for t in notice.performance if t.amount]
    other_unit = not any(yuan in allotted for _, yuan, allotted in stated)
    for table, yuan, allotted in stated:
        if yuan is None or not allotted or yuan in allotted:
            continue
        if not (other_unit and _same_digits(table, paid)):
            yield make_finding(
                "performance-amount",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(table_no=table.number, recipient=table.match.name),
                column="amount",
                expected=allotted[0],
                actual=yuan,
                difference=yuan - allotted[0],
                place=table.amount.place if table.amount else None,
            )


Paid = dict[str, list[tuple[Allocation, AllocationRow]]]


def _allotted(notice: Notice, table: PerformanceTable, paid: Paid) -> list[Decimal]:
    """The sums in 元 that the yearly amount may rightly be, this notice's first."""
    if table.match.division_code is not None and table.match.division_code == notice.header.jurisdiction_code:
        totals = [(t, row) for t in notice.allocations for row in t.of_kind(RowKind.TOTAL)]
        return [yuan for role in (ColumnRole.MAIN, ColumnRole.SUM) for yuan in _by_role(totals, role)]
    rows = paid.get(identity(table.match), [])
    found = _by_role(rows, ColumnRole.MAIN)
    together = [sum(found, Decimal(0))] if len(found) > 1 else []
    return [*together, *found, *_by_role(rows, ColumnRole.SUM)]


def _by_role(rows: list[tuple[Allocation, AllocationRow]], role: ColumnRole) -> list[Decimal]:
    cells = [table.cell(row, column) for table, row in rows for column in table.with_role(role)]
    return [cell.yuan for cell in cells if cell is not None and cell.yuan is not None]


def _same_digits(table: PerformanceTable, paid: Paid) -> bool:
    """The same number in another unit."""
    cells = [
        cell
        for allocation, row in paid.get(identity(table.match), [])
        for column, cell in zip(allocation.columns, row.cells, strict=True)
        if column.measure == Measure.AMOUNT and cell is not None
    ]
    amount = table.amount
    return amount is not None and any(c.value == amount.value and c.unit != amount.unit for c in cells)


def funds(notice: Notice) -> Iterator[Finding]:
    """The parts (其中) against the annual amount; parts of parts may follow those that add up."""
    for table in notice.performance:
        filled = [f for f in table.funds if f.amount.value is not None]
        total = table.amount.value if table.amount else None
        running = list(accumulate(f.amount.value or Decimal(0) for f in filled))
        closed = any(s == total and _only_parts_of_parts(filled, n) for n, s in enumerate(running, start=1))
        unreadable = any(not f.amount.readable for f in table.funds)
        if total is not None and filled and not closed and not unreadable:
            yield make_finding(
                "performance-funds",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(table_no=table.number),
                column="amount",
                expected=total,
                actual=running[-1],
                difference=running[-1] - total,
                recipient=table.match.name or table.recipient_printed or table.title,
            )


def _only_parts_of_parts(funds: Sequence[Fund], count: int) -> bool:
    """Whether what follows divides a part before it: 省级 behind 地方, a line that alone says 其中."""
    above = {fund.source for fund in funds[:count]}
    below_local = _BELOW_LOCAL if FundsSource.LOCAL in above else ()
    return all(
        not fund.amount.value
        or ("其中" in fund.source_printed and "其中" not in funds[0].source_printed)
        or fund.source in (FundsSource.OTHER, *above, *below_local)
        for fund in funds[count:]
    )


def sources(notice: Notice) -> Iterator[Finding]:
    """A fund source that two thirds of the sibling tables name otherwise; of two alone both speak up."""
    for family in dict.fromkeys(t.family for t in notice.performance):
        yield from _other_sources([t for t in notice.performance if t.family == family])


def _other_sources(siblings: Sequence[PerformanceTable]) -> Iterator[Finding]:
    tables = [(t, _source(t)) for t in siblings]
    votes = Counter(source for _, source in tables if source is not None)
    if not votes:
        return
    (usual, count), *others = votes.most_common(2)
    alone = sum(votes.values()) == 2
    for table, source in tables:
        if others and source is not None and alone:
            yield _outlier(table, source, _printed(siblings, next(s for s in votes if s != source)))
        elif source not in (None, usual) and count >= _MOST * sum(votes.values()):
            yield _outlier(table, source, _printed(siblings, usual))


def _printed(tables: Sequence[PerformanceTable], source: FundsSource) -> str:
    return next(f.source_printed for t in tables for f in t.funds if f.source == source and f.amount.value)


def _outlier(table: PerformanceTable, source: FundsSource | None, usual: str) -> Finding:
    number, fund = next((n, f) for n, f in enumerate(table.funds, start=1) if f.source == source)
    return make_finding(
        "funds-source-outlier",
        table=TableName.PERFORMANCE_FUNDS,
        key=RowKey(table_no=table.number, fund_no=number, recipient=table.match.name),
        column="source",
        expected=usual,
        actual=fund.source_printed,
    )


def _source(table: PerformanceTable) -> FundsSource | None:
    """Whose money the table names first: the first part that isn't blank."""
    return next((f.source for f in table.funds if f.amount.value), None)


def repeated_labels(notice: Notice) -> Iterator[Finding]:
    """A label that stands twice with different values (省级主管部门 for two departments)."""
    for table in notice.performance:
        for piece in table.repeated_labels:
            yield make_finding(
                "text-suspect",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(table_no=table.number),
                column="competent_departments",
                actual=piece.text,
                detail="the label stands twice with different values",
                detail_zh="同一标签出现两次且内容不同",
            )
