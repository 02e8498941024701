"""The ledger of a folder (SQLite): which file had which bytes, and what was read in them.

Each reading is committed as it arrives, so that a run that is killed loses at most those under way. A file
is the same where path, size and time are; else its bytes tell. A ledger that is damaged is put aside and
begun anew: it saves time and holds nothing that the files don't.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from notices.inputs import InputFile, is_bundle
from notices.ledger.packed import packed, unpacked
from notices.ledger.settings import Settings
from notices.process import FileResult
from schemas.errors import NoticesError

log = logging.getLogger(__name__)

FOLDER, FILE = ".notices", "ledger.sqlite"
_WAIT = 2.0
"""Seconds for which another run may hold the ledger."""

_TABLES = """
create table if not exists files (
    source text primary key, path text not null, size integer not null, mtime_ns integer not null,
    sha256 text not null, media_type text not null
) without rowid;
create table if not exists readings (
    sha256 text not null, media_type text not null, source text not null, settings text not null,
    rows blob not null, primary key (sha256, media_type, source)
) without rowid;
"""


class LedgerError(NoticesError):
    """Another run is writing to the folder."""


class Known(NamedTuple):
    """What an earlier run read in a file that hasn't changed since."""

    sha256: str
    media_type: str
    result: FileResult


class Ledger:
    """Asked before a file is opened, told when it was read; `force`: what is known isn't asked for."""

    def __init__(self, database: sqlite3.Connection, settings: Settings, *, force: bool) -> None:
        self._database, self._settings, self._force = database, settings, force

    def known(self, file: InputFile) -> Known | None:
        """The reading of a plain file whose path, size and time are those of the run that read it."""
        if self._force or (stamp := _stamp(file)) is None:
            return None
        found = self._database.execute(
            "select sha256, media_type from files"
            " where source = ? and path = ? and size = ? and mtime_ns = ?",
            (file.source, *stamp),
        ).fetchone()
        if found is None:
            return None
        sha256, media_type = found
        result = self.read(sha256, media_type, file.source)
        return Known(sha256, media_type, result) if result else None

    def read(self, sha256: str, media_type: str, source: str) -> FileResult | None:
        """The reading of these bytes under this name, wherever the file lay."""
        if self._force:
            return None
        found = self._database.execute(
            "select rows from readings where sha256 = ? and media_type = ? and source = ? and settings = ?",
            (sha256, media_type, source, self._settings.key(sha256, media_type)),
        ).fetchone()
        return _unpacked(*found) if found else None

    def met(self, file: InputFile, sha256: str, media_type: str) -> None:
        """Note which bytes a plain file has."""
        stamp = _stamp(file)
        if stamp is not None:
            self._database.execute(
                "insert or replace into files values (?, ?, ?, ?, ?, ?)",
                (file.source, *stamp, sha256, media_type),
            )

    def keep(self, sha256: str, media_type: str, source: str, result: FileResult) -> None:
        """Keep a reading; what couldn't be read is tried again next time."""
        if result.readable:
            self._database.execute(
                "insert or replace into readings values (?, ?, ?, ?, ?)",
                (sha256, media_type, source, self._settings.key(sha256, media_type), packed(result)),
            )
            self._database.commit()


def _unpacked(rows: bytes) -> FileResult | None:
    """Null where the rows are of another make: then the file is read again."""
    try:
        return unpacked(rows)
    except ValueError:
        return None


def _stamp(file: InputFile) -> tuple[str, int, int] | None:
    """Path, size and time; null for what is no single file."""
    if file.annexes or is_bundle(file.path):
        return None
    try:
        found = file.path.stat()
    except OSError:
        return None
    return os.fsencode(file.path).hex(), found.st_size, found.st_mtime_ns


@contextmanager
def open_ledger(output: Path, settings: Settings, *, force: bool = False) -> Iterator[Ledger]:
    """The ledger of an output folder; raises LedgerError where another run holds it."""
    folder = output / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    database = _opened(folder / FILE)
    try:
        yield Ledger(database, settings, force=force)
        database.commit()
    finally:
        database.close()


def _opened(path: Path) -> sqlite3.Connection:
    try:
        return _begun(path)
    except sqlite3.OperationalError as error:
        if "locked" not in str(error):
            raise
        advice = "wait until it is done, or give another folder with -o"
        raise LedgerError(f"another run is writing to {path.parent.parent}; {advice}") from error
    except sqlite3.DatabaseError:
        aside = path.with_suffix(".damaged")
        path.replace(aside)
        log.warning("%s was damaged and is begun anew; the old one is %s", path, aside)
        return _begun(path)


def _begun(path: Path) -> sqlite3.Connection:
    """With the whole file locked until the run is done: two runs would write over each other's tables."""
    database = sqlite3.connect(path, timeout=_WAIT)
    try:
        database.execute("pragma locking_mode = exclusive")
        database.execute("pragma journal_mode = wal")
        database.execute("pragma synchronous = normal")
        database.execute("begin exclusive")
        database.commit()
        database.executescript(_TABLES)
    except sqlite3.Error:
        database.close()
        raise
    return database
