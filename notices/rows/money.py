"""Rows of the allocation tables, and the flat view of their money."""

from collections.abc import Iterator, Sequence

from normalize.checks.figures import main_yuan
from normalize.verified import verified
from notices.rows.shared import provenance
from schemas.dataset.codes import ColumnRole, Method, RowKind, Severity, TableName
from schemas.dataset.money_rows import AllocationRow, MoneyRow
from schemas.document import Place
from schemas.findings import Finding
from schemas.notation.text import clean
from schemas.notice import Allocation, AllocationColumn, Amount, Notice
from schemas.notice import AllocationRow as Row


def allocation_rows(notice_id: str, notice: Notice) -> Iterator[AllocationRow]:
    """One row a measured cell; a blank cell of a named row is a row without an amount."""
    for table in notice.allocations:
        for row in table.rows:
            for column in table.columns:
                yield _allocation_row(notice_id, table, row, column)


def _allocation_row(notice_id: str, table: Allocation, row: Row, column: AllocationColumn) -> AllocationRow:
    cell = table.cell(row, column)
    match = row.match
    return AllocationRow(
        notice_id=notice_id,
        table_no=table.number,
        row_no=row.number,
        column_no=column.number,
        attachment_no=table.attachment,
        table_title=table.title or None,
        serial=row.serial,
        recipient_printed=clean(row.name.text) if row.name else None,
        recipient=match.name if match else None,
        recipient_kind=match.kind if match else None,
        division_code=match.division_code if match else None,
        parent_code=match.parent_code if match else None,
        match_score=match.score if match else None,
        match_method=match.method if match else None,
        column_printed=column.printed,
        column_role=column.role,
        measure=column.measure,
        row_kind=row.kind,
        parent_row_no=row.parent,
        amount_printed=cell.printed if cell else None,
        amount=cell.value if cell else None,
        unit=(cell.unit if cell else None) or column.unit,
        amount_yuan=cell.yuan if cell else None,
        method=cell.method if cell else Method.READ,
        origin=table.origin,
        **provenance(_place(cell, row)),
    )


def _place(cell: Amount | None, row: Row) -> Place:
    return cell.place if cell else row.place


def money_rows(notice_id: str, notice: Notice, findings: Sequence[Finding]) -> Iterator[MoneyRow]:
    """One row a recipient: the sum of its main columns in 元."""
    header = notice.header
    sure = verified(notice)
    for table in notice.allocations:
        for row in table.of_kind(RowKind.RECIPIENT) if table.with_role(ColumnRole.MAIN) else ():
            match = row.match
            yield MoneyRow(
                notice_id=notice_id,
                table_no=table.number,
                row_no=row.number,
                doc_number=header.doc_number.canonical if header.doc_number else None,
                issue_date=header.issue_date,
                fiscal_year=header.fiscal_year,
                fund_name=header.fund_name,
                fund_level=header.fund_level,
                action=header.action,
                batch=header.batch,
                jurisdiction_code=header.jurisdiction_code,
                recipient=match.name if match else None,
                recipient_kind=match.kind if match else None,
                division_code=match.division_code if match else None,
                parent_code=match.parent_code if match else None,
                amount_yuan=main_yuan(table, row),
                verified=(table.number, row.number) in sure,
                flagged=any(_points_at(f, table, row) for f in findings),
            )


def _points_at(finding: Finding, table: Allocation, row: Row) -> bool:
    """An error or warning on the row, on its whole table, or on its performance table's amount."""
    if finding.severity == Severity.INFO:
        return False
    key = finding.key
    if finding.table == TableName.ALLOCATIONS:
        total = any(r.number == key.row_no and r.kind != RowKind.RECIPIENT for r in table.rows)
        return key.table_no == table.number and (total or key.row_no == row.number or _whole(finding))
    named = row.match is not None and row.match.name is not None and key.recipient == row.match.name
    return finding.table == TableName.PERFORMANCE_TABLES and finding.column == "amount" and named


def _whole(finding: Finding) -> bool:
    return finding.key.row_no is None and finding.key.recipient is None
