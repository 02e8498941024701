"""Tables without any rules, from the boxes of what was read: only where text clearly stands in columns."""

from collections.abc import Sequence

import numpy as np

from extract.pixels.grid import PixelGrid
from extract.pixels.layout import Layout, Line, column_borders, grid_of, layout_of, text_lines
from extract.pixels.lengths import px
from extract.pixels.raster import PixelBox, Raster

# Inches; wider than any space within a sentence or between 一、 and its text.
GAP = 0.25
FEWEST_ROWS = 3
# Lines further apart than this many line heights belong to different things.
PITCH = 3.0
# Inches; left ends, right ends or middles of a column's texts lie this near each other …
ALIGNED = 0.12
# … in this share of its rows.
ALIGNED_SHARE = 0.75


def find_borderless(raster: Raster, boxes: Sequence[PixelBox]) -> tuple[PixelGrid, ...]:
    """Tables among token boxes that lie in no other table, from top to bottom."""
    grids = [_grid(raster, lines) for lines in _stretches(text_lines(boxes))]
    return tuple(grid for grid in grids if grid is not None)


def _stretches(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines with several boxes; single boxes (a wrapped text) stay in between, one at a time."""
    stretches: list[list[Line]] = [[]]
    for line in lines:
        current = stretches[-1]
        if current and (_far(current[-1], line) or len(line) == len(current[-1]) == 1):
            stretches.append([])
        stretches[-1].append(line)
    return [_ends_trimmed(stretch) for stretch in stretches]


def _far(above: Line, below: Line) -> bool:
    heights = np.median([box.height for box in (*above, *below)])
    return float(min(box.y0 for box in below) - max(box.y1 for box in above)) > PITCH * float(heights)


def _ends_trimmed(lines: list[Line]) -> list[Line]:
    several = [index for index, line in enumerate(lines) if len(line) > 1]
    return lines[several[0] : several[-1] + 1] if several else []


def _grid(raster: Raster, lines: list[Line]) -> PixelGrid | None:
    if sum(len(line) > 1 for line in lines) < FEWEST_ROWS:
        return None
    columns = column_borders(lines, raster.dpi, GAP)
    top, bottom = min(box.y0 for box in lines[0]), max(box.y1 for box in lines[-1])
    layout = layout_of([(top, bottom)], lines, columns)
    return grid_of(raster, layout) if _clearly_tabular(layout, raster.dpi) else None


def _clearly_tabular(layout: Layout, dpi: float) -> bool:
    filled = sum(layout.filled(line) > 1 for line in layout.lines)
    if len(layout.columns) < 3 or filled < max(FEWEST_ROWS, ALIGNED_SHARE * len(layout.lines)):
        return False
    return all(_aligned(layout, column, dpi) for column in range(len(layout.columns) - 1))


def _aligned(layout: Layout, column: int, dpi: float) -> bool:
    boxes = [box for line in layout.lines for box in line if layout.column(box) == column]
    if len(boxes) < FEWEST_ROWS:
        return False
    ends = np.array([(box.x0, (box.x0 + box.x1) / 2, box.x1) for box in boxes])
    near = np.abs(ends - np.median(ends, axis=0)) <= px(dpi, ALIGNED)
    return bool((near.mean(axis=0) >= ALIGNED_SHARE).any())
