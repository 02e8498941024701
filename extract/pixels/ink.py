"""Ink on paper: whether a cell holds any, and where its lines are."""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import px
from extract.pixels.raster import PixelBox, Pixels, Raster

# At 200 dpi a 10 pt digit is 25 px high; a speck is under 5.
_RULE = 4 / 200
_SPECK = 6 / 200
_MARGIN = 6 / 200
# Faint edges of a stroke lie as far outside what is surely dark.
_HAIR = 2 / 200


def has_ink(raster: Raster, cell: PixelBox) -> bool:
    """Whether something larger than a speck stands inside the cell, away from its rules."""
    ink = _ink(raster, cell)
    if ink.size == 0:
        return False
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    tall = stats[1:count, cv2.CC_STAT_HEIGHT] > _SPECK * raster.dpi
    return bool(tall.any())


def ink_box(raster: Raster, cell: PixelBox, near: PixelBox) -> PixelBox | None:
    """A box round the cell's strokes in and around `near`, with a hair of paper; null without.

    Strokes with their middle in `near` count whole; of longer ones (digits joined by a streak) what is in it.
    """
    ink = _ink(raster, cell)
    if ink.size == 0:
        return None
    _, labels, stats, middles = cv2.connectedComponentsWithStats(ink)
    offset = np.array([int(cell.x0), int(cell.y0)]) + int(_RULE * raster.dpi)
    low, high = np.array([near.x0, near.y0]) - offset, np.array([near.x1, near.y1]) - offset
    large = stats[:, cv2.CC_STAT_WIDTH : cv2.CC_STAT_HEIGHT + 1].max(axis=1) > _SPECK * raster.dpi
    large[0] = False  # the paper
    whole = large & ((middles >= low) & (middles <= high)).all(axis=1)
    y, x = np.nonzero(large[labels])
    points = np.column_stack([x, y])
    kept = points[whole[labels[y, x]] | ((points >= low) & (points < high)).all(axis=1)]
    if not len(kept):
        return None
    hair = px(raster.dpi, _HAIR)
    (x0, y0), (x1, y1) = kept.min(axis=0) + offset - hair, kept.max(axis=0) + offset + 1 + hair
    return PixelBox(x0=max(x0, cell.x0), y0=max(y0, cell.y0), x1=min(x1, cell.x1), y1=min(y1, cell.y1))


def line_crops(raster: Raster, cell: PixelBox) -> list[Pixels]:
    """The cell's lines of text as crops, from the top down; the whole cell where no gap divides it."""
    ink = _ink(raster, cell)
    if ink.size == 0:
        return []
    rows = np.flatnonzero(ink.any(axis=1))
    if rows.size == 0:
        return []
    blank = int(_SPECK * raster.dpi / 2)
    breaks = [(int(a), int(b)) for a, b in pairwise(rows) if b - a > blank]
    starts = [int(rows[0]), *(below for _, below in breaks)]
    ends = [*(above for above, _ in breaks), int(rows[-1])]
    tall = [(a, b) for a, b in zip(starts, ends, strict=True) if b - a >= _SPECK * raster.dpi]
    return [_crop(raster, cell, ink, a, b) for a, b in tall]


def _crop(raster: Raster, cell: PixelBox, ink: NDArray[np.uint8], top: int, bottom: int) -> Pixels:
    """One line with a little paper around it."""
    columns = np.flatnonzero(ink[top : bottom + 1].any(axis=0))
    margin, rule = int(_MARGIN * raster.dpi), int(_RULE * raster.dpi)
    x0, y0 = int(cell.x0) + rule, int(cell.y0) + rule
    left, right = max(0, int(columns[0]) - margin), int(columns[-1]) + margin + 1
    return raster.pixels[
        y0 + max(0, top - margin) : min(int(cell.y1) - rule, y0 + bottom + margin + 1),
        x0 + left : min(int(cell.x1) - rule, x0 + right),
    ]


def _ink(raster: Raster, cell: PixelBox) -> NDArray[np.uint8]:
    """1 where the cell's inside is dark."""
    rule = int(_RULE * raster.dpi)
    right, bottom = max(0, int(cell.x1) - rule), max(0, int(cell.y1) - rule)
    inside = raster.pixels[int(cell.y0) + rule : bottom, int(cell.x0) + rule : right]
    if inside.size == 0:
        return np.zeros((0, 0), np.uint8)
    gray = np.asarray(cv2.cvtColor(inside, cv2.COLOR_BGR2GRAY), np.uint8)
    return np.asarray(gray < _dark(gray), np.uint8)


def _dark(gray: Pixels) -> float:
    """Halfway between paper and ink, but never so near the paper that its grain counts."""
    paper = float(np.percentile(gray, 90))
    return min(paper - 60, (paper + float(gray.min())) / 2 + 20)
