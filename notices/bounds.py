"""How long a file may take and how much memory, and who sees to it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

import psutil
from pydantic import Field

from schemas.model import Frozen

MEBIBYTE = 1 << 20
_LOOK = 0.25
"""Seconds between two looks at the workers' memory."""


class Bounds(Frozen):
    """What a worker process may take for one file.

    `minutes` of the clock; `memory` in MiB, that of programs which it starts for the file included.
    """

    minutes: float = Field(default=60, gt=0)
    memory: int = Field(default=4096, ge=1)


class MemoryWatch(Protocol):
    """Ends processes that take more than they may."""

    def ended(self, pid: int) -> bool:
        """Whether it has ended this one."""
        ...


class _Watch:
    def __init__(self, most: int) -> None:
        self._most = most * MEBIBYTE
        self._ended: set[int] = set()

    def ended(self, pid: int) -> bool:
        return pid in self._ended

    def look(self) -> None:
        for worker in psutil.Process().children():
            with suppress(psutil.NoSuchProcess):  # it has ended meanwhile
                self._weigh(worker)

    def _weigh(self, worker: psutil.Process) -> None:
        family = [worker, *worker.children(recursive=True)]
        if sum(map(_resident, family)) > self._most:
            self._ended.add(worker.pid)
            for one in reversed(family):
                with suppress(psutil.NoSuchProcess):
                    one.kill()


def _resident(process: psutil.Process) -> int:
    with suppress(psutil.NoSuchProcess):
        return int(process.memory_info().rss)
    return 0


@contextmanager
def watching(bounds: Bounds) -> Iterator[MemoryWatch]:
    """Look at this process's children until left."""
    watch, over = _Watch(bounds.memory), threading.Event()

    def go_on() -> None:
        while not over.wait(_LOOK):
            watch.look()

    thread = threading.Thread(target=go_on, name="memory-watch", daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        over.set()
        thread.join()
