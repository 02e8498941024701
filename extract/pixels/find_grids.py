"""Tables with ruling lines, from pixels alone.

1. rules: long runs of ink along rows and columns, gaps closed
2. rules that touch belong to one table
3. each table is rectified by the slants of its own rules
4. its rules are found again on the rectified pixels; those that end on nothing go
5. lines, drawn stretches, cells
6. rules of equal ends outside these tables hold a table without vertical rules (三线表), or none
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.grid import PixelGrid
from extract.pixels.lattice import Lattice, lattice_of
from extract.pixels.lengths import px
from extract.pixels.raster import PixelBox, Pixels, Raster
from extract.pixels.rectify import rectified
from extract.pixels.rules import Rule, RuleMask, both_ways
from extract.pixels.spans import cells_of
from extract.pixels.three_line import three_line_grids

# Inches; smaller frames hold no table.
SMALLEST = (0.8, 0.3)
# Inches; rules reach so far beyond their ends, where corners are worn or a scan line is lost.
REACH = 0.1
# Groups are found on a canvas this much smaller.
CANVAS = 4


@dataclass(frozen=True)
class _Group:
    outline: PixelBox
    across: list[Rule]
    down: list[Rule]


def find_grids(raster: Raster, boxes: Sequence[PixelBox] = ()) -> tuple[PixelGrid, ...]:
    """The tables with rules on a prepared page, from top to bottom; none below two rows and two columns.

    `boxes` (token boxes of the page, if it was read already) tell the columns of tables that have horizontal
    rules only; without them the ink does.
    """
    level, plumb = both_ways(raster)
    found = [_grid(raster, group) for group in _groups(level, plumb, raster.dpi)]
    grids = [grid for grid in found if grid is not None]
    grids += three_line_grids(raster, level.rules, [grid.outline for grid in grids], boxes)
    return tuple(sorted(grids, key=lambda grid: (grid.outline.y0, grid.outline.x0)))


def _groups(level: RuleMask, plumb: RuleMask, dpi: float) -> list[_Group]:
    """Rules whose lengthened strokes touch."""
    height, width = level.labels.shape
    canvas = np.zeros((height // CANVAS + 2, width // CANVAS + 2), np.uint8)
    for rule in level.rules:
        _draw(canvas, rule, px(dpi, REACH))
    turned = np.ascontiguousarray(canvas.T)
    for rule in plumb.rules:
        _draw(turned, rule, px(dpi, REACH))
    _, found, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(turned.T))
    labels = np.asarray(found, np.int32)
    across, down = _by_group(level.rules, labels), _by_group(plumb.rules, labels.T)
    return [
        _Group(PixelBox(x0=x, y0=y, x1=x + w, y1=y + h), across[number], down[number])
        for number, (x, y, w, h) in enumerate((stats[:, :4] * CANVAS).tolist())
        if number and w >= px(dpi, SMALLEST[0]) and h >= px(dpi, SMALLEST[1])
        if len(across[number]) >= 2 and len(down[number]) >= 2
    ]


def _draw(canvas: Pixels, rule: Rule, reach: int) -> None:
    start, end = rule.start - reach, rule.end + reach
    ends = [(round(at / CANVAS), round(rule.at(at) / CANVAS)) for at in (start, end)]
    cv2.line(canvas, ends[0], ends[1], 1, thickness=3)  # so that the middle is met by whole pixels


def _by_group(rules: tuple[Rule, ...], labels: NDArray[np.int32]) -> dict[int, list[Rule]]:
    groups: dict[int, list[Rule]] = defaultdict(list)
    for rule in rules:
        x, y = round((rule.start + rule.end) / 2 / CANVAS), round(rule.level / CANVAS)
        groups[int(labels[y, x])].append(rule)
    return groups


def _grid(raster: Raster, group: _Group) -> PixelGrid | None:
    table = rectified(raster, group.outline, group.across, group.down)
    lattice = lattice_of(table)
    if lattice is None:
        return None
    return PixelGrid(
        raster=table,
        outline=_outline(raster, table, lattice),
        cells=cells_of(lattice),
        row_count=len(lattice.rows) - 1,
        column_count=len(lattice.columns) - 1,
        ruled=True,
    )


def _outline(raster: Raster, table: Raster, lattice: Lattice) -> PixelBox:
    """Where the lattice lies on the raster it was found in."""
    back = np.linalg.inv(raster.to_page) @ table.to_page
    corners = np.array([[[x, y] for x in lattice.columns for y in (lattice.rows[0], lattice.rows[-1])]])
    (x0, y0), (x1, y1) = (f(cv2.perspectiveTransform(corners, back)[0], axis=0) for f in (np.min, np.max))
    return PixelBox(x0=float(x0), y0=float(y0), x1=float(x1), y1=float(y1))
