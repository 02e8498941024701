"""The stage behind all notices: their findings about each other, added to each one's own."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from notices.archive.batches import sent_in_advance
from notices.archive.duplicates import Found, doubled
from notices.archive.facts import Facts
from notices.archive.upstream import handed_on
from notices.archive.years import out_of_line
from notices.process import Rows, merged
from notices.rows.findings import finding_rows
from schemas.dataset.codes import Severity, Status, TableName
from schemas.dataset.notice_rows import NoticeRow
from schemas.findings import Finding

ARCHIVE_CHECKS: tuple[Callable[[Sequence[Facts]], Iterable[Found]], ...] = (
    doubled,
    handed_on,
    sent_in_advance,
    out_of_line,
)


Contradictions = Mapping[str, Sequence[Finding]]
"""By the notice that they are on."""


def contradictions(facts: Iterable[Facts]) -> Contradictions:
    """A finding for each contradiction between two notices."""
    archive = sorted(facts, key=_order)
    found: dict[str, list[Finding]] = defaultdict(list)
    for check in ARCHIVE_CHECKS:
        for notice_id, finding in check(archive):
            found[notice_id].append(finding)
    return found


def with_contradictions(rows: Rows, found: Contradictions) -> Rows:
    """The rows with the findings on their notices, counted there."""
    notices = [row for row in rows[TableName.NOTICES] if isinstance(row, NoticeRow)]
    added = [
        row
        for notice in notices
        if notice.notice_id in found
        for row in finding_rows(notice.notice_id, found[notice.notice_id])
    ]
    if not added:
        return rows
    notices = [_counted(row, found.get(row.notice_id, ())) for row in notices]
    return {**merged([rows, {TableName.FINDINGS: tuple(added)}]), TableName.NOTICES: tuple(notices)}


def _order(facts: Facts) -> tuple[str, str]:
    """By date, so that the later of two notices has the finding; the path settles the rest."""
    return str(facts.notice.issue_date or ""), facts.notice.source


def _counted(row: NoticeRow, some: Sequence[Finding]) -> NoticeRow:
    warnings = sum(finding.severity is Severity.WARNING for finding in some)
    if not warnings:
        return row
    return row.model_copy(update={"warning_count": row.warning_count + warnings, "status": Status.REVIEW})
