"""A grid → an HTML table; its header is repeated on every page where the layout says so."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.synthetic.page import Grid, GridCell

_FIGURE = re.compile(r"-?[\d,]*\.?\d+(元|万元|亿元)?")
_LONG = 14  # characters
_FORM_WIDTHS = (9, 14, 17, 38, 22)
"""Percent: the five columns of a target form."""
_NARROWEST, _WIDEST = 6, 22  # digits


def tables(grid: Grid) -> list[str]:
    """`header` rows stand in a thead; where the layout ends a page, a second table begins on the next one."""
    end = grid.break_after or grid.rows
    found = [_table(grid, range(grid.header, end), head=True)]
    if end < grid.rows:
        found.append(_table(grid, range(end, grid.rows), head=grid.repeat_header))
    return found


def _table(grid: Grid, rows: range, *, head: bool) -> str:
    kind = "" if grid.repeat_header else "once"
    shown = "".join(_row(grid, number) for number in range(grid.header)) if head else ""
    body = "".join(_row(grid, number) for number in rows)
    columns = "".join(f'<col style="width: {width:.1f}%">' for width in _widths(grid))
    top = f'<thead class="{kind}">{shown}</thead>' if shown else ""
    return f"<table>{columns}{top}<tbody>{body}</tbody></table>"


def _widths(grid: Grid) -> Sequence[float]:
    """Percent: a form's are given, other columns take what their longest text needs."""
    if not grid.header:
        return _FORM_WIDTHS
    longest = [_NARROWEST] * grid.columns
    for cell in grid.cells:
        if cell.columns == 1:
            longest[cell.column] = min(max(longest[cell.column], _length(cell.text)), _WIDEST)
    return [100 * length / sum(longest) for length in longest]


def _length(text: str) -> int:
    """In digits: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _row(grid: Grid, number: int) -> str:
    return f"<tr>{''.join(_cell(grid, cell) for cell in _filled(grid, number))}</tr>"


def _filled(grid: Grid, number: int) -> Iterator[GridCell]:
    """The cells that begin in the row, left to right, and blank ones where nothing covers a place."""
    covered = {
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    own = {cell.column: cell for cell in grid.cells if cell.row == number}
    for column in range(grid.columns):
        if column in own:
            yield own[column]
        elif (number, column) not in covered:
            yield GridCell(row=number, column=column, text="")


def _cell(grid: Grid, cell: GridCell) -> str:
    spans = "".join(
        f' {name}="{size}"' for name, size in (("rowspan", cell.rows), ("colspan", cell.columns)) if size > 1
    )
    words = [
        "left" if cell.column == 0 else "",
        "figure" if grid.header and _FIGURE.fullmatch(cell.text) else "",
        "long" if len(cell.text) > _LONG and cell.row >= grid.header else "",
        "over" if cell.row + cell.rows < grid.header else "",
    ]
    return f'<td{spans} class="{" ".join(words)}">{escape(cell.text)}</td>'
