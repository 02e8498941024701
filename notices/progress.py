"""What a run tells of each file while it goes on."""

from collections.abc import Callable
from enum import StrEnum

from notices.readings import Reading
from schemas.dataset.codes import Severity
from schemas.model import Frozen


class Outcome(StrEnum):
    """What became of a file: read now or on an earlier run, the same bytes as another's, or none of these."""

    READ = "read"
    KNOWN = "known"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


class FileEvent(Frozen):
    """A file is done; counts of notices and findings where its rows are new to the dataset.

    `seconds` are those of its reading, without the waiting for a worker.
    """

    source: str
    outcome: Outcome
    media_type: str | None = None
    sha256: str | None = None
    seconds: float | None = None
    notices: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0


Told = Callable[[FileEvent], None]


def event_of(source: str, reading: Reading, outcome: Outcome, **more: str) -> FileEvent:
    """Tell of a file that was read, whenever."""
    head = reading.head
    counts = {f"{severity}s": head.findings.get(severity, 0) for severity in Severity}
    known = outcome is Outcome.KNOWN
    return FileEvent.model_validate(
        {
            "source": source,
            "outcome": outcome,
            "seconds": None if known else reading.seconds,
            "notices": head.notices,
            **counts,
            **more,
        }
    )


def nobody(_: FileEvent) -> None:
    """Nobody listens."""
