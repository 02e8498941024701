"""What goes to stderr."""

import typer

from schemas.errors import NoticesError


class InterruptedRunError(NoticesError):
    """Somebody pressed Ctrl-C; 130 is what a shell gives for it (128 + SIGINT)."""

    exit_code = 130


def say(message: str) -> None:
    """Tell the person at the terminal."""
    typer.echo(message, err=True)
