"""The commands together, and the one place where an exception becomes a message and an exit code."""

import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from notices.cli.doctor import doctor
from notices.cli.inspect import inspect
from notices.cli.report import report
from notices.cli.run import run
from notices.cli.schema import schema
from notices.cli.talk import say
from schemas.errors import NoticesError

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help needs no rich, which takes as long to load as everything else
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (run, inspect, report, schema, doctor):
    app.command()(command)


def _version(asked: bool) -> None:
    if asked:
        from notices.versions import PROGRAM, versions  # noqa: PLC0415

        typer.echo(f"{PROGRAM} {versions()[PROGRAM]}")
        raise typer.Exit


@app.callback()
def notices(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Turn Chinese fiscal allocation notices (资金下达通知) into one dataset.

    No wrong figure goes without a flag.

    Exit codes: 0 done; 1 some file or page couldn't be read, the rest is written; 2 wrong usage, or the
    output folder can't be written to; 3 --fail-on was met; 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code comes back, or as SystemExit from the framework."""
    _speak_utf8()
    try:
        app(arguments, prog_name="notices")
    except NoticesError as error:
        say(f"Error: {error}")
        return error.exit_code
    return 0


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page is: data must be the same everywhere."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
