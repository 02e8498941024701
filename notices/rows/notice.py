"""The row of the notice itself, and all tables of a notice together."""

from collections import Counter
from collections.abc import Mapping, Sequence

from normalize.verified import main_table, main_total
from notices.rows import money, performance, text
from notices.rows.findings import finding_rows
from schemas.dataset.codes import ColumnRole, Severity, SourceRole, Status, TableName, TextOrigin
from schemas.dataset.columns import Row
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.document import Source
from schemas.findings import Finding
from schemas.model import Frozen
from schemas.notice import Notice

Rows = Mapping[TableName, tuple[Row, ...]]


class Origin(Frozen):
    """Where a notice was read from: its main file and the others, and how."""

    notice_id: str
    source: Source
    others: tuple[Source, ...] = ()
    text_origin: TextOrigin | None = None
    ocr_engine: str | None = None


def notice_rows(origin: Origin, notice: Notice, findings: Sequence[Finding], status: Status) -> Rows:
    """The rows of every table for one notice."""
    notice_id = origin.notice_id
    return {
        TableName.NOTICES: (notice_row(origin, notice, findings, status),),
        TableName.SOURCES: tuple(
            source_row(notice_id, n, source) for n, source in enumerate((origin.source, *origin.others), 1)
        ),
        TableName.CLAUSES: tuple(text.clause_rows(notice_id, notice)),
        TableName.CITATIONS: tuple(text.citation_rows(notice_id, notice)),
        TableName.BUDGET_CODES: tuple(text.budget_code_rows(notice_id, notice)),
        TableName.ATTACHMENTS: tuple(text.attachment_rows(notice_id, notice)),
        TableName.ALLOCATIONS: tuple(money.allocation_rows(notice_id, notice)),
        TableName.MONEY: tuple(money.money_rows(notice_id, notice, findings)),
        TableName.PERFORMANCE_TABLES: tuple(performance.performance_table_rows(notice_id, notice)),
        TableName.PERFORMANCE_FUNDS: tuple(performance.performance_fund_rows(notice_id, notice)),
        TableName.PERFORMANCE_GOALS: tuple(performance.performance_goal_rows(notice_id, notice)),
        TableName.PERFORMANCE_INDICATORS: tuple(performance.performance_indicator_rows(notice_id, notice)),
        TableName.FINDINGS: finding_rows(notice_id, findings),
    }


def source_row(notice_id: str, file_no: int, source: Source) -> SourceRow:
    """A file of the notice."""
    return SourceRow(
        notice_id=notice_id,
        file_no=file_no,
        path=source.path,
        sha256=source.sha256 or None,
        media_type=source.media_type,
        role=source.role,
        page_count=source.page_count,
    )


def notice_row(origin: Origin, notice: Notice, findings: Sequence[Finding], status: Status) -> NoticeRow:
    """The notice's own row; a notice of doubtful status says nothing of what it might be."""
    header = notice.header
    number = header.doc_number
    total = main_total(notice)
    table = main_table(notice)
    counts = Counter(finding.severity for finding in findings)
    known = status in (Status.OK, Status.REVIEW)
    return NoticeRow(
        notice_id=origin.notice_id,
        source=origin.source.path,
        media_type=origin.source.media_type,
        page_count=origin.source.page_count,
        text_origin=origin.text_origin,
        ocr_engine=origin.ocr_engine,
        doc_number=number.canonical if number else None,
        doc_number_printed=header.doc_number_printed,
        doc_prefix=number.prefix if number else None,
        doc_year=number.year if number else None,
        doc_serial=number.serial if number else None,
        title=header.title,
        action=header.action if known else None,
        fund_name=header.fund_name,
        fund_level=header.fund_level if known else None,
        fiscal_year=header.fiscal_year,
        batch=header.batch,
        issuing_agencies=header.issuing_agencies,
        addressees=header.addressees,
        cc=header.cc,
        issuing_office=header.issuing_office,
        issue_date=header.issue_date,
        print_date=header.print_date,
        jurisdiction_code=header.jurisdiction_code,
        jurisdiction_name=header.jurisdiction_name,
        unit=table.unit if table else total.unit if total else None,
        total_amount=total.amount if total else None,
        total_amount_yuan=total.yuan if total else None,
        total_method=total.method if total else None,
        confidence=_lowest(notice),
        error_count=counts[Severity.ERROR],
        warning_count=counts[Severity.WARNING],
        status=status,
    )


def _lowest(notice: Notice) -> float | None:
    """The lowest confidence of the main columns' cells; null where the source can't say."""
    cells = [
        cell.place.confidence
        for table in notice.allocations
        for row in table.rows
        for column in table.with_role(ColumnRole.MAIN)
        if (cell := table.cell(row, column)) is not None
    ]
    return min((c for c in cells if c is not None), default=None)


def main_source(path: str, sha256: str, media_type: str, page_count: int | None = None) -> Source:
    """The main file of a notice."""
    return Source(
        path=path, sha256=sha256, media_type=media_type, role=SourceRole.MAIN, page_count=page_count
    )
