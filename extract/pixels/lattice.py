"""The lattice of a rectified table: where its lines are and which stretches of them are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extract.pixels.mending import Evidence, mended
from extract.pixels.raster import Raster
from extract.pixels.rules import both_ways, grey_of
from extract.pixels.table_lines import Line, covers, lines_of, sound, trimmed, with_open_sides

# Ink on white paper is darker than this.
FAINT_INK = 190


@dataclass(frozen=True, eq=False)
class Lattice:
    """Line positions in pixels, and for each stretch between crossings whether it is drawn.

    `across` has a row for each horizontal line and a column for each column of the table; `down` has a row
    for each row of the table and a column for each vertical line.
    """

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    across: NDArray[np.bool_]
    down: NDArray[np.bool_]


def lattice_of(table: Raster) -> Lattice | None:
    """The lattice of a table whose rules are straight along rows and columns; None below 2 × 2."""
    level, plumb = both_ways(table)
    dark = np.asarray(grey_of(table) < FAINT_INK)
    rows, columns = lines_of(level, dark, table.dpi), lines_of(plumb, dark.T, table.dpi)
    rows, columns = sound(rows, columns, table.dpi)
    rows, columns = trimmed(rows, columns, table.dpi), trimmed(columns, rows, table.dpi)
    rows, columns = sound(rows, columns, table.dpi)
    rows, columns = with_open_sides(rows, columns, table.dpi), with_open_sides(columns, rows, table.dpi)
    if min(len(rows), len(columns)) < 3 or not _framed(rows, columns):
        return None
    across, down = mended(_evidence(rows, columns, table.dpi), _evidence(columns, rows, table.dpi))
    levels, plumbs = (tuple(line.level for line in lines) for lines in (rows, columns))
    return _pruned(Lattice(levels, plumbs, across, down.T))


def _framed(rows: list[Line], columns: list[Line]) -> bool:
    """Drawn at top and bottom, and down at least one column: what letters and a lone rule don't do."""
    width, height = columns[-1].level - columns[0].level, rows[-1].level - rows[0].level
    capped = all(row.length >= 0.5 * width for row in (rows[0], rows[-1]))
    return capped and max(column.length for column in columns) >= 0.6 * height


def _evidence(lines: Sequence[Line], crossings: Sequence[Line], dpi: float) -> Evidence:
    runs = np.array([covers(line.band, crossings, dpi) for line in lines])
    dots = np.array([covers(line.lone, crossings, dpi) for line in lines])
    return Evidence(runs, dots)


def _pruned(lattice: Lattice) -> Lattice | None:
    """Without inner lines of which no stretch is drawn."""
    rows = [
        0,
        *(i for i in range(1, len(lattice.rows) - 1) if lattice.across[i].any()),
        len(lattice.rows) - 1,
    ]
    columns = [0, *(i for i in range(1, len(lattice.columns) - 1) if lattice.down[:, i].any())]
    columns.append(len(lattice.columns) - 1)
    if min(len(rows), len(columns)) < 3:
        return None
    return Lattice(
        tuple(lattice.rows[i] for i in rows),
        tuple(lattice.columns[i] for i in columns),
        _merged(lattice.across[rows], columns, axis=1),
        _merged(lattice.down[:, columns], rows, axis=0),
    )


def _merged(drawn: NDArray[np.bool_], kept: list[int], axis: int) -> NDArray[np.bool_]:
    """Stretches joined where a crossing line went; drawn where most of the parts are."""
    parts = np.split(drawn, kept[1:-1], axis=axis)
    return np.stack([part.mean(axis=axis) >= 0.5 for part in parts], axis=axis)
