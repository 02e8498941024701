"""Rows that wait on the disk until all files are read: a run holds those of one file at a time."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

from notices.process import Rows
from notices.readings.packed import unpacked


class Slot(NamedTuple):
    """Where in the spool."""

    start: int
    length: int


class Spool:
    """A file without a name that goes with the run, however that ends."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._end = 0

    def put(self, rows: bytes) -> Slot:
        """Keep packed rows."""
        slot = Slot(self._end, len(rows))
        self._file.seek(slot.start)
        self._file.write(rows)
        self._end += slot.length
        return slot

    def get(self, slot: Slot) -> Rows:
        """The rows, unpacked."""
        self._file.seek(slot.start)
        return unpacked(self._file.read(slot.length))


@contextmanager
def open_spool() -> Iterator[Spool]:
    """A spool in the system's folder for temporary files."""
    with tempfile.TemporaryFile() as file:
        yield Spool(file)
