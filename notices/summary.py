"""What came of a run, in numbers."""

from collections.abc import Mapping
from pathlib import Path

from notices.gathered import Gathered
from notices.output.run_record import Accounting
from notices.tally import RunTally
from schemas.dataset.codes import Severity, Status
from schemas.model import Frozen


class RunSummary(Frozen):
    """What came of a run; `notices` counts by status what stands in the table of that name.

    `uncorrected` are notices with corrections that weren't among the files. `unchanged`: there was nothing to
    do, and these are the words of the run that wrote the dataset.
    """

    accounting: Accounting
    notices: Mapping[Status, int]
    rows: int
    findings: Mapping[Severity, int]
    output: Path
    report: Path
    uncorrected: tuple[str, ...] = ()
    unchanged: bool = False


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


def summary_of(accounting: Accounting, tally: RunTally, output: Path, report: Path) -> RunSummary:
    """The numbers of a run that has written all it had to."""
    return RunSummary(
        accounting=accounting,
        notices={status: tally.statuses[status] for status in Status},
        rows=tally.rows,
        findings={severity: tally.severities[severity] for severity in Severity},
        output=output,
        report=report,
    )
