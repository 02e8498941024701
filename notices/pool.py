"""Several processes that read files, within bounds.

A worker that dies (a library that crashes, somebody who kills it) or that takes too long or too much memory
costs the file it was at, no other.
"""

import logging
import multiprocessing
import signal
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from typing import NamedTuple

import cv2
from pebble import ProcessExpired, ProcessPool

from notices.bounds import Bounds, MemoryWatch
from notices.collector import collect_seldom
from notices.loading import Content
from notices.log import log_to_stderr
from notices.process import failed
from notices.readings import Reading, reading_of
from schemas.reasons import Reason, reason

_AHEAD = 2
"""Files handed out for each worker: one to read and one waiting, so that few lie in memory."""

_TRIES = 2
"""A process may have died of what another one did, so that its file is read once more."""

_SPAWN = multiprocessing.get_context("spawn")
"""The same on every system; a fork would inherit threads and open databases."""

log = logging.getLogger(__name__)

Read = Callable[[Content, str], Reading]
"""Bytes and name → what came of them; must be picklable."""

Settle = Callable[[Reading], None]
"""Handed what came of a file."""


class _Job(NamedTuple):
    content: Content
    source: str
    settle: Settle
    tries: int = 1


class Pool:
    """Hands files to `jobs` processes with one thread each; results are settled in this thread."""

    def __init__(self, read: Read, jobs: int, bounds: Bounds, watch: MemoryWatch) -> None:
        self._read, self._jobs, self._bounds, self._watch = read, jobs, bounds, watch
        self._pool = _pool(jobs)
        self._running: dict[Future[Reading], _Job] = {}

    def submit(self, content: Content, source: str, settle: Settle) -> None:
        """Have a file read; may wait for others to be done."""
        while len(self._running) >= _AHEAD * self._jobs:
            self._settle()
        self._start(_Job(content, source, settle))

    def finish(self) -> None:
        """Wait until every file has its result."""
        while self._running:
            self._settle()

    def close(self) -> None:
        """Let the workers go."""
        self._pool.close()  # type: ignore[no-untyped-call]  # pebble annotates it half
        self._pool.join()

    def abandon(self) -> None:
        """End the workers in the middle of their files."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # the same
        self._pool.join()

    def _start(self, job: _Job) -> None:
        minutes = self._bounds.minutes
        try:
            future = self._scheduled(job, 60 * minutes)
        except RuntimeError:  # the pool broke: those under way have their answers, this one needs a new pool
            self.abandon()
            self._pool = _pool(self._jobs)
            future = self._scheduled(job, 60 * minutes)
        self._running[future] = job

    def _scheduled(self, job: _Job, seconds: float) -> Future[Reading]:
        return self._pool.schedule(self._read, args=(job.content, job.source), timeout=seconds)

    def _settle(self) -> None:
        """Take what is ready, at least one."""
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        for future in done:
            self._take(future, self._running.pop(future))

    def _take(self, future: Future[Reading], job: _Job) -> None:
        try:
            job.settle(future.result())
        except TimeoutError:
            job.settle(_gave_up(job, reason("too-slow", minutes=f"{self._bounds.minutes:g}")))
        except ProcessExpired as error:
            if error.pid is not None and self._watch.ended(error.pid):
                job.settle(_gave_up(job, reason("too-much-memory", most=self._bounds.memory)))
            else:
                self._again(job)
        except BrokenProcessPool:
            self._again(job)

    def _again(self, job: _Job) -> None:
        if job.tries < _TRIES:
            self._start(job._replace(tries=job.tries + 1))
        else:
            job.settle(_gave_up(job, reason("process-ended")))


def _gave_up(job: _Job, why: Reason) -> Reading:
    content = job.content
    return reading_of(failed(job.source, content.media_type, data=content.data, why=why))


def _pool(jobs: int) -> ProcessPool:
    verbose = logging.getLogger("notices").isEnabledFor(logging.INFO)
    return ProcessPool(jobs, context=_SPAWN, initializer=_begin, initargs=(verbose,))


def _begin(verbose: bool) -> None:
    """In a new worker: the log goes where its parent's goes, Ctrl-C is the parent's, one core is enough."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cv2.setNumThreads(1)
    collect_seldom()
    log_to_stderr(verbose=verbose)
