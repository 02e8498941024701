"""Who reads the files: this process, or several others at once.

Whoever it is, a file's rows are the same. Other processes have bounds (`notices.bounds`); this one has none.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from time import perf_counter
from typing import Protocol

from notices.attempt import Process, attempt
from notices.bounds import Bounds, watching
from notices.collector import collect_seldom
from notices.loading import Content
from notices.pool import Pool
from notices.readings import Filed, Reading, reading_of

HERE = 0
"""Number of other processes where this one reads all by itself."""

Keep = Callable[[Content, str, Reading], Filed]
"""Handed each file and what came of it, as it arrives; puts the rows away."""


class Task:
    """A file that was handed out, or one that an earlier run has read; bytes are let go once it is filed."""

    def __init__(self, file: tuple[Content, str] | None, filed: Filed | None = None) -> None:
        self._file, self._filed = file, filed

    @property
    def file(self) -> tuple[Content, str]:
        """Bytes and name, as long as nothing has come of them."""
        if self._file is None:
            raise RuntimeError("the file was read already")
        return self._file

    @property
    def filed(self) -> Filed:
        """What came of it; all are there once the workers are done."""
        if self._filed is None:
            raise RuntimeError("the file is still being read")
        return self._filed

    def settle(self, reading: Reading, keep: Keep) -> None:
        """Put away what came of it."""
        self._file, self._filed = None, keep(*self.file, reading)


class Workers(Protocol):
    """Takes files and reads them."""

    def submit(self, content: Content, source: str) -> Task:
        """Have a file read; may wait for a free worker."""
        ...

    def finish(self) -> None:
        """Wait until every task has its result."""
        ...


@contextmanager
def workers(process: Process, jobs: int, keep: Keep, bounds: Bounds | None = None) -> Iterator[Workers]:
    """Workers for one run; left by an exception, such as Ctrl-C, they end at once."""
    if jobs == HERE:
        yield _Here(process, keep)
        return
    bounds = bounds or Bounds()
    with ExitStack() as stack:
        pool = Pool(partial(_read, process), jobs, bounds, stack.enter_context(watching(bounds)))
        try:
            yield _Others(pool, keep)
        except BaseException:
            pool.abandon()
            raise
        pool.close()


class _Here:
    """This process, one file after the other."""

    def __init__(self, process: Process, keep: Keep) -> None:
        self._process, self._keep = process, keep
        collect_seldom()

    def submit(self, content: Content, source: str) -> Task:
        task = Task((content, source))
        task.settle(_read(self._process, content, source), self._keep)
        return task

    def finish(self) -> None:
        """Nothing is ever left."""


class _Others:
    """Processes of a pool."""

    def __init__(self, pool: Pool, keep: Keep) -> None:
        self._pool, self._keep = pool, keep

    def submit(self, content: Content, source: str) -> Task:
        task = Task((content, source))
        self._pool.submit(content, source, lambda reading: task.settle(reading, self._keep))
        return task

    def finish(self) -> None:
        self._pool.finish()


def _read(process: Process, content: Content, source: str) -> Reading:
    """Packed where it was read: one process packing for all would hold them up."""
    start = perf_counter()
    reading = reading_of(attempt(content, source, process))
    return reading._replace(seconds=round(perf_counter() - start, 3))
