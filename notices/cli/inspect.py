"""`notices inspect`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notices.cli.talk import say
from notices.log import log_to_stderr

if TYPE_CHECKING:
    from notices.process import Examined  # with it comes all the rest, which help doesn't need


def inspect(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The notice to show.")],
    overlay: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Write each page of a PDF or picture to this folder, with what was read drawn on it.",
        ),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say where the program failed.")] = False,
) -> None:
    """Show one notice on the terminal: header, tables, findings. Nothing is written without --overlay."""
    from rich.console import Console  # noqa: PLC0415  keeps help quick

    from extract.ocr.choose import EngineName  # noqa: PLC0415
    from notices.gather import gather  # noqa: PLC0415
    from notices.inputs import InputError, find_inputs  # noqa: PLC0415
    from notices.inspect import show  # noqa: PLC0415
    from notices.ocr import process_with  # noqa: PLC0415
    from notices.process import merged  # noqa: PLC0415
    from notices.readings import open_spool  # noqa: PLC0415
    from notices.unread import pages_unreadable  # noqa: PLC0415

    log_to_stderr(verbose=verbose)
    if file.is_dir():
        raise InputError(f"{file} is a folder; give one file, or use `notices run`")
    examined: list[Examined] = []
    with open_spool() as spool:
        gathered = gather(find_inputs([file]), process_with(EngineName.RAPIDOCR, examined.append), spool)
        rows = merged(gathered.rows(spool))
    show(rows, Console())
    if overlay is not None and examined:
        _draw(file, overlay, examined[0])
    elif overlay is not None:
        say("overlay: not drawn, as the file can't be read")
    raise typer.Exit(1 if gathered.failed or pages_unreadable(rows) else 0)


def _draw(file: Path, folder: Path, examined: "Examined") -> None:
    """Write the pages and say where; what can't be drawn is told."""
    from notices.inputs import find_inputs  # noqa: PLC0415  keeps help quick
    from notices.loading import Content, load  # noqa: PLC0415
    from notices.overlay import write_overlay  # noqa: PLC0415

    content = load(find_inputs([file])[0])
    if isinstance(content, Content):  # it was a moment ago
        written = write_overlay(content, examined, file.name, folder)
        say(f"overlay: {len(written.files)} pages in {folder}")
        if written.missing:
            say(f"not drawn: {', '.join(map(str, written.missing))} (see the findings of these pages)")
