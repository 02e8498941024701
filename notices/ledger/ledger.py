"""The ledger of a folder (SQLite): which file had which bytes, and what was read in them.

Each reading is committed as it arrives, so that a run that is killed loses at most those under way. A file
is the same where path, size and time are; else its bytes tell. A ledger that is damaged is put aside and
begun anew: it saves time and holds nothing that the files don't.
"""

import logging
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from notices.inputs import InputFile, is_bundle
from notices.ledger.memory import Known
from notices.ledger.settings import Settings
from notices.ledger.standing import Standing
from notices.readings import Head, Reading
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
drop table if exists readings; -- of versions before
create table if not exists kept (
    sha256 text not null, media_type text not null, source text not null, settings text not null,
    head text not null, rows blob not null, crc integer not null, primary key (sha256, media_type, source)
);
create table if not exists standing (only_one integer primary key check (only_one = 1), run text not null);
"""


class LedgerError(NoticesError):
    """Another run is writing to the folder."""


class Ledger:
    """Asked before a file is opened, told when it was read; `force`: what is known isn't asked for.

    Where the disk fails it in the middle of a run (full, gone), it says so once and remembers nothing more.
    """

    def __init__(self, database: sqlite3.Connection, settings: Settings, *, force: bool) -> None:
        self._database, self._settings, self._force = database, settings, force
        self._lost = False

    def known(self, file: InputFile) -> Known | None:
        """The reading of a plain file whose path, size and time are those of the run that read it."""
        if self._force or (stamp := _stamp(file)) is None:
            return None
        found = self._one(
            "select sha256, media_type from files"
            " where source = ? and path = ? and size = ? and mtime_ns = ?",
            (file.source, *stamp),
        )
        if found is None:
            return None
        sha256, media_type = found
        reading = self.read(sha256, media_type, file.source)
        return Known(sha256, media_type, reading) if reading else None

    def read(self, sha256: str, media_type: str, source: str) -> Reading | None:
        """The reading of these bytes under this name, wherever the file lay."""
        if self._force:
            return None
        found = self._one(
            "select head, rows, crc from kept"
            " where sha256 = ? and media_type = ? and source = ? and settings = ?",
            (sha256, media_type, source, self._settings.key(sha256, media_type)),
        )
        return _sound(*found) if found else None

    def met(self, file: InputFile, sha256: str, media_type: str) -> None:
        """Note which bytes a plain file has."""
        stamp = _stamp(file)
        if stamp is not None:
            self._note(
                "insert or replace into files values (?, ?, ?, ?, ?, ?)",
                (file.source, *stamp, sha256, media_type),
            )

    def keep(self, sha256: str, media_type: str, source: str, reading: Reading) -> None:
        """Keep a reading; what couldn't be read is tried again next time."""
        if reading.head.readable:
            key, head = self._settings.key(sha256, media_type), reading.head.model_dump_json()
            self._note(
                "insert or replace into kept values (?, ?, ?, ?, ?, ?, ?)",
                (sha256, media_type, source, key, head, reading.rows, zlib.crc32(reading.rows)),
            )
            self.commit()

    def standing(self) -> Standing | None:
        """The last run that came to its end; null where it is to be done again whatever it was."""
        found = None if self._force else self._one("select run from standing", ())
        return Standing.model_validate_json(found[0]) if found else None

    def stand(self, run: Standing | None) -> None:
        """Note that a run came to its end, or that one is under way."""
        self._note("delete from standing", ())
        if run is not None:
            self._note("insert into standing values (1, ?)", (run.model_dump_json(),))
        self.commit()

    def commit(self) -> None:
        """Have it on the disk."""
        with self._failing():
            self._database.commit()

    def _one(self, question: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        with self._failing():
            found: tuple[Any, ...] | None = self._database.execute(question, values).fetchone()
            return found
        return None

    def _note(self, statement: str, values: tuple[object, ...]) -> None:
        with self._failing():
            self._database.execute(statement, values)

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            if not self._lost:
                log.warning("what is read is no longer noted for the next run: %s", error)
            self._lost = True


def _sound(head: str, rows: bytes, crc: int) -> Reading | None:
    """Null where the disk gives back other bytes than it was given: then the file is read again."""
    return Reading(Head.model_validate_json(head), rows) if zlib.crc32(rows) == crc else None


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
        ledger = Ledger(database, settings, force=force)
        yield ledger
        ledger.commit()
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
