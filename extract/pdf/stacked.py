"""Rows that no rule parts: figures below one another in one cell, each on a line with its name."""

from collections.abc import Sequence
from itertools import pairwise

from extract.pdf.ruled import Grid, GridCell
from extract.pdf.text_lines import TextLine
from schemas.notation.numbers import is_number

# In ems: lines of two cells are level when they are nearer than this.
_LEVEL = 0.3


def unstacked(grid: Grid, lines: Sequence[Sequence[TextLine]]) -> Grid:
    """The grid with such rows cut apart; `lines` are those of each cell, in the order of the cells."""
    cuts: dict[int, list[float]] = {}
    for row in range(grid.row_count):
        band = [
            found
            for cell, found in zip(grid.cells, lines, strict=True)
            if cell.row == row and cell.row_span == 1 and found
        ]
        if cut := _cuts(band):
            cuts[row] = cut
    return _cut(grid, cuts) if cuts else grid


def _cuts(band: Sequence[Sequence[TextLine]]) -> list[float]:
    """Where to cut the row: between the lines of a cell of figures with which all other lines are level."""
    for figures in band:
        if len(figures) < 2 or not all(is_number(line.text) for line in figures):
            continue
        others = [lines for lines in band if lines is not figures]
        level = all(_is_level(line, figures) for lines in others for line in lines)
        if level and any(len(lines) >= 2 for lines in others):
            return [(a.rect.y1 + b.rect.y0) / 2 for a, b in pairwise(figures)]
    return []


def _is_level(line: TextLine, others: Sequence[TextLine]) -> bool:
    return any(abs(line.baseline - other.baseline) <= _LEVEL * line.size for other in others)


def _cut(grid: Grid, cuts: dict[int, list[float]]) -> Grid:
    added = {row: sum(len(ys) for r, ys in cuts.items() if r < row) for row in range(grid.row_count + 1)}
    cells: list[GridCell] = []
    for cell in grid.cells:
        end = cell.row + cell.row_span
        row, span = cell.row + added[cell.row], cell.row_span + added[end] - added[cell.row]
        if cell.row_span == 1 and cell.row in cuts:
            ys = [cell.rect.y0, *cuts[cell.row], cell.rect.y1]
            cells += [
                GridCell(row + n, cell.column, 1, cell.column_span, cell.rect._replace(y0=top, y1=bottom))
                for n, (top, bottom) in enumerate(pairwise(ys))
            ]
        else:
            cells.append(cell._replace(row=row, row_span=span))
    return Grid(tuple(sorted(cells)), grid.row_count + added[grid.row_count], grid.column_count, grid.rect)
