"""Which rows and cells of the tables the findings point at."""

import json
from collections.abc import Mapping, Sequence

from schemas.dataset.codes import Severity, TableName
from schemas.dataset.columns import Row
from schemas.dataset.finding_rows import SEVEREST_FIRST, FindingRow
from schemas.dataset.tables import TABLES, TableSpec
from schemas.model import Frozen

Index = tuple[TableName, int]
"""A table and the number of a row in it, from 0."""


class Marks(Frozen):
    """`places`: finding → its row, or the first it means. `doubtful`: row → column → the gravest severity.

    Of a finding without a column, or whose column is none of the table's, the row's first cell is marked.
    """

    places: Mapping[str, Index]
    doubtful: Mapping[Index, Mapping[str, Severity]]


def marks(tables: Mapping[TableName, Sequence[Row]]) -> Marks:
    """`tables` hold their rows in order."""
    first = {spec.name: _by_key(spec, tables[spec.name]) for spec in TABLES}
    specs = {spec.name: spec for spec in TABLES}
    places: dict[str, Index] = {}
    doubtful: dict[Index, dict[str, Severity]] = {}
    for finding in tables[TableName.FINDINGS]:
        if not isinstance(finding, FindingRow):
            continue
        spec = specs[finding.table]
        row = first[finding.table].get(_key(spec, finding))
        if row is None:
            continue
        places[finding.finding_id] = (finding.table, row)
        if finding.severity is not Severity.INFO:
            cells = doubtful.setdefault((finding.table, row), {})
            column = _column(spec, finding.column)
            cells[column] = min(
                cells.get(column, finding.severity), finding.severity, key=SEVEREST_FIRST.index
            )
    return Marks(places=places, doubtful=doubtful)


def _by_key(spec: TableSpec, rows: Sequence[Row]) -> dict[tuple[str, ...], int]:
    """The first row of each key, and of each beginning of one."""
    found: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows):
        key = tuple(str(getattr(row, name)) for name in spec.key)
        for length in range(1, len(key) + 1):
            found.setdefault(key[:length], number)
    return found


def _key(spec: TableSpec, finding: FindingRow) -> tuple[str, ...]:
    """As much of the table's key as the finding names."""
    named = json.loads(finding.row_key)
    parts = [finding.notice_id]
    for name in spec.key[1:]:
        if name not in named:
            break
        parts.append(str(named[name]))
    return tuple(parts)


def _column(spec: TableSpec, name: str | None) -> str:
    names = [column.name for column in spec.columns]
    return name if name in names else names[0]
