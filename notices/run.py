"""A run: files → rows → dataset, report and the record of the run."""

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from pydantic import Field

from notices.archive import with_archive_checks
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
from notices.report import write_report
from notices.unread import pages_unreadable
from notices.versions import versions
from schemas.dataset.codes import Severity, Status, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow
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
    with _timed(seconds, "read"), open_ledger(options.output, settings, force=options.force) as ledger:
        gathered = gather(watch(wanted.files), process, options.jobs, ledger)
        rows = with_archive_checks(gathered.rows())
    with _timed(seconds, "write"):
        write_dataset(rows, options.output, options.formats, workbook=options.workbook)
    with _timed(seconds, "report"):
        report = write_report(rows, options.output)
    accounting = account(len(found), gathered, rows, wanted.excluded)
    absent = tuple(sorted(options.corrections.keys() - {row.notice_id for row in _notices(rows)}))
    write_run(_record(options, started, seconds, accounting, absent), options.output)
    return _summary(accounting, rows, options.output, report).model_copy(update={"uncorrected": absent})


def check_writable(folder: Path) -> None:
    """Make the folder and try it, before hours of reading; raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        refused = f"{folder} can't be written to ({error.strerror or error})"
        raise OutputError(f"{refused}; give another folder with -o") from error


def account(files_seen: int, gathered: Gathered, rows: Rows, excluded: int = 0) -> Accounting:
    """Say where every file has gone, and what in them nobody took."""
    pages, tables = _unclaimed(rows)
    return Accounting(
        files_seen=files_seen,
        notices=gathered.read,
        duplicates=gathered.duplicates,
        skipped=gathered.skipped,
        excluded=excluded,
        failed=gathered.failed,
        pages_unclaimed=pages,
        tables_unclaimed=tables,
        pages_unreadable=pages_unreadable(rows),
    )


def _unclaimed(rows: Rows) -> tuple[int, int]:
    """Count whole pages, and tables; a file that is no notice is neither."""
    pages = tables = 0
    for row in _findings(rows):
        key = json.loads(row.row_key)
        if row.check in ("section-unclaimed", "table-unparsed"):
            tables += "table_no" in key
            pages += "page" in key and "table_no" not in key
    return pages, tables


def _findings(rows: Rows) -> Iterator[FindingRow]:
    return (row for row in rows.get(TableName.FINDINGS, ()) if isinstance(row, FindingRow))


def _notices(rows: Rows) -> Iterator[NoticeRow]:
    return (row for row in rows.get(TableName.NOTICES, ()) if isinstance(row, NoticeRow))


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


def _summary(accounting: Accounting, rows: Rows, output: Path, report: Path) -> RunSummary:
    by_status = Counter(row.status for row in _notices(rows))
    by_severity = Counter(row.severity for row in _findings(rows))
    return RunSummary(
        accounting=accounting,
        notices={status: by_status[status] for status in Status},
        rows=sum(map(len, rows.values())),
        findings={severity: by_severity[severity] for severity in Severity},
        output=output,
        report=report,
    )


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds[stage] = round(perf_counter() - start, 3)
