"""A run: files → rows → dataset, report and the record of the run."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from notices.archive import contradictions, with_contradictions
from notices.attempt import Process
from notices.gather import gather
from notices.gathered import Gathered
from notices.inputs import InputFile, find_inputs, printable
from notices.jobs import jobs_for
from notices.ledger import Ledger, Settings, Standing, key_of, open_ledger, stamps
from notices.options import RunOptions
from notices.output.datapackage import file_name
from notices.output.dataset import write_dataset
from notices.output.run_record import Accounting, RunRecord, write_run
from notices.output.staging import OutputError
from notices.output.workbook import FILE as WORKBOOK
from notices.patterns import chosen
from notices.process import Rows
from notices.process import process as every_stage
from notices.progress import Told, nobody
from notices.readings import Spool, open_spool
from notices.report import REPORT, write_report
from notices.summary import RunSummary, account, summary_of
from notices.tally import RunTally
from notices.versions import versions
from schemas.dataset.tables import TABLES


@contextmanager
def unwatched(_: Sequence[InputFile]) -> Iterator[Told]:
    """Nobody looks on."""
    yield nobody


Watch = Callable[[Sequence[InputFile]], AbstractContextManager[Told]]
"""Given the files, tells somebody of each as it is done."""


def run(options: RunOptions, *, process: Process = every_stage, watch: Watch = unwatched) -> RunSummary:
    """Read every input and write all there is to write; a file that can't be read has its row in it.

    Where inputs, options and program are those of the run that wrote what is there, all stays as it is.
    Raises InputError before anything is written, OutputError where the output folder refuses.
    """
    found = find_inputs(options.inputs, output=options.output)
    check_writable(options.output)
    settings = Settings(options.ocr, process, options.corrections)
    how = (options.formats, options.workbook, options.include, options.exclude)
    key = key_of(found, settings, how)
    with open_ledger(options.output, settings, force=options.force) as ledger:
        stands = _standing(options, ledger, key)
        if stands is not None:
            return stands
        ledger.stand(None)
        summary = _run(options, found, process, watch, ledger)
        written = stamps(options.output, _written(options))
        if key and written and not summary.accounting.failed:
            ledger.stand(Standing(key=key, written=written, summary=summary.model_dump_json()))
    return summary


def _standing(options: RunOptions, ledger: Ledger, key: str | None) -> RunSummary | None:
    """What the run said that wrote what is there; null where this one has something to do."""
    last = ledger.standing()
    if last is None or last.key != key or last.written != stamps(options.output, _written(options)):
        return None
    changes = {"unchanged": True, "output": options.output, "report": options.output / REPORT}
    return RunSummary.model_validate_json(last.summary).model_copy(update=changes)


def _written(options: RunOptions) -> list[str]:
    """The files of a run by name."""
    tables = [file_name(spec, form) for spec in TABLES for form in options.formats]
    return [*tables, *([WORKBOOK] if options.workbook else []), "datapackage.json", "run.json", REPORT]


def _run(
    options: RunOptions, found: Sequence[InputFile], process: Process, watch: Watch, ledger: Ledger
) -> RunSummary:
    started, seconds = datetime.now(UTC), dict[str, float]()
    wanted = chosen(found, options.include, options.exclude)
    tally = RunTally()
    with open_spool() as spool:
        with _timed(seconds, "read"), watch(wanted.files) as told:
            gathered = gather(
                wanted.files,
                process,
                spool,
                ledger=ledger,
                jobs=jobs_for(wanted.files) if options.jobs is None else options.jobs,
                bounds=options.bounds,
                told=told,
            )
        parts = _parts(gathered, spool)
        with _timed(seconds, "write"):
            counted = tally.counting(parts())
            write_dataset(counted, options.output, options.formats, workbook=options.workbook)
        with _timed(seconds, "report"):
            report = write_report(parts, options.output)
    accounting = account(len(found), gathered, tally, wanted.excluded)
    absent = tuple(sorted(options.corrections.keys() - tally.notice_ids))
    write_run(_record(options, started, seconds, accounting, absent), options.output)
    return summary_of(accounting, tally, options.output, report).model_copy(update={"uncorrected": absent})


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


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds[stage] = round(perf_counter() - start, 3)
