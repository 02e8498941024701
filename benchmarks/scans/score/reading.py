"""What a dataset says of one file, and what its findings point at."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.scans.score.plain import same
from notices.process import Rows
from schemas.dataset.codes import Measure, Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.money_rows import AllocationRow
from schemas.dataset.notice_rows import NoticeRow
from schemas.dataset.performance_rows import PerformanceIndicatorRow, PerformanceTableRow

ARITHMETIC = {
    "allocation-total", "allocation-crossfoot", "allocation-subtotal", "allocation-text-amount",
    "performance-amount", "performance-funds",
}  # fmt: skip
"""Identities that don't close: they cast doubt on every figure of their table."""
LOST = {"table-unparsed", "unreadable", "unit-unknown", "unit-conflict"}
"""Said of a whole table."""

Key = dict[str, str]
At = tuple[int | None, int | None, int | None]


@dataclass(frozen=True)
class Reading:
    """The rows of one file and its errors and warnings, each with its key."""

    file: str
    notice: NoticeRow
    rows: Rows
    loud: list[tuple[FindingRow, Key]] = field(default_factory=list)
    planted: frozenset[str] = frozenset()
    """The checks that a planted mistake of this notice makes fire."""

    @property
    def money(self) -> list[AllocationRow]:
        """The cells of money."""
        found = [r for r in self.rows[TableName.ALLOCATIONS] if isinstance(r, AllocationRow)]
        return [r for r in found if r.measure == Measure.AMOUNT]

    @property
    def forms(self) -> list[PerformanceTableRow]:
        """The target tables."""
        return [r for r in self.rows[TableName.PERFORMANCE_TABLES] if isinstance(r, PerformanceTableRow)]

    def indicators(self, table_no: int) -> list[PerformanceIndicatorRow]:
        """The rows of one target table."""
        found = self.rows[TableName.PERFORMANCE_INDICATORS]
        return [r for r in found if isinstance(r, PerformanceIndicatorRow) and r.table_no == table_no]

    def points_at(self, table: TableName, at: At = (None, None, None), name: str = "") -> bool:
        """Whether an error or warning casts doubt on the cell `at` (table, row, column; null: any).

        So does one on its row, on its table as a whole, an identity of its table that doesn't close, one that
        names the recipient whose row isn't there, and one that the file can't be read.
        """
        return any(
            _of_the_file(finding)
            or (finding.table == table and _fits(key, "table_no", at[0]) and _doubts(finding, key, at, name))
            for finding, key in self.loud
        )

    def own_flag(self, table: TableName, table_no: int, row_no: int, column_no: int | None = None) -> bool:
        """Whether an error or warning names this very row or cell, planted mistakes aside."""
        passed_over = ARITHMETIC | LOST | self.planted
        return any(
            finding.table == table
            and finding.check not in passed_over
            and key.get("table_no") == str(table_no)
            and ("row_no" not in key or (key["row_no"] == str(row_no) and _fits(key, "column_no", column_no)))
            for finding, key in self.loud
        )

    def header_flag(self, column: str) -> bool:
        """Whether an error or warning names the header's field, or the whole file."""
        return any(
            f.check == "unreadable" or (f.table == TableName.NOTICES and f.column == column)
            for f, _ in self.loud
        )


def _of_the_file(finding: FindingRow) -> bool:
    return finding.check == "unreadable" and finding.table in (TableName.NOTICES, TableName.SOURCES)


def _doubts(finding: FindingRow, key: Key, at: At, name: str) -> bool:
    if finding.check in LOST and "row_no" not in key:
        return True
    if name and "recipient" in key and same(key["recipient"], name):
        return True
    if finding.check in ARITHMETIC and finding.severity == Severity.ERROR:
        return True
    return at[1] is not None and key.get("row_no") == str(at[1]) and _fits(key, "column_no", at[2])


def _fits(key: Key, name: str, value: int | None) -> bool:
    """True where either side leaves it open."""
    return value is None or key.get(name, str(value)) == str(value)


def readings(rows: Rows) -> Iterator[Reading]:
    """One for each notice of a dataset, in order."""
    for notice in rows[TableName.NOTICES]:
        assert isinstance(notice, NoticeRow)  # noqa: S101  the table's own row class
        own = {
            table: tuple(r for r in some if getattr(r, "notice_id", "") == notice.notice_id)
            for table, some in rows.items()
        }
        yield Reading(file=notice.source, notice=notice, rows=own, loud=list(_loud(own)))


def _loud(rows: Rows) -> Iterator[tuple[FindingRow, Key]]:
    for row in rows[TableName.FINDINGS]:
        if isinstance(row, FindingRow) and row.severity in (Severity.ERROR, Severity.WARNING):
            yield row, {name: str(value) for name, value in json.loads(row.row_key).items()}
