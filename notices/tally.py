"""What a run counts while its rows are written: notices, findings, and what nobody took."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from notices.process import Rows
from notices.unread import pages_unreadable
from schemas.dataset.codes import Severity, Status, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow


class RunTally:
    """Counts rows as they pass; `pages_unclaimed` are whole pages, a file that is no notice is none."""

    def __init__(self) -> None:
        self.rows = self.pages_unclaimed = self.tables_unclaimed = self.pages_unreadable = 0
        self.statuses: Counter[Status] = Counter()
        self.severities: Counter[Severity] = Counter()
        self.notice_ids: set[str] = set()

    def counting(self, parts: Iterable[Rows]) -> Iterator[Rows]:
        """The same rows, counted."""
        for rows in parts:
            self._add(rows)
            yield rows

    def _add(self, rows: Rows) -> None:
        self.rows += sum(map(len, rows.values()))
        self.pages_unreadable += pages_unreadable(rows)
        for row in rows.get(TableName.NOTICES, ()):
            if isinstance(row, NoticeRow):
                self.statuses[row.status] += 1
                self.notice_ids.add(row.notice_id)
        for row in rows.get(TableName.FINDINGS, ()):
            if isinstance(row, FindingRow):
                self._add_finding(row)

    def _add_finding(self, row: FindingRow) -> None:
        self.severities[row.severity] += 1
        if row.check in ("section-unclaimed", "table-unparsed"):
            key = json.loads(row.row_key)
            self.tables_unclaimed += "table_no" in key
            self.pages_unclaimed += "page" in key and "table_no" not in key
