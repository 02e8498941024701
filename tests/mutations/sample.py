"""A notice of samples/notices with its unmutated dataset: where its rows, tables and fields stand."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from pathlib import Path
from typing import TypeVar

from notices.process import Rows, process
from schemas.dataset.codes import ColumnRole, Measure, Method, RowKind, TableName
from schemas.dataset.columns import Row
from schemas.dataset.money_rows import AllocationRow
from schemas.dataset.notice_rows import CitationRow, NoticeRow
from schemas.dataset.performance_rows import (
    PerformanceFundRow,
    PerformanceIndicatorRow,
    PerformanceTableRow,
)
from tests.mutations.mutation import Edits, Line, Scope, replaced, substituted

FOLDER = Path(__file__).parents[2] / "samples" / "notices"
_ATTACHMENT_LABEL = re.compile(r"附件\d*[:：]?")
_UNIT_LINE = re.compile(r"单位[:：]")
_R = TypeVar("_R", bound=Row)


def dataset(text: str) -> Rows:
    return process(text.encode(), path="mutated.txt", media_type="text/plain").rows


@dataclass(frozen=True)
class Table:
    """A performance table: its lines from the attachment label or title to the next table, its rows."""

    start: int
    end: int
    name_line: int
    row: PerformanceTableRow
    funds: tuple[PerformanceFundRow, ...]
    indicators: tuple[PerformanceIndicatorRow, ...]

    @property
    def lines(self) -> range:
        return range(self.start, self.end)

    @property
    def scope(self) -> Scope:
        recipients = {self.row.recipient} if self.row.recipient else set()
        return Scope(lines=frozenset(self.lines), recipients=frozenset(recipients))


@dataclass(frozen=True)
class Sample:
    name: str
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def rows(self) -> Rows:
        return dataset(self.text)

    def line(self, number: int) -> str:
        return self.lines[number - 1]

    def mutated(self, edits: Edits) -> tuple[Line, ...]:
        return tuple(
            new
            for number, text in enumerate(self.lines, start=1)
            for new in edits.get(number, (Line(number, text),))
        )

    def edit(self, number: int | None, old: str | None, new: str) -> Edits:
        assert number is not None, f"{old} has no line"
        assert old is not None, f"nothing printed in line {number}"
        return replaced(number, substituted(self.line(number), old, new))

    @property
    def notice(self) -> NoticeRow:
        (row,) = self.of(TableName.NOTICES, NoticeRow)
        return row

    def of(self, table: TableName, kind: type[_R]) -> tuple[_R, ...]:
        return tuple(row for row in self.rows.get(table, ()) if isinstance(row, kind))

    @cached_property
    def allocations(self) -> tuple[AllocationRow, ...]:
        return self.of(TableName.ALLOCATIONS, AllocationRow)

    @property
    def recipients(self) -> tuple[AllocationRow, ...]:
        """One cell a row: that of the main column."""
        return tuple(r for r in self._main if r.row_kind == RowKind.RECIPIENT)

    @property
    def total(self) -> AllocationRow:
        (row,) = (r for r in self._main if r.row_kind == RowKind.TOTAL)
        return row

    @property
    def _main(self) -> Iterator[AllocationRow]:
        return (r for r in self.allocations if r.column_role == ColumnRole.MAIN)

    def beside(self, row: AllocationRow, role: ColumnRole, *measures: Measure) -> tuple[AllocationRow, ...]:
        """The cells with a figure in the other columns of the row."""
        return tuple(
            r
            for r in self.allocations
            if (r.row_no, r.column_role) == (row.row_no, role)
            and (r.measure in measures or not measures)
            and r.amount_printed
        )

    @property
    def parts(self) -> bool:
        """Whether the allocation table has part columns (其中)."""
        return any(r.column_role == ColumnRole.PART for r in self.allocations)

    def edit_cell(self, cell: AllocationRow, new: str) -> Edits:
        return self.edit_cells({cell: new})

    def edit_cells(self, news: Mapping[AllocationRow, str]) -> Edits:
        """Cells of one row: measured columns are the last of a line, equal figures may stand in several."""
        (line,) = {cell.line for cell in news}
        assert line is not None
        columns = len({r.column_no for r in self.allocations})
        texts = self.line(line).split("\t")
        for cell, new in news.items():
            place = len(texts) - columns + cell.column_no - 1
            assert texts[place].strip() == cell.amount_printed, f"{cell.amount_printed} isn't in cell {place}"
            texts[place] = new
        return replaced(line, "\t".join(texts))

    @property
    def citations(self) -> tuple[CitationRow, ...]:
        return self.of(TableName.CITATIONS, CitationRow)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        found = self.of(TableName.PERFORMANCE_TABLES, PerformanceTableRow)
        starts = [self._start(row) for row in found]
        ends = [*starts[1:], len(self.lines) + 1]
        return tuple(map(self._table, found, starts, ends))

    def _table(self, row: PerformanceTableRow, start: int, end: int) -> Table:
        funds = self.of(TableName.PERFORMANCE_FUNDS, PerformanceFundRow)
        indicators = self.of(TableName.PERFORMANCE_INDICATORS, PerformanceIndicatorRow)
        return Table(
            start=start,
            end=end,
            name_line=self._above(row, row.recipient_printed or ""),
            row=row,
            funds=tuple(f for f in funds if f.table_no == row.table_no),
            indicators=tuple(i for i in indicators if i.table_no == row.table_no),
        )

    def _start(self, row: PerformanceTableRow) -> int:
        title = self._above(row, row.title or "")
        label = next((n for n in range(title - 1, 0, -1) if self.line(n).strip()), title)
        return label if _ATTACHMENT_LABEL.fullmatch(self.line(label).strip()) else title

    def _above(self, row: PerformanceTableRow, words: str) -> int:
        assert row.line is not None
        return next(n for n in range(row.line, 0, -1) if words in self.line(n))

    def table_of(self, row: AllocationRow) -> Table | None:
        return next((t for t in self.tables if t.row.recipient == row.recipient), None)

    def row_of(self, table: Table) -> AllocationRow:
        return next(r for r in self.recipients if r.recipient == table.row.recipient)

    def scope(self, row: AllocationRow) -> Scope:
        """The row, its total, its table of performance targets."""
        table = self.table_of(row)
        lines = {line for line in (row.line, self.total.line) if line is not None}
        own = Scope(lines=frozenset(lines), recipients=frozenset({row.recipient or ""}), allocation=True)
        return own | table.scope if table else own

    @property
    def leaning(self) -> Scope:
        """Tables that only their neighbours and amounts name: they lose their owner with these."""
        inferred = [t.scope for t in self.tables if t.row.method == Method.INFERRED]
        return reduce(or_, inferred, Scope())

    @property
    def unit_line(self) -> int:
        first = min(r.line for r in self.allocations if r.line is not None)
        return next(n for n in range(first, 0, -1) if _UNIT_LINE.search(self.line(n)))

    def find(self, words: str, start: int | None = 1) -> int:
        """The first line with these words, from `start` on; blanks don't count."""
        texts = enumerate(self.lines, start=1)
        return next(n for n, text in texts if n >= (start or 1) and words in text.replace(" ", ""))


SAMPLES = tuple(Sample(name=p.stem, text=p.read_text("utf-8")) for p in sorted(FOLDER.glob("*.txt")))
