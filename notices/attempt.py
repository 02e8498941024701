"""One file through every stage, whatever it holds."""

import logging
from typing import Protocol

from notices.loading import Content
from notices.output.ordering import in_order
from notices.process import FileResult, failed
from schemas.dataset.codes import TableName
from schemas.dataset.tables import table
from schemas.reasons import reason

log = logging.getLogger(__name__)


class Process(Protocol):
    """A file's bytes → its rows; `notices.process.process` in earnest."""

    def __call__(self, data: bytes, *, path: str, media_type: str) -> FileResult:
        """Bad input becomes rows and findings."""
        ...


def attempt(content: Content, source: str, process: Process) -> FileResult:
    """Process a file; a mistake of the program itself becomes a failed row that asks to report it."""
    try:
        result = process(content.data, path=source, media_type=content.media_type)
        _check(result)
    except MemoryError:
        return failed(source, content.media_type, data=content.data, why=reason("out-of-memory"))
    except Exception as error:  # a mistake of ours with one file must not cost the other thousand
        log.info("the program failed on this file", exc_info=True)
        why = reason("program-failed", name=type(error).__name__)
        return failed(source, content.media_type, data=content.data, why=why)
    return result


def _check(result: FileResult) -> None:
    """Find here what would stop the writing of the whole dataset: two rows with one key, no notice."""
    for name, rows in result.rows.items():
        in_order(table(name), rows)
    if not result.rows.get(TableName.NOTICES):
        raise ValueError("a file without a notice row")
