"""Who reads the files: this process, or several others at once.

Whoever it is, a file's rows are the same. A worker process that dies (killed for want of memory, a library
that crashes) costs the file it was at, no other.
"""

import logging
import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from time import perf_counter
from typing import Protocol

import cv2

from notices.attempt import Process, attempt
from notices.collector import collect_seldom
from notices.loading import Content
from notices.log import log_to_stderr
from notices.process import failed
from notices.readings import Filed, Reading, reading_of
from schemas.reasons import reason

_AHEAD = 2
"""Files handed out for each worker: one to read and one waiting, so that few lie in memory."""

_ROUNDS = 3
"""Of ending the workers: one may have been about to start."""

_SPAWN = multiprocessing.get_context("spawn")
"""The same on every system; a fork would inherit threads and open databases."""


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
def workers(process: Process, jobs: int, keep: Keep) -> Iterator[Workers]:
    """Workers for one run; left by an exception, such as Ctrl-C, they end at once."""
    if jobs == 1:
        yield _Here(process, keep)
        return
    pool = _Pool(process, jobs, keep)
    try:
        yield pool
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
        task.settle(_read(content, source, self._process), self._keep)
        return task

    def finish(self) -> None:
        """Nothing is ever left."""


class _Pool:
    """Several processes with one thread each."""

    def __init__(self, process: Process, jobs: int, keep: Keep) -> None:
        self._process, self._jobs, self._keep = process, jobs, keep
        self._executor = _executor(jobs)
        self._running: dict[Future[Reading], Task] = {}

    def submit(self, content: Content, source: str) -> Task:
        task = Task((content, source))
        while len(self._running) >= _AHEAD * self._jobs:
            self._settle()
        try:
            future = self._executor.submit(_read, content, source, self._process)
        except BrokenProcessPool:  # a worker died since the last look: those under way are lost with it
            self.finish()
            future = self._executor.submit(_read, content, source, self._process)
        self._running[future] = task
        return task

    def finish(self) -> None:
        while self._running:
            self._settle()

    def close(self) -> None:
        self._executor.shutdown()

    def abandon(self) -> None:
        """End the workers in the middle of their files."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        for _ in range(_ROUNDS):
            for child in multiprocessing.active_children():
                child.kill()
                child.join(1)

    def _settle(self) -> None:
        """Take what is ready, at least one; what a dying worker left is read again, each file alone."""
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        if any(map(_lost, done)):  # then every other has its answer by now, or is lost as well
            done, _ = wait(self._running)
            self._executor.shutdown()
            self._executor = _executor(self._jobs)
        for future in done:
            task = self._running.pop(future)
            reading = _alone(*task.file, self._process) if _lost(future) else future.result()
            task.settle(reading, self._keep)


def _lost(future: Future[Reading]) -> bool:
    return isinstance(future.exception(), BrokenProcessPool)


def _read(content: Content, source: str, process: Process) -> Reading:
    """Packed where it was read: one process packing for all would hold them up."""
    start = perf_counter()
    reading = reading_of(attempt(content, source, process))
    return reading._replace(seconds=round(perf_counter() - start, 3))


def _alone(content: Content, source: str, process: Process) -> Reading:
    with _executor(1) as executor:
        try:
            return executor.submit(_read, content, source, process).result()
        except BrokenProcessPool:
            why = reason("process-ended")
            return reading_of(failed(source, content.media_type, data=content.data, why=why))


def _executor(jobs: int) -> ProcessPoolExecutor:
    verbose = logging.getLogger("notices").isEnabledFor(logging.INFO)
    return ProcessPoolExecutor(jobs, mp_context=_SPAWN, initializer=_begin, initargs=(verbose,))


def _begin(verbose: bool) -> None:
    """In a new worker: Ctrl-C is the parent's business, the log goes where its goes, one core is enough."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    collect_seldom()
    log_to_stderr(verbose=verbose)
