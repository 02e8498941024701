"""What a mutation did: the findings that are new, where they point, whether a value is now wrong."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from notices.process import Rows
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.columns import Row
from schemas.dataset.finding_rows import FindingRow
from tests.mutations.mutation import Line, Mutation, Scope
from tests.mutations.sample import Sample, dataset

_INDICATORS_OF = {
    TableName.PERFORMANCE_INDICATORS: TableName.PERFORMANCE_TABLES,
    TableName.PERFORMANCE_FUNDS: TableName.PERFORMANCE_TABLES,
}
_NUMBERS = ("table_no", "row_no", "fund_no", "citation_no", "attachment_no", "clause_no")
# Not values of the notice: where and how they were read, and the order of the rows.
_ASIDE = {
    *("notice_id", "line", "method", "level_method", "match_score", "match_method", "indicator_id"),
    *("error_count", "warning_count", "status", "total_method", "serial"),
}
_ASIDE_IN = {TableName.NOTICES: {"source"}, TableName.ALLOCATIONS: {"row_no", "parent_row_no"}}
_VALUES = (
    TableName.NOTICES,
    TableName.ALLOCATIONS,
    TableName.PERFORMANCE_TABLES,
    TableName.PERFORMANCE_FUNDS,
    TableName.PERFORMANCE_INDICATORS,
    TableName.CITATIONS,
)


@dataclass(frozen=True)
class Place:
    """Which value a finding means, by its line in the unmutated text; null where it names no line."""

    table: TableName
    line: int | None
    rest: str
    recipient: str | None

    def within(self, scope: Scope) -> bool:
        if self.line is not None:
            return self.line in scope.lines
        if self.recipient is not None:
            return self.recipient in scope.recipients
        return scope.header if self.table == TableName.NOTICES else scope.allocation


@dataclass(frozen=True)
class Said:
    """A finding with its place; two that differ in their message only have the same `key`."""

    check: str
    severity: Severity
    place: Place
    column: str | None
    message: str

    @property
    def key(self) -> tuple[str, Place, str | None]:
        return self.check, self.place, self.column

    @property
    def loud(self) -> bool:
        return self.severity != Severity.INFO


@dataclass(frozen=True)
class Outcome:
    """`new` are findings where there was none, `said` also those that now say something else."""

    new: frozenset[Said]
    said: frozenset[Said]
    wrong: bool

    @property
    def errors(self) -> list[Said]:
        return [s for s in self.said if s.severity == Severity.ERROR]


def outcome(sample: Sample, mutation: Mutation) -> Outcome:
    lines = sample.mutated(mutation.edits)
    rows = dataset("\n".join(line.text for line in lines))
    before = unmutated(sample)
    keys = {s.key for s in before}
    after = frozenset(_findings(rows, lines))
    return Outcome(
        new=frozenset(s for s in after if s.key not in keys),
        said=after - before,
        wrong=values(rows) != values(sample.rows),
    )


@cache
def unmutated(sample: Sample) -> frozenset[Said]:
    return frozenset(_findings(sample.rows, sample.mutated({})))


def _findings(rows: Rows, lines: tuple[Line, ...]) -> Iterator[Said]:
    for row in rows.get(TableName.FINDINGS, ()):
        assert isinstance(row, FindingRow)
        place = _place(row, rows, lines)
        yield Said(row.check, row.severity, place, row.column, row.message)


def _place(finding: FindingRow, rows: Rows, lines: tuple[Line, ...]) -> Place:
    """Numbers of tables and rows move when something is dropped, lines of the unmutated text don't."""
    key = json.loads(finding.row_key)
    number = _line(finding.table, key, rows)
    numbers = {name: key.pop(name) for name in _NUMBERS if name in key}
    rest = json.dumps(key, ensure_ascii=False) + ("row" if "row_no" in numbers else "")
    origin = lines[number - 1].origin if number is not None else None
    return Place(finding.table, origin, rest, key.get("recipient"))


def _line(table: TableName, key: dict[str, object], rows: Rows) -> int | None:
    """Of the row that the key names; of the table where it names no row; null for an allocation table."""
    if table == TableName.ALLOCATIONS and "row_no" not in key:
        return None
    if "row_no" not in key and "fund_no" not in key:
        table = _INDICATORS_OF.get(table, table)
    wanted = {name: value for name, value in key.items() if name in _NUMBERS}
    found = (r for r in rows.get(table, ()) if all(getattr(r, n, None) == v for n, v in wanted.items()))
    return next((getattr(r, "line", None) for r in found), None) if wanted else None


def values(rows: Rows) -> Counter[str]:
    """The canonical values of every row, whatever way they were arrived at."""
    return Counter(_canonical(table, row) for table in _VALUES for row in rows.get(table, ()))


def _canonical(table: TableName, row: Row) -> str:
    aside = _ASIDE | _ASIDE_IN.get(table, set())
    return repr([table, *((n, v) for n, v in row if n not in aside and not n.endswith("_printed"))])
