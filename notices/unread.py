"""What of the files that were read is missing from the dataset."""

from notices.process import Rows
from schemas.dataset.codes import Status, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow


def pages_unreadable(rows: Rows) -> int:
    """Count the pages that couldn't be read of files that could; an end that was cut off counts as one."""
    notices = [row for row in rows.get(TableName.NOTICES, ()) if isinstance(row, NoticeRow)]
    failed = {row.notice_id for row in notices if row.status is Status.FAILED}
    return sum(
        row.check == "unreadable" and row.table is TableName.NOTICES and row.notice_id not in failed
        for row in rows.get(TableName.FINDINGS, ())
        if isinstance(row, FindingRow)
    )
