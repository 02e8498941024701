"""Whether the dataset in a folder is what a run would write once more: then nothing is read or written."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from notices.inputs import InputFile, is_bundle
from notices.ledger.settings import Settings
from schemas.model import Frozen

Stamp = tuple[str, int, int]
"""Name, size and time of a file."""


class Standing(Frozen):
    """A run that came to its end: what it read and how (`key`), what it wrote, and what it said of it."""

    key: str
    written: tuple[Stamp, ...]
    summary: str


def key_of(files: Iterable[InputFile], settings: Settings, options: Iterable[object]) -> str | None:
    """The same for the same files, by name, size and time, read the same way; null where one is gone."""
    digest = hashlib.sha256(f"{settings.whole} {list(options)}".encode())
    try:
        for file in files:
            stamps = [_stamp(path) for path in _members(file)]
            digest.update(json.dumps([file.source, file.must_read, stamps]).encode())
    except OSError:
        return None
    return digest.hexdigest()


def _members(file: InputFile) -> Iterable[Path]:
    inside = sorted(path for path in file.path.rglob("*") if path.is_file()) if is_bundle(file.path) else ()
    return (file.path, *file.annexes, *inside)


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return os.fsencode(path).hex(), found.st_size, found.st_mtime_ns


def stamps(folder: Path, names: Iterable[str]) -> tuple[Stamp, ...] | None:
    """Those of the files a run writes; null where one is missing."""
    try:
        return tuple((name, (found := (folder / name).stat()).st_size, found.st_mtime_ns) for name in names)
    except OSError:
        return None
