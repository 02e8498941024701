"""`notices inspect`."""

from pathlib import Path
from typing import Annotated

import typer

from notices.log import log_to_stderr


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The notice to show.")],
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say where the program failed.")] = False,
) -> None:
    """Show one notice on the terminal: header, tables, findings. Nothing is written."""
    from rich.console import Console  # noqa: PLC0415  keeps help quick

    from extract.ocr.choose import EngineName  # noqa: PLC0415
    from notices.gather import gather  # noqa: PLC0415
    from notices.inputs import InputError, find_inputs  # noqa: PLC0415
    from notices.inspect import show  # noqa: PLC0415
    from notices.ocr import process_with  # noqa: PLC0415

    log_to_stderr(verbose=verbose)
    if file.is_dir():
        raise InputError(f"{file} is a folder; give one file, or use `notices run`")
    gathered = gather(find_inputs([file]), process_with(EngineName.RAPIDOCR))
    show(gathered.rows(), Console())
    raise typer.Exit(1 if gathered.failed else 0)
