"""Rows of the running text: clauses, citations, budget codes, attachments."""

from collections.abc import Iterator

from notices.rows.shared import provenance
from schemas.dataset.notice_rows import AttachmentRow, BudgetCodeRow, CitationRow, ClauseRow
from schemas.notice import Notice


def clause_rows(notice_id: str, notice: Notice) -> Iterator[ClauseRow]:
    """One row a clause, the opening paragraph as `0`."""
    for clause in notice.clauses:
        yield ClauseRow(
            notice_id=notice_id,
            clause_no=clause.number,
            level=clause.level,
            label=clause.label or None,
            text=clause.text,
            **provenance(clause.place),
        )


def citation_rows(notice_id: str, notice: Notice) -> Iterator[CitationRow]:
    """One row a mention."""
    for number, cited in enumerate(notice.citations, start=1):
        yield CitationRow(
            notice_id=notice_id,
            citation_no=number,
            doc_number=cited.doc_number.canonical,
            doc_number_printed=cited.printed,
            title=cited.title,
            clause_no=cited.clause,
            **provenance(cited.place),
        )


def budget_code_rows(notice_id: str, notice: Notice) -> Iterator[BudgetCodeRow]:
    """One row a code."""
    for number, code in enumerate(notice.codes, start=1):
        yield BudgetCodeRow(
            notice_id=notice_id,
            code_no=number,
            kind=code.kind,
            code=code.code,
            name=code.name,
            clause_no=code.clause,
            **provenance(code.place),
        )


def attachment_rows(notice_id: str, notice: Notice) -> Iterator[AttachmentRow]:
    """One row an entry of the list; `attachment_no` is its place, which the print may number otherwise."""
    for number, attachment in enumerate(notice.attachments, start=1):
        title = attachment.listed.title
        yield AttachmentRow(
            notice_id=notice_id,
            attachment_no=number,
            title=title.text,
            present=attachment.present,
            **provenance(title.place),
        )
