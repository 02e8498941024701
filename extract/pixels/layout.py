"""Rows and columns from where text lies, for tables whose rules don't say."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from extract.pixels.grid import GridCell, PixelGrid
from extract.pixels.lengths import px
from extract.pixels.raster import PixelBox, Raster

Line = list[PixelBox]

# Inches; a white gap at least so wide, straight through the lines, parts two columns.
COLUMN_GAP = 0.12
# Share of the lines that may cross a gap: a header over two columns, a note.
CROSSING = 0.15
# Inches; a box that reaches so far across a column's end spans it.
OVERHANG = 0.1
MARGIN = 0.1


@dataclass(frozen=True)
class Layout:
    """Row and column borders in pixels of the page, and the text lines of each row."""

    rows: tuple[float, ...]
    columns: tuple[float, ...]
    lines: tuple[tuple[PixelBox, ...], ...]

    def filled(self, boxes: Sequence[PixelBox]) -> int:
        """How many columns the boxes begin in."""
        return len({self.column(box) for box in boxes})

    def column(self, box: PixelBox) -> int:
        """The column that holds the box's left third."""
        at = box.x0 + box.width / 3
        return int(np.clip(np.searchsorted(self.columns, at) - 1, 0, len(self.columns) - 2))


def text_lines(boxes: Sequence[PixelBox]) -> list[Line]:
    """Boxes side by side, from top to bottom, each line from left to right."""
    lines: list[Line] = []
    for box in sorted(boxes, key=lambda box: box.y0 + box.y1):
        middle = (box.y0 + box.y1) / 2
        if lines and middle < max(other.y1 for other in lines[-1]) - 0.35 * _height(lines[-1]):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [sorted(line, key=lambda box: box.x0) for line in lines]


def _height(line: Line) -> float:
    return float(np.median([box.height for box in line]))


def column_borders(lines: Sequence[Line], dpi: float, gap: float = COLUMN_GAP) -> tuple[float, ...]:
    """Left end, middles of the white gaps, right end; gaps are looked for in lines of several boxes."""
    several = [line for line in lines if len(line) > 1]
    left = min(box.x0 for line in lines for box in line)
    right = max(box.x1 for line in lines for box in line)
    covered = np.zeros(round(right - left) + 1)
    for line in several:
        for box in line:
            covered[round(box.x0 - left) : round(box.x1 - left)] += 1
    white = np.concatenate([[False], covered <= CROSSING * len(several), [False]])
    edges = np.flatnonzero(np.diff(white.astype(np.int8)))
    gaps = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start > 0]
    inner = [
        left + (start + end) / 2 for start, end in gaps if end - start >= px(dpi, gap) and end < len(covered)
    ]
    return (left, *inner, right)


def layout_of(
    bands: Sequence[tuple[float, float]], lines: Sequence[Line], columns: tuple[float, ...]
) -> Layout:
    """Rows within horizontal bands (top, bottom): a line that fills two columns begins a row of its own."""
    draft = Layout((), columns, ())
    borders: list[float] = []
    rows: list[tuple[PixelBox, ...]] = []
    for top, bottom in bands:
        inside = [line for line in lines if top <= (line[0].y0 + line[0].y1) / 2 < bottom]
        parts = _rows(inside, draft)
        borders.append(top)
        borders.extend((_bottom(above) + _top(below)) / 2 for above, below in pairwise(parts))
        rows.extend(tuple(part) for part in parts or [[]])
    return Layout((*borders, bands[-1][1]), columns, tuple(rows))


def _rows(lines: Sequence[Line], draft: Layout) -> list[Line]:
    """Lines gathered into rows; one that fills a single column goes to the nearer row."""
    starts = [index for index, line in enumerate(lines) if draft.filled(line) > 1]
    if len(starts) < 2:
        return [[box for line in lines for box in line]] if lines else []
    rows: list[Line] = [[] for _ in starts]
    for index, line in enumerate(lines):
        nearest = min(
            range(len(starts)), key=lambda row: (_apart(lines[starts[row]], line), abs(starts[row] - index))
        )
        rows[nearest].extend(line)
    return rows


def _top(line: Sequence[PixelBox]) -> float:
    return min(box.y0 for box in line)


def _bottom(line: Sequence[PixelBox]) -> float:
    return max(box.y1 for box in line)


def _apart(line: Line, other: Line) -> float:
    return max(_top(line) - _bottom(other), _top(other) - _bottom(line), 0.0)


def grid_of(raster: Raster, layout: Layout) -> PixelGrid:
    """The table cut out of the page; boxes that overhang column ends give column spans."""
    margin = px(raster.dpi, MARGIN)
    x0, y0 = max(0, round(layout.columns[0]) - margin), max(0, round(layout.rows[0]) - margin)
    x1 = min(raster.width, round(layout.columns[-1]) + margin)
    y1 = min(raster.height, round(layout.rows[-1]) + margin)
    shift = np.array([[1, 0, -x0], [0, 1, -y0], [0, 0, 1]], np.float64)
    cells = [cell for row in range(len(layout.lines)) for cell in _cells(layout, row, raster.dpi, (x0, y0))]
    outline = PixelBox(x0=layout.columns[0], y0=layout.rows[0], x1=layout.columns[-1], y1=layout.rows[-1])
    return PixelGrid(
        raster=raster.warped(shift, x1 - x0, y1 - y0),
        outline=outline,
        cells=tuple(cells),
        row_count=len(layout.rows) - 1,
        column_count=len(layout.columns) - 1,
        ruled=False,
    )


def _cells(layout: Layout, row: int, dpi: float, origin: tuple[int, int]) -> list[GridCell]:
    over = px(dpi, OVERHANG)
    inner = layout.columns[1:-1]
    parted = [not any(b.x0 < at - over and b.x1 > at + over for b in layout.lines[row]) for at in inner]
    starts = [0, *(column + 1 for column, cut in enumerate(parted) if cut)]
    return [
        GridCell(
            row=row,
            column=start,
            column_span=end - start,
            box=PixelBox(
                x0=layout.columns[start] - origin[0],
                y0=layout.rows[row] - origin[1],
                x1=layout.columns[end] - origin[0],
                y1=layout.rows[row + 1] - origin[1],
            ),
        )
        for start, end in pairwise([*starts, len(layout.columns) - 1])
    ]
