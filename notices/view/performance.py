"""Performance target tables (绩效目标表): each with its parts, and all side by side."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from notices.view.flags import Flags
from notices.view.tables import NoticeTables
from schemas.dataset.codes import TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.performance_rows import (
    PerformanceFundRow,
    PerformanceGoalRow,
    PerformanceIndicatorRow,
    PerformanceTableRow,
)
from schemas.model import Frozen

_OF_ITS_NAME = ("indicator", "level", "match")
"""How the columns begin that a person sees as the name of an indicator."""

SHARED = 0.6
"""Part of a side-by-side table's cells that must be filled: below it the tables aren't one template."""


class Indicator(Frozen):
    """An indicator; `span1`, `span2` say how many rows its level cells cover, 0 under one that does."""

    row: PerformanceIndicatorRow
    span1: int
    span2: int
    findings: tuple[FindingRow, ...]

    @property
    def label(self) -> str:
        """Its canonical name, else the printed one."""
        return self.row.indicator or self.row.indicator_printed or ""

    @property
    def name_findings(self) -> tuple[FindingRow, ...]:
        """Those about its name and levels."""
        return tuple(one for one in self.findings if (one.column or "").startswith(_OF_ITS_NAME))

    @property
    def target_findings(self) -> tuple[FindingRow, ...]:
        """Those about its target, or about all of it."""
        return tuple(one for one in self.findings if not (one.column or "").startswith(_OF_ITS_NAME))

    @property
    def target(self) -> str:
        """Its target, canonical if it could be read."""
        return self.row.target or self.row.target_printed or ""


class FundLine(Frozen):
    """A 其中 line with its findings."""

    row: PerformanceFundRow
    findings: tuple[FindingRow, ...]


class Performance(Frozen):
    """A performance target table with its parts."""

    table: PerformanceTableRow
    funds: tuple[FundLine, ...]
    goals: tuple[PerformanceGoalRow, ...]
    indicators: tuple[Indicator, ...]
    findings: tuple[FindingRow, ...]

    @property
    def name(self) -> str:
        """Whose table it is."""
        return self.table.recipient or self.table.recipient_printed or ""

    @property
    def all_findings(self) -> tuple[FindingRow, ...]:
        """Those about the table and about anything in it."""
        of_funds = (one for fund in self.funds for one in fund.findings)
        of_indicators = (one for indicator in self.indicators for one in indicator.findings)
        return (*self.findings, *of_funds, *of_indicators)


class MatrixRow(Frozen):
    """An indicator across the tables; None where a table doesn't have it."""

    level1: str
    level2: str
    label: str
    cells: tuple[Indicator | None, ...]

    @property
    def usual(self) -> str | None:
        """The target that most tables have; None where no two agree."""
        counts = Counter(cell.target for cell in self.cells if cell)
        target, count = counts.most_common(1)[0]
        return target if count > 1 else None

    @property
    def alike(self) -> bool:
        """Whether every table has it, with one target and without a finding."""
        return len({cell and cell.target for cell in self.cells}) == 1 and not any(
            cell is None or cell.findings for cell in self.cells
        )


class Matrix(Frozen):
    """Indicators × recipients."""

    names: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def performances(tables: NoticeTables, flags: Flags) -> tuple[Performance, ...]:
    """Put every performance table together with its parts."""
    return tuple(_performance(row, tables, flags) for row in tables.performance_tables)


def _performance(row: PerformanceTableRow, tables: NoticeTables, flags: Flags) -> Performance:
    number = row.table_no
    return Performance(
        table=row,
        funds=tuple(_fund(fund, flags) for fund in tables.performance_funds if fund.table_no == number),
        goals=tuple(goal for goal in tables.performance_goals if goal.table_no == number),
        indicators=_indicators([r for r in tables.performance_indicators if r.table_no == number], flags),
        findings=flags.table(TableName.PERFORMANCE_TABLES, number),
    )


def _fund(row: PerformanceFundRow, flags: Flags) -> FundLine:
    findings = flags.row(TableName.PERFORMANCE_FUNDS, row.table_no, row.fund_no)
    return FundLine(row=row, findings=findings)


def _indicators(rows: Sequence[PerformanceIndicatorRow], flags: Flags) -> tuple[Indicator, ...]:
    spans1 = _spans([row.level1 for row in rows])
    spans2 = _spans([(row.level1, row.level2) for row in rows])
    return tuple(
        Indicator(
            row=row,
            span1=span1,
            span2=span2,
            findings=flags.row(TableName.PERFORMANCE_INDICATORS, row.table_no, row.row_no),
        )
        for row, span1, span2 in zip(rows, spans1, spans2, strict=True)
    )


def _spans(labels: Sequence[object]) -> list[int]:
    """How many equal labels begin at each place: a a b → 2 0 1."""
    lengths = (len(tuple(group)) for _, group in groupby(labels))
    return [span for length in lengths for span in (length, *[0] * (length - 1))]


def matrix(tables: Sequence[Performance]) -> Matrix | None:
    """Lay tables of one template side by side; None for fewer than two, or where they share too little."""
    columns = [_by_identity(one.indicators) for one in tables]
    identities = list(dict.fromkeys(key for column in columns for key in column))
    filled = sum(len(column) for column in columns)
    if len(tables) < 2 or filled < SHARED * len(identities) * len(tables) or not filled:
        return None
    rows = [_matrix_row(tuple(column.get(key) for column in columns)) for key in identities]
    return Matrix(names=tuple(one.name for one in tables), rows=tuple(rows))


def _by_identity(indicators: Sequence[Indicator]) -> dict[tuple[str, int], Indicator]:
    """Name an indicator by its label, and by how many before it have the same."""
    seen: Counter[str] = Counter()
    named: dict[tuple[str, int], Indicator] = {}
    for one in indicators:
        named[one.label, seen[one.label]] = one
        seen[one.label] += 1
    return named


def _matrix_row(cells: tuple[Indicator | None, ...]) -> MatrixRow:
    first = next(cell for cell in cells if cell)
    level1, level2 = first.row.level1 or "", first.row.level2 or ""
    return MatrixRow(level1=level1, level2=level2, label=first.label, cells=cells)
