"""`notices report`."""

from pathlib import Path
from typing import Annotated

import typer

from notices.cli.talk import say


def report(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that `notices run` has written.")],
) -> None:
    """Write the report again from the tables of a dataset."""
    from notices.dataset_reader import read_dataset  # noqa: PLC0415  keeps help quick
    from notices.report import write_report  # noqa: PLC0415

    rows = read_dataset(folder)
    say(f"report: {write_report(lambda: [rows], folder)}")
