"""A stand-in for the stages: what the application does with their results is tested without them."""

import hashlib

from notices.process import FileResult, failed
from notices.rows.findings import finding_rows
from schemas.dataset.codes import SourceRole, Status, TableName
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.findings import RowKey, make_finding
from schemas.reasons import reason

PAGE_UNCLAIMED = make_finding(
    "section-unclaimed", table=TableName.CLAUSES, key=RowKey(page=2), detail="a page"
)
TABLE_UNCLAIMED = make_finding(
    "section-unclaimed", table=TableName.ALLOCATIONS, key=RowKey(table_no=1, page=2), detail="a table"
)
TABLE_UNPARSED = make_finding(
    "table-unparsed", table=TableName.ALLOCATIONS, key=RowKey(table_no=2), detail="a table"
)
WARNING = make_finding("field-missing", table=TableName.NOTICES, column="doc_number", detail="none")


def fake_process(data: bytes, *, path: str, media_type: str) -> FileResult:
    """Take the bytes for what they say (`broken`, `bug`, `warning`, …), else for a flawless notice."""
    if data == b"broken" or media_type != "text/plain":
        return failed(path, media_type, data=data, why=reason("pdf-damaged"))
    if data == b"bug":
        raise RecursionError
    found = {b"unclaimed": [PAGE_UNCLAIMED, TABLE_UNCLAIMED, TABLE_UNPARSED], b"warning": [WARNING]}
    sha256 = hashlib.sha256(data).hexdigest()
    main = SourceRow(
        notice_id=sha256[:16],
        file_no=1,
        path=path,
        sha256=sha256,
        media_type=media_type,
        role=SourceRole.MAIN,
    )
    rows = {
        TableName.NOTICES: (NoticeRow(notice_id=sha256[:16], source=path, status=Status.OK),),
        TableName.SOURCES: (main, main) if data == b"same key" else (main,),
        TableName.FINDINGS: finding_rows(sha256[:16], found.get(data, ())),
    }
    return FileResult(rows={} if data == b"no rows" else rows, readable=True)
