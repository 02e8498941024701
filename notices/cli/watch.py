"""Somebody who looks on while files are read: a bar on the terminal, lines of JSON for a program."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import IO

from notices.inputs import InputFile
from notices.output.staging import OutputError
from notices.progress import FileEvent, Outcome, Told

Watcher = Callable[[Sequence[InputFile]], AbstractContextManager[Told]]


def watcher(*, quiet: bool, log: IO[str] | None) -> Watcher:
    """Both of them, as far as they are wanted; the bar only where stderr is a terminal."""

    @contextmanager
    def watch(files: Sequence[InputFile]) -> Iterator[Told]:
        with ExitStack() as stack:
            listeners: list[Told] = [] if log is None else [_json_lines(log)]
            if not quiet and sys.stderr.isatty():
                listeners.append(stack.enter_context(_bar(len(files))))
            yield _all_of(listeners)

    return watch


def _all_of(listeners: Sequence[Told]) -> Told:
    def tell(event: FileEvent) -> None:
        for listener in listeners:
            listener(event)

    return tell


def _json_lines(log: IO[str]) -> Told:
    def tell(event: FileEvent) -> None:
        log.write(event.model_dump_json(exclude_none=True) + "\n")
        log.flush()  # so that whoever follows the file sees it at once

    return tell


@contextmanager
def _bar(total: int) -> Iterator[Told]:
    """Files done, files a minute, time left, and how many couldn't be read."""
    from rich.console import Console  # noqa: PLC0415  keeps help quick
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("[red]{task.fields[failed]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total, rate="", failed="")
        failed = 0

        def tell(event: FileEvent) -> None:
            nonlocal failed
            failed += event.outcome is Outcome.FAILED
            speed = progress.tasks[0].speed
            rate = f"{60 * speed:.0f} files/min" if speed else ""
            progress.update(task, advance=1, rate=rate, failed=f"{failed} not readable" if failed else "")

        yield tell


@contextmanager
def opened(log: Path | None) -> Iterator[IO[str] | None]:
    """The file for lines of JSON; `-` is stderr."""
    if log is None or str(log) == "-":
        yield None if log is None else sys.stderr
        return
    try:
        file = log.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        advice = "give another file with --log-json"
        raise OutputError(f"{log} can't be written to ({error.strerror or error}); {advice}") from error
    with file:
        yield file
