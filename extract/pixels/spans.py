"""Cells with their spans, from the borders that are drawn."""

import numpy as np
from numpy.typing import NDArray

from extract.pixels.grid import GridCell
from extract.pixels.lattice import Lattice
from extract.pixels.raster import PixelBox


def cells_of(lattice: Lattice) -> tuple[GridCell, ...]:
    """Cells in reading order that cover the lattice without gaps or overlaps.

    From each free corner a cell grows right and then down to the next drawn border. Where borders leave no
    rectangle (one was lost in the scan), the rest becomes cells of its own.
    """
    taken = np.zeros((len(lattice.rows) - 1, len(lattice.columns) - 1), np.bool_)
    cells = []
    for row, column in np.ndindex(*taken.shape):
        if not taken[row, column]:
            row_span, column_span = _span(lattice, taken, row, column)
            taken[row : row + row_span, column : column + column_span] = True
            cells.append(_cell(lattice, row, column, row_span, column_span))
    return tuple(cells)


def _span(lattice: Lattice, taken: NDArray[np.bool_], row: int, column: int) -> tuple[int, int]:
    height, width = taken.shape
    right = column + 1
    while right < width and not (lattice.down[row, right] or taken[row, right]):
        right += 1
    below = row + 1
    while below < height and not _closed(lattice, taken, below, column, right):
        below += 1
    return below - row, right - column


def _closed(lattice: Lattice, taken: NDArray[np.bool_], row: int, column: int, right: int) -> bool:
    """Whether the cell can't grow into this row: a border above it, or borders inside."""
    border_above = lattice.across[row, column:right].any()
    inner = lattice.down[row, column + 1 : right].any()
    return bool(border_above or inner or taken[row, column:right].any())


def _cell(lattice: Lattice, row: int, column: int, row_span: int, column_span: int) -> GridCell:
    box = PixelBox(
        x0=lattice.columns[column],
        y0=lattice.rows[row],
        x1=lattice.columns[column + column_span],
        y1=lattice.rows[row + row_span],
    )
    return GridCell(row=row, column=column, row_span=row_span, column_span=column_span, box=box)
