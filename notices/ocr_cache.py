"""Readings kept from run to run: one SQLite file in the user's cache folder, shared by all processes.

A cache must never cost a run: whatever goes wrong with the file is logged, and the page is read again.
"""

import logging
import os
import sqlite3
import time
import zlib
from contextlib import suppress
from pathlib import Path

from platformdirs import user_cache_path

from notices.versions import PROGRAM

log = logging.getLogger(__name__)

LIMIT = 512 * 1024 * 1024
"""Bytes; a page takes about 10 kB, so some fifty thousand pages."""

_PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

_DAY = 86_400
"""Seconds; when a reading was last wanted is noted no finer, so that a second run hardly writes."""

_TABLE = """
CREATE TABLE IF NOT EXISTS readings (key TEXT PRIMARY KEY, used INTEGER NOT NULL, value BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS by_use ON readings (used);
"""


def default_path() -> Path:
    """The cache's file below the user's cache folder; the number is that of its tables' layout."""
    return user_cache_path(PROGRAM) / "ocr-1.sqlite3"


class OcrFileCache:
    """An `OcrCache` in a file; what was longest unused goes first when it grows over the limit (bytes).

    It may be handed to other processes: each opens the file for itself.
    """

    def __init__(self, path: Path | None = None, limit: int = LIMIT) -> None:
        self._path = path or default_path()
        self._limit = limit
        self._open: tuple[int, sqlite3.Connection] | None = None
        self._inherited: list[object] = []
        self._off = False

    def __reduce__(self) -> tuple[type["OcrFileCache"], tuple[Path, int]]:
        """Path and limit; a connection can't travel."""
        return type(self), (self._path, self._limit)

    def get(self, key: str) -> bytes | None:
        """What was kept under the key."""
        if self._off:
            return None
        try:
            return self._get(self._connection(), key)
        except zlib.error:  # a damaged value; it is read again and replaced
            return None
        except (sqlite3.Error, OSError) as trouble:
            self._mend(trouble)
            return None

    def put(self, key: str, value: bytes) -> None:
        """Keep it."""
        if self._off:
            return
        try:
            self._put(self._connection(), key, value)
        except (sqlite3.Error, OSError) as trouble:
            self._mend(trouble)

    def close(self) -> None:
        """Let go of the file; it is opened again when next asked."""
        if self._open is not None:
            self._open[1].close()
            self._open = None

    def _get(self, connection: sqlite3.Connection, key: str) -> bytes | None:
        row = connection.execute("SELECT value, used FROM readings WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        now = int(time.time())
        if now - row[1] > _DAY:
            connection.execute("UPDATE readings SET used = ? WHERE key = ?", (now, key))
        return zlib.decompress(row[0])

    def _put(self, connection: sqlite3.Connection, key: str, value: bytes) -> None:
        packed = zlib.compress(value, level=3)
        row = (key, int(time.time()), packed)
        connection.execute("INSERT OR REPLACE INTO readings (key, used, value) VALUES (?, ?, ?)", row)
        while self._size(connection) > self._limit and self._drop_oldest(connection):
            pass

    def _size(self, connection: sqlite3.Connection) -> int:
        """Bytes in use; pages that were freed are used again before the file grows."""
        pages, free, size = (
            connection.execute(f"PRAGMA {what}").fetchone()[0]
            for what in ("page_count", "freelist_count", "page_size")
        )
        return int((pages - free) * size)

    def _drop_oldest(self, connection: sqlite3.Connection) -> bool:
        """Drop a tenth, at least one; false when nothing is left."""
        dropped = connection.execute(
            "DELETE FROM readings WHERE key IN (SELECT key FROM readings ORDER BY used"
            " LIMIT (SELECT 1 + count(*) / 10 FROM readings))"
        )
        return dropped.rowcount > 0

    def _connection(self) -> sqlite3.Connection:
        """This process's own: SQLite's connections must not be carried over a fork."""
        if self._open is not None and self._open[0] != os.getpid():
            self._inherited.append(self._open)  # closing it here would take the parent's locks away
            self._open = None
        if self._open is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            self._open = (os.getpid(), connection)
            with suppress(sqlite3.OperationalError):  # another process is about to do the same
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.executescript(_TABLE)
        return self._open[1]

    def _mend(self, trouble: Exception) -> None:
        """Say what is wrong; a file that isn't a sound database is thrown away."""
        self.close()
        broken = isinstance(trouble, sqlite3.DatabaseError) and not isinstance(
            trouble, sqlite3.OperationalError
        )
        if not broken:
            self._off = True
            log.warning("OCR cache %s is left aside for this run: %s", self._path, trouble)
            return
        log.warning("OCR cache %s is damaged and starts anew: %s", self._path, trouble)
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                self._path.with_name(self._path.name + ending).unlink()
        # Windows keeps a file that another process has open
        self._off = self._path.exists()
