"""How many processes are worth starting for the files of a run."""

import os
from collections.abc import Iterable

import psutil

from notices.inputs import InputFile, is_bundle
from notices.workers import HERE

_PAGES = frozenset((".pdf", ".ofd", ".zip", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp"))
_SLOW = 25
"""Text notices that take as long as a file of pages (`benchmarks/`)."""

_WORTH = 50
"""Text notices that take as long as a process takes to start (two seconds)."""

_MEMORY = 1 << 30
"""Bytes that a process takes while it reads scans."""


def jobs_for(files: Iterable[InputFile]) -> int:
    """One a core, as far as there are files and memory for them; 0 (this process) for a few texts."""
    work = sum(_SLOW if is_bundle(file.path) or file.path.suffix.lower() in _PAGES else 1 for file in files)
    room = psutil.virtual_memory().available // _MEMORY
    if work < _SLOW:
        return HERE
    return int(max(1, min(os.cpu_count() or 1, work // _WORTH, room)))
