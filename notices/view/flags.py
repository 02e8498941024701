"""Which value a finding points at, and so which cell is coloured."""

from collections.abc import Iterable, Mapping

from schemas.dataset.codes import Severity, TableName
from schemas.dataset.finding_rows import SEVEREST_FIRST, FindingRow
from schemas.findings import RowKey
from schemas.model import Frozen

Spot = tuple[TableName, int | None, int | None]
"""Table of the dataset, number of the table in the notice, number of the row (or fund) in it."""

NAME_COLUMNS = frozenset(
    {"recipient_printed", "recipient", "recipient_kind", "division_code", "parent_code"}
    | {"match_score", "match_method"}
)
"""Columns of a row that a person sees as its name."""


class Pointed(Frozen):
    """A finding with its key taken apart."""

    finding: FindingRow
    key: RowKey


class Flags(Frozen):
    """The findings of a notice by the spot that they point at."""

    spots: Mapping[Spot, tuple[Pointed, ...]]

    def table(self, name: TableName, table_no: int) -> tuple[FindingRow, ...]:
        """Those about a table as a whole, or about a row that isn't there."""
        return tuple(one.finding for one in self._at(name, table_no, None) if one.key.column_no is None)

    def header(self, name: TableName, table_no: int, column_no: int) -> tuple[FindingRow, ...]:
        """Those about a column as a whole."""
        return tuple(one.finding for one in self._at(name, table_no, None) if one.key.column_no == column_no)

    def row(self, name: TableName, table_no: int, row_no: int) -> tuple[FindingRow, ...]:
        """Those about a row or anything in it."""
        return tuple(one.finding for one in self._at(name, table_no, row_no))

    def name(self, name: TableName, table_no: int, row_no: int | None) -> tuple[FindingRow, ...]:
        """Those about what a row, or a whole table, is called."""
        here = self._at(name, table_no, row_no)
        return tuple(one.finding for one in here if one.finding.column in NAME_COLUMNS)

    def cell(self, name: TableName, table_no: int, row_no: int, column_no: int) -> tuple[FindingRow, ...]:
        """Those about a measured cell, or about the figures of its row."""
        return tuple(
            one.finding
            for one in self._at(name, table_no, row_no)
            if one.key.column_no in (None, column_no) and one.finding.column not in NAME_COLUMNS | {"serial"}
        )

    def _at(self, name: TableName, table_no: int, row_no: int | None) -> tuple[Pointed, ...]:
        return self.spots.get((name, table_no, row_no), ())


def flags(findings: Iterable[FindingRow]) -> Flags:
    """Take the keys of findings apart."""
    spots: dict[Spot, tuple[Pointed, ...]] = {}
    for finding in sorted(findings, key=lambda one: SEVEREST_FIRST.index(one.severity)):
        key = row_key(finding)
        name = TableName.ALLOCATIONS if finding.table is TableName.MONEY else finding.table
        spot = (name, key.table_no, key.row_no or key.fund_no or key.goal_no)
        spots[spot] = (*spots.get(spot, ()), Pointed(finding=finding, key=key))
    return Flags(spots=spots)


def row_key(finding: FindingRow) -> RowKey:
    """Read the key of a finding."""
    return RowKey.model_validate_json(finding.row_key)


def severest(findings: Iterable[FindingRow]) -> Severity | None:
    """How much the worst of some findings weighs; None where there are none."""
    return min((one.severity for one in findings), key=SEVEREST_FIRST.index, default=None)
