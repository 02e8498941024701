"""A run: files → rows → dataset, report and the record of the run."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from pydantic import Field

from notices.archive import contradictions, with_contradictions
from notices.attempt import Process
from notices.corrections import Corrections
from notices.gather import Gathered, gather
from notices.inputs import InputFile, find_inputs, printable
from notices.ledger import Settings, open_ledger
from notices.output.datapackage import Format
from notices.output.dataset import ALL_FORMATS, write_dataset
from notices.output.run_record import Accounting, RunRecord, write_run
from notices.output.staging import OutputError
from notices.patterns import chosen
from notices.process import Rows
from notices.process import process as every_stage
from notices.readings import Spool, open_spool
from notices.report import write_report
from notices.tally import RunTally
from notices.versions import versions
from schemas.dataset.codes import Severity, Status
from schemas.model import Frozen

Watch = Callable[[Sequence[InputFile]], Iterable[InputFile]]
"""Hands the files on one by one, telling somebody how far it is."""


class RunOptions(Frozen):
    """What to read and where to write; `jobs` processes read at once, one is this process itself.

    `include` and `exclude` are patterns as in `notices.patterns`. `force`: what earlier runs into the folder
    have read is read again.
    """

    inputs: tuple[Path, ...]
    output: Path
    formats: tuple[Format, ...] = ALL_FORMATS
    ocr: str = "rapidocr"
    jobs: int = Field(default=1, ge=1)
    corrections: Corrections = Field(default_factory=dict)
    force: bool = False
    workbook: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class RunSummary(Frozen):
    """What came of a run; `notices` counts by status what stands in the table of that name.

    `uncorrected` are notices with corrections that weren't among the files.
    """

    accounting: Accounting
    notices: Mapping[Status, int]
    rows: int
    findings: Mapping[Severity, int]
    output: Path
    report: Path
    uncorrected: tuple[str, ...] = ()


def run(options: RunOptions, *, process: Process = every_stage, watch: Watch = iter) -> RunSummary:
    """Read every input and write all there is to write; a file that can't be read has its row in it.

    Raises InputError before anything is written, OutputError where the output folder refuses.
    """
    started, seconds = datetime.now(UTC), dict[str, float]()
    found = find_inputs(options.inputs, output=options.output)
    wanted = chosen(found, options.include, options.exclude)
    check_writable(options.output)
    settings = Settings(options.ocr, process, options.corrections)
    tally = RunTally()
    with open_spool() as spool:
        with _timed(seconds, "read"), open_ledger(options.output, settings, force=options.force) as ledger:
            gathered = gather(watch(wanted.files), process, spool, ledger, options.jobs)
        parts = _parts(gathered, spool)
        with _timed(seconds, "write"):
            counted = tally.counting(parts())
            write_dataset(counted, options.output, options.formats, workbook=options.workbook)
        with _timed(seconds, "report"):
            report = write_report(parts, options.output)
    accounting = account(len(found), gathered, tally, wanted.excluded)
    absent = tuple(sorted(options.corrections.keys() - tally.notice_ids))
    write_run(_record(options, started, seconds, accounting, absent), options.output)
    return _summary(accounting, tally, options.output, report).model_copy(update={"uncorrected": absent})


def _parts(gathered: Gathered, spool: Spool) -> Callable[[], Iterator[Rows]]:
    """The rows of a file at a time, with what the notices say of each other; from the start at each call."""
    found = contradictions(gathered.facts)
    return lambda: (with_contradictions(rows, found) for rows in gathered.rows(spool))


def check_writable(folder: Path) -> None:
    """Make the folder and try it, before hours of reading; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        refused = f"{folder} can't be written to ({error.strerror or error})"
        raise OutputError(f"{refused}; give another folder with -o") from error


def account(files_seen: int, gathered: Gathered, tally: RunTally, excluded: int = 0) -> Accounting:
    """Say where every file has gone, and what in them nobody took."""
    return Accounting(
        files_seen=files_seen,
        notices=gathered.read,
        duplicates=gathered.duplicates,
        skipped=gathered.skipped,
        excluded=excluded,
        failed=gathered.failed,
        pages_unclaimed=tally.pages_unclaimed,
        tables_unclaimed=tally.tables_unclaimed,
        pages_unreadable=tally.pages_unreadable,
    )


def _record(
    options: RunOptions,
    started: datetime,
    seconds: dict[str, float],
    accounting: Accounting,
    absent: tuple[str, ...],
) -> RunRecord:
    return RunRecord(
        started=started,
        versions=versions(),
        options={
            "inputs": tuple(map(printable, options.inputs)),
            "output": printable(options.output),
            "formats": (*map(str, options.formats), *(["xlsx"] if options.workbook else [])),
            "ocr": options.ocr,
            "jobs": options.jobs,
            "include": options.include,
            "exclude": options.exclude,
            "corrected_notices": len(options.corrections),
            "corrected_notices_absent": absent,
        },
        seconds=seconds,
        accounting=accounting,
    )


def _summary(accounting: Accounting, tally: RunTally, output: Path, report: Path) -> RunSummary:
    return RunSummary(
        accounting=accounting,
        notices={status: tally.statuses[status] for status in Status},
        rows=tally.rows,
        findings={severity: tally.severities[severity] for severity in Severity},
        output=output,
        report=report,
    )


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds[stage] = round(perf_counter() - start, 3)
