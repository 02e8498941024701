"""`notices run`."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from notices.cli.talk import InterruptedRunError, say
from notices.log import log_to_stderr
from notices.output.datapackage import Format
from schemas.dataset.codes import Severity, Status

if TYPE_CHECKING:
    from notices.corrections import Corrections
    from notices.summary import RunSummary  # with it comes pyarrow, which help doesn't need

UNREADABLE = 1
"""Exit code where some file, or a page of one, couldn't be read."""
FAIL_ON_MET = 3
"""Exit code where a finding is as grave as `--fail-on`; a file that can't be read goes before it."""


class Ocr(StrEnum):
    """The OCR engines, as `extract.ocr.choose.EngineName` has them; loading that would slow help down."""

    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"


class FormatName(StrEnum):
    """A form of the tables, or the workbook of all of them."""

    CSV = "csv"
    PARQUET = "parquet"
    XLSX = "xlsx"


class FailOn(StrEnum):
    """The mildest severity that makes the command fail."""

    ERROR = "error"
    WARNING = "warning"


def run(  # noqa: PLR0913  a command has the options it has
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT", help="Files and folders to read.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Folder to write to.")],
    *,
    formats: Annotated[
        list[FormatName] | None,
        typer.Option(
            "--format",
            help="Write the tables in this format only; may be given more than once. xlsx is one workbook"
            " of all, beside the others.",
        ),
    ] = None,
    ocr: Annotated[
        Ocr, typer.Option(help="OCR engine for pages without text; see `notices doctor`.")
    ] = Ocr.RAPIDOCR,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            min=0,
            help="Processes that read at once; for scans each takes up to 1 GB. Without it one a core, as"
            " far as there are files and memory for them. 0 reads in the program's own process, unbounded.",
        ),
    ] = None,
    max_minutes: Annotated[
        float, typer.Option(min=0.01, help="Give a file up that takes longer; others go on.")
    ] = 60,
    max_memory: Annotated[
        int, typer.Option(min=100, metavar="MIB", help="Give a file up that takes more memory; others go on.")
    ] = 4096,
    corrections: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Decisions about values; without it corrections.csv in DIR, if it is there."
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="Read only such files of a folder: '*.pdf', '2021/*'."),
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="Leave such files of a folder out.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Read again what earlier runs into DIR have read.")
    ] = False,
    log_json: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write a line of JSON for each file as it is done; - is stderr."),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option(help="Exit with 3 where a finding is as grave as this, or graver.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help="Name each file as it is read, and say where the program failed."
        ),
    ] = False,
) -> None:
    """Read files and folders, write the dataset and the report.

    Hidden files and the output folder are passed over. Files of unknown kinds in a folder are skipped and
    counted in run.json; given by name, they are tried as text. Where 1 and 3 both apply, the exit code is 1.
    """
    from extract.ocr.choose import EngineName  # noqa: PLC0415  keeps help quick
    from notices.bounds import Bounds  # noqa: PLC0415
    from notices.cli.watch import opened, watcher  # noqa: PLC0415
    from notices.ocr import process_with  # noqa: PLC0415
    from notices.options import RunOptions  # noqa: PLC0415
    from notices.run import run  # noqa: PLC0415

    log_to_stderr(verbose=verbose)
    decided = decisions(corrections, output)
    options = RunOptions(
        inputs=tuple(inputs),
        output=output,
        formats=tuple(form for form in Format if str(form) in map(str, formats or ())) or tuple(Format),
        workbook=FormatName.XLSX in (formats or ()),
        ocr=ocr,
        jobs=jobs,
        bounds=Bounds(minutes=max_minutes, memory=max_memory),
        corrections=decided,
        force=force,
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
    )
    process = process_with(EngineName(ocr), corrections=decided)
    try:
        with opened(log_json) as log:
            summary = run(options, process=process, watch=watcher(quiet=quiet, log=log))
            if log is not None:
                log.write(summary.model_dump_json() + "\n")
    except KeyboardInterrupt as error:
        left = f"a dataset that was in {output} is as it was; the same command goes on from here"
        raise InterruptedRunError(f"interrupted; {left}") from error
    for line in () if quiet else described(summary):
        say(line)
    raise typer.Exit(exit_code(summary, fail_on))


def decisions(given: Path | None, output: Path) -> "Corrections":
    """The corrections of the file given, else of the one in the output folder, else none."""
    from notices.corrections import FILE, read_corrections  # noqa: PLC0415  keeps help quick

    path = given or output / FILE
    return read_corrections(path) if given or path.is_file() else {}


def described(summary: "RunSummary") -> list[str]:
    """The summary in a few lines."""
    files = summary.accounting
    return [
        *(
            ["nothing has changed since the last run: the dataset stays as it is"]
            if summary.unchanged
            else []
        ),
        *([] if files.files_seen else ["there was no file to read; the dataset is empty"]),
        f"files: {files.files_seen} ({files.notices} read, {files.duplicates} the same as another,"
        f" {files.skipped} of unknown kind skipped,"
        f"{f' {files.excluded} excluded,' if files.excluded else ''} {files.failed} not readable)",
        *([f"pages not readable: {files.pages_unreadable}"] if files.pages_unreadable else []),
        f"notices: {_counted(summary.notices)}",
        f"findings: {_counted(summary.findings)}",
        *(
            [f"corrections for notices that aren't here: {', '.join(summary.uncorrected)}"]
            if summary.uncorrected
            else []
        ),
        f"dataset: {summary.output}, {summary.rows} rows",
        f"report: {summary.report}",
    ]


def _counted(counts: Mapping[Status, int] | Mapping[Severity, int]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in counts.items())


def exit_code(summary: "RunSummary", fail_on: FailOn | None) -> int:
    """What the shell is told."""
    if summary.accounting.failed or summary.accounting.pages_unreadable:
        return UNREADABLE
    errors, warnings = summary.findings[Severity.ERROR], summary.findings[Severity.WARNING]
    met = (fail_on and errors) or (fail_on is FailOn.WARNING and warnings)
    return FAIL_ON_MET if met else 0
