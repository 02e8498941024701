"""What goes to stderr: messages, progress, the log."""

import logging
import sys
from collections.abc import Iterable, Sequence

import typer

from notices.inputs import InputFile
from schemas.errors import NoticesError


class InterruptedRunError(NoticesError):
    """Somebody pressed Ctrl-C; 130 is what a shell gives for it (128 + SIGINT)."""

    exit_code = 130


def say(message: str) -> None:
    """Tell the person at the terminal."""
    typer.echo(message, err=True)


def log_to_stderr(*, verbose: bool) -> None:
    """Show our own log where it is asked for; of others warnings only."""
    logging.basicConfig(format="%(name)s: %(message)s", stream=sys.stderr, force=True)
    for package in ("extract", "normalize", "notices"):
        logging.getLogger(package).setLevel(logging.DEBUG if verbose else logging.WARNING)


def with_progress(files: Sequence[InputFile]) -> Iterable[InputFile]:
    """Draw a bar while the files go by; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        return files
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    return track(files, description="reading", console=Console(stderr=True), transient=True)
