"""The same bytes met again: rows that say so."""

from collections.abc import Iterable

from notices.process import Rows, merged
from notices.rows.findings import finding_rows
from schemas.dataset.codes import Severity, SourceRole, TableName
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.document import Place
from schemas.findings import Finding, RowKey, make_finding
from schemas.model import Frozen


class Copy(Frozen):
    """A file whose bytes were read before under another name."""

    source: str
    media_type: str


def with_copies(rows: Rows, sha256: str, copies: Iterable[Copy]) -> Rows:
    """Add a `sources` row and a finding for each copy, under the file's first notice."""
    notice = next(row for row in rows[TableName.NOTICES] if isinstance(row, NoticeRow))
    files = [row for row in rows.get(TableName.SOURCES, ()) if isinstance(row, SourceRow)]
    last = max((file.file_no for file in files if file.notice_id == notice.notice_id), default=1)
    numbered = list(enumerate(copies, last + 1))
    main = next(
        (file.sha256 for file in files if file.notice_id == notice.notice_id and file.file_no == 1), None
    )
    sources = tuple(_source(notice, main or sha256, number, copy) for number, copy in numbered)
    findings = [_finding(notice.source, number, copy) for number, copy in numbered]
    added: Rows = {
        TableName.SOURCES: sources,
        TableName.FINDINGS: finding_rows(notice.notice_id, findings),
    }
    return merged([rows, added])


def _source(notice: NoticeRow, sha256: str, number: int, copy: Copy) -> SourceRow:
    return SourceRow(
        notice_id=notice.notice_id,
        file_no=number,
        path=copy.source,
        sha256=sha256,
        media_type=copy.media_type,
        role=SourceRole.DUPLICATE,
        page_count=notice.page_count,
    )


def _finding(first: str, number: int, copy: Copy) -> Finding:
    return make_finding(
        "duplicate-notice",
        severity=Severity.INFO,
        table=TableName.SOURCES,
        key=RowKey(file_no=number),
        expected=first,
        actual=copy.source,
        place=Place(file_no=number),
        detail=f"{copy.source} holds the same bytes",
        detail_zh=f"{copy.source} 的内容完全相同",
    )
