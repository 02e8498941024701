"""Rows of a header that lost their merged cells: all labels stand at the left, one row below the other.

    区 | 合计 | 自然村 | 桥梁 |
    实际 | 计划 |
    甲区 | 9 | 5 | 5 | 4 |

As in a flow of labels, the sums tell what is merged over what. Where none closes, the figures have no
labels that one could trust.
"""

from collections.abc import Sequence

from extract.flows.grid import Grid, Row, as_table
from extract.flows.ragged import value
from extract.flows.tokens import is_serial_label, is_value
from extract.flows.tree import header_of_levels
from extract.vocabulary import is_performance_label
from schemas.document import Cell, Piece, Table

_FEWEST = 3
"""Labels of a header's first row: a name, and two that divide the money."""

Cells = Sequence[Sequence[Cell]]


def is_pushed_left(table: Table) -> bool:
    """Whether a header row below the first begins where that does and is shorter than the rows of figures.

    Labels with their values (项目名称 | 水库) are no header, the form of a performance table none of these.
    """
    if table.spans_known or any(is_performance_label(cell.text) for cell in table.cells):
        return False
    header, data = _parted(table)
    if len(header) < 2 or not data:
        return False
    first, *lower = header
    if len(first) < _FEWEST:
        return False
    return first[0].column == 0 and any(_is_short(row, _width(data)) for row in lower)


def straightened(table: Table) -> Table | None:
    """The table with each label over its columns; null where the sums of no header close."""
    header, data = _parted(table)
    levels = [[_piece(cell) for cell in row] for row in header]
    serial = is_serial_label(levels[0][0])
    for width in range(table.column_count, _width(data) - 1, -1):
        rows = [_beside_serials(row) if serial else row for row in (_row(cells, width) for cells in data)]
        fixed = _names([row[serial:] for row in rows])
        fixed += serial and fixed > 0
        values = [tuple(value(piece) for piece in row) for row in rows]
        found = header_of_levels(levels, width, fixed, values) if fixed else None
        if found is not None:
            return as_table(Grid(start=0, end=0, labels=found.labels, rows=tuple(rows)))
    return None


def _parted(table: Table) -> tuple[Cells, Cells]:
    """The rows above the first figure, and the others."""
    rows = [row for row in table.rows() if row]
    count = next((i for i, row in enumerate(rows) if any(map(is_value, row))), len(rows))
    return rows[:count], rows[count:]


def _is_short(row: Sequence[Cell], width: int) -> bool:
    return [cell.column for cell in row] == list(range(len(row))) and len(row) < width


def _width(rows: Cells) -> int:
    return max(cell.column for row in rows for cell in row) + 1


def _piece(cell: Cell) -> Piece:
    return Piece(text=cell.text, place=cell.place, readings=cell.readings)


def _row(cells: Sequence[Cell], width: int) -> Row:
    at = {cell.column: _piece(cell) for cell in cells}
    return tuple(at.get(column) for column in range(width))


def _beside_serials(row: Row) -> Row:
    """合计 merged over 序号 and the names stands in the first column, its figures one too far left."""
    first, *others = row
    number = first is None or first.text.isdigit()
    return row if number or row[-1] is not None else (None, first, *others[:-1])


def _names(rows: Sequence[Row]) -> int:
    """How many columns at the left hold no figure in any row."""
    return next((c for c in range(len(rows[0])) if any(row[c] and is_value(row[c]) for row in rows)), 0)  # type: ignore[arg-type]  # null was just ruled out
