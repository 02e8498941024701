"""Several files written as one: all under temporary names first, then each put in its place.

Whatever interrupts the writing leaves the earlier files as they were.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas.errors import NoticesError


class OutputError(NoticesError):
    """The output folder can't be written to."""


class Staging:
    """The files of one writing; `path` gives the temporary place of one, `drop` names one to be removed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[str] = []
        self._dropped: list[str] = []

    def path(self, name: str) -> Path:
        """Give the place to write the file to; the next writing reuses it if this one is killed."""
        self._names.append(name)
        return self._temporary(name)

    def drop(self, name: str) -> None:
        """Have an earlier file removed, so that it doesn't stand stale beside the new ones."""
        self._dropped.append(name)

    def commit(self) -> None:
        """Put every file in its place, in the order of writing."""
        for name in self._names:
            self._temporary(name).replace(self._folder / name)
        for name in self._dropped:
            (self._folder / name).unlink(missing_ok=True)

    def discard(self) -> None:
        """Remove what is still under a temporary name."""
        for name in self._names:
            self._temporary(name).unlink(missing_ok=True)

    def _temporary(self, name: str) -> Path:
        return self._folder / f".{name}.part"


@contextmanager
def staging(folder: Path) -> Iterator[Staging]:
    """Write files into `folder`, all or none.

    Raises OutputError where the system refuses.
    """
    stage = Staging(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield stage
        stage.commit()
    except OSError as error:
        advice = "if another program has it open, close it; then run again"
        refused = f"{error.filename or folder} can't be written ({error.strerror or error})"
        raise OutputError(f"{refused}; {advice}") from error
    finally:
        stage.discard()
