"""What goes wrong with one page of a file: it becomes a problem that names the page, and the others go on."""

import logging

from schemas.document import Place, Problem, ProblemKind
from schemas.errors import UnreadableError
from schemas.reasons import Reason, reason

log = logging.getLogger(__name__)


def unreadable(number: int | None, why: Reason) -> Problem:
    """A page (or, without a number, part of the file) that can't be read."""
    return Problem(kind=ProblemKind.UNREADABLE, reason=why, place=Place(page=number))


def reason_of(error: Exception) -> Reason:
    """Why one page can't be read; a mistake of ours with it must not cost the other thousand."""
    if isinstance(error, UnreadableError):
        return error.reason
    if isinstance(error, MemoryError):
        return reason("page-out-of-memory")
    log.info("the program failed on this page", exc_info=error)
    return reason("page-program-failed", name=type(error).__name__)
