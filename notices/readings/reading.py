"""A file's rows on their way from a worker to the dataset."""

from typing import NamedTuple

from notices.archive.facts import Facts, facts_of
from notices.process import FileResult
from notices.readings.packed import packed
from notices.readings.spool import Slot
from schemas.dataset.codes import TableName
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.model import Frozen


class Head(Frozen):
    """What is asked of a file before its rows are written.

    `notice_id` is that of its first notice, made of the main file's bytes, and `files` how many that has.
    """

    readable: bool
    notice_id: str
    files: int
    facts: tuple[Facts, ...]


class Reading(NamedTuple):
    """A file that was read; `rows` are packed, as they travel and as the ledger keeps them."""

    head: Head
    rows: bytes


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
        facts=tuple(facts_of(result.rows)),
    )
    return Reading(head, packed(result.rows))
