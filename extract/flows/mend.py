"""Tables of a row a line, as pipes show them: a header over several lines, a total row short of cells."""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from extract.caption import read_caption
from extract.flows.pipes import between_pipes
from extract.flows.ragged import value
from extract.flows.solve import table_of
from extract.flows.stairs import is_pushed_left, straightened
from extract.flows.tokens import is_total, is_value
from schemas.dataset.codes import TableName
from schemas.document import Block, Cell, Line, Piece, Problem, ProblemKind, Table

_LONGEST_HEADER = 8
_MONEY = re.compile(r"金额|资金|经费|补[助贴]|奖[励补]|[万亿]?元")


def mended(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks with each such table put right, and a problem for each whose header can't be.

    The cells of such a table become lines: figures under labels that aren't theirs are worse than none.
    """
    found: list[Block] = []
    problems: list[Problem] = []
    for block in blocks:
        if isinstance(block, Table) and is_pushed_left(block):
            table = straightened(block) or _as_flow(found, block)
            problems += [] if table else [_problem(found, block)]
            found += [table] if table else lines_of(block)
        elif isinstance(block, Table) and not block.spans_known:
            count, table = _with_header(found, block)
            del found[len(found) - count :]
            found.append(with_total(table))
        else:
            found.append(block)
    return tuple(found), tuple(problems)


def _as_flow(above: Sequence[Block], table: Table) -> Table | None:
    """Rows that lost their blank cells as well: cut as the cells of a flow are."""
    caption = [block for block in above[-1:] if isinstance(block, Line)]
    cells = [Line(text=cell.text, place=cell.place) for row in table.rows() for cell in row]
    return table_of(caption, cells)


def lines_of(table: Table) -> list[Line]:
    """A table that nobody understands, as the lines that it was."""
    rows = [row for row in table.rows() if row]
    return [Line(text=" | ".join(cell.text for cell in row), place=row[0].place) for row in rows]


def _problem(above: Sequence[Block], table: Table) -> Problem:
    lines = [block for block in above[-2:] if isinstance(block, Line)]
    labels = " ".join(cell.text for cell in table.rows()[0])
    words = [cell.text for cell in table.cells if not is_value(cell)]
    title = read_caption(lines).text or labels
    of_money = TableName.ALLOCATIONS if _MONEY.search(title + "".join(words)) else None
    return Problem(kind=ProblemKind.TABLE_UNPARSED, detail=title, table=of_money, place=table.place)


def _with_header(above: Sequence[Block], table: Table) -> tuple[int, Table]:
    """How many lines above are its header, and the table with it; where cells are as many as columns."""
    rows = table.rows()
    if not rows or not any(is_value(cell) for cell in rows[0]):
        return 0, table
    for count in range(2, min(_LONGEST_HEADER, len(above)) + 1):
        part = [line for line in above[-count:] if isinstance(line, Line) and "|" in line.text]
        labels = between_pipes(part)
        if len(part) == count and len(labels) == table.column_count and not any(map(is_value, labels)):
            return count, _below(labels, table)
    return 0, table


def _below(labels: Sequence[Piece], table: Table) -> Table:
    header = [
        Cell(text=piece.text, place=piece.place, row=0, column=c)
        for c, piece in enumerate(labels)
        if piece.text
    ]
    moved = [cell.model_copy(update={"row": cell.row + 1}) for cell in table.cells]
    return table.model_copy(update={"cells": (*header, *moved), "row_count": table.row_count + 1})


def with_total(table: Table) -> Table:
    """A last row 合计 whose figures are no sums where they stand, but all are further to the right."""
    rows = table.rows()
    if len(rows) < 3 or not rows[-1] or not is_total(rows[-1][0]):
        return table
    figures = [cell for cell in rows[-1] if is_value(cell)]
    sums = [_sum(rows[:-1], c) for c in range(table.column_count)]
    if all(value(cell) == sums[cell.column] for cell in figures):
        return table
    ways = [
        places
        for places in combinations(range(1, table.column_count), len(figures))
        if all(sums[c] == value(cell) for c, cell in zip(places, figures, strict=True))
    ]
    return _moved(table, figures, ways[0]) if figures and len(ways) == 1 else table


def total_closes(table: Table) -> bool:
    """Whether each figure of a last row 合计 is the sum of its column."""
    *rows, last = table.rows()
    return all(value(cell) == _sum(rows, cell.column) for cell in last if is_value(cell))


def _sum(rows: Sequence[Sequence[Cell]], column: int) -> Decimal:
    values = (value(cell) for row in rows for cell in row if cell.column == column)
    return sum((v for v in values if v is not None), Decimal(0))


def _moved(table: Table, figures: Sequence[Cell], places: Sequence[int]) -> Table:
    """The figures at these places, what stands behind them in the last column."""
    to = dict(zip((cell.column for cell in figures), places, strict=True))
    last = table.row_count - 1
    cells = []
    for cell in table.cells:
        if cell.row == last and cell.column > 0:
            place = to.get(cell.column, table.column_count - 1)
            cell = cell.model_copy(update={"column": place})  # noqa: PLW2901  the cell in its right place
        cells.append(cell)
    return table.model_copy(update={"cells": tuple(cells)})
