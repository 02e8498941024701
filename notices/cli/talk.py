"""What goes to stderr: messages and progress."""

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


def with_progress(files: Sequence[InputFile]) -> Iterable[InputFile]:
    """Draw a bar while the files go by; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        return files
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import track  # noqa: PLC0415

    return track(files, description="reading", console=Console(stderr=True), transient=True)
