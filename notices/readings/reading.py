"""A file's rows on their way from a worker to the dataset."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from notices.archive.facts import Facts, facts_of
from notices.process import FileResult
from notices.readings.packed import packed
from notices.readings.spool import Slot
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.columns import Row
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.model import Frozen


class Head(Frozen):
    """What is asked of a file before its rows are written.

    `notice_id` is that of its first notice, made of the main file's bytes, and `files` how many that has.
    `notices` and `findings` are counts.
    """

    readable: bool
    notice_id: str
    files: int
    notices: int
    findings: dict[Severity, int]
    facts: tuple[Facts, ...]


class Reading(NamedTuple):
    """A file that was read; `rows` are packed, as they travel and as the ledger keeps them.

    `seconds` is how long that took; null for what an earlier run read.
    """

    head: Head
    rows: bytes
    seconds: float | None = None


class Filed(NamedTuple):
    """A file whose rows lie in the spool."""

    head: Head
    slot: Slot


def reading_of(result: FileResult) -> Reading:
    """Pack what a file gave; it has a notice at least."""
    first = next(row for row in result.rows[TableName.NOTICES] if isinstance(row, NoticeRow))
    sources = result.rows.get(TableName.SOURCES, ())
    files = sum(isinstance(row, SourceRow) and row.notice_id == first.notice_id for row in sources)
    head = Head(
        readable=result.readable,
        notice_id=first.notice_id,
        files=files,
        notices=len(result.rows[TableName.NOTICES]),
        findings=_severities(result.rows.get(TableName.FINDINGS, ())),
        facts=tuple(facts_of(result.rows)),
    )
    return Reading(head, packed(result.rows))


def _severities(rows: Iterable[Row]) -> dict[Severity, int]:
    return dict(Counter(row.severity for row in rows if isinstance(row, FindingRow)))
