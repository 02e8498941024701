"""Where a finding stands on the page: the place of the value, row or table that its key names."""

from schemas.dataset.codes import TableName
from schemas.document import Place
from schemas.findings import Finding, RowKey
from schemas.notice import Allocation, AllocationRow, Amount, Notice, PerformanceTable


def located(finding: Finding, notice: Notice) -> Finding:
    """The finding with its place; one that has it already, or names what isn't there, stays as it is."""
    place = finding.place or _place(finding.table, finding.key, notice)
    return finding if place is finding.place else finding.model_copy(update={"place": place})


def _place(table: TableName, key: RowKey, notice: Notice) -> Place | None:
    if table == TableName.ALLOCATIONS:
        return _in_allocation(key, notice)
    if table == TableName.CLAUSES:
        return next((c.place for c in notice.clauses if c.number == key.clause_no), None)
    if table == TableName.CITATIONS and key.citation_no:
        return notice.citations[key.citation_no - 1].place
    if table == TableName.ATTACHMENTS and key.attachment_no:
        return notice.attachments[key.attachment_no - 1].listed.title.place
    performance = next((t for t in notice.performance if t.number == key.table_no), None)
    return _in_performance(key, performance) if performance else None


def _in_allocation(key: RowKey, notice: Notice) -> Place | None:
    table = next((t for t in notice.allocations if t.number == key.table_no), None)
    row = next((r for r in table.rows if r.number == key.row_no), None) if table else None
    cell = row.cells[key.column_no - 1] if row and key.column_no else None
    return _nearest(cell, row, table)


def _nearest(*things: Amount | AllocationRow | Allocation | None) -> Place | None:
    return next((thing.place for thing in things if thing is not None), None)


def _in_performance(key: RowKey, table: PerformanceTable) -> Place:
    if key.row_no is not None:
        return table.indicators[key.row_no - 1].place
    if key.fund_no is not None:
        return table.funds[key.fund_no - 1].amount.place
    return table.place
