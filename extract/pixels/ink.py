"""Ink on paper: whether a cell holds any, where its lines are, and whether all of it was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

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
_BREAK = 3 / 200
"""Strokes of one character that a fax broke lie nearer together than this."""

# In widths of a character. The recogniser says where a character stands to about half of one.
_REACH = 0.1
_GLYPH = 0.5


@dataclass(frozen=True)
class LineCrop:
    """A cell's line of text with a little paper around it; `x0` and `y0` its place in the raster's pixels."""

    pixels: Pixels
    x0: int
    y0: int


def has_ink(raster: Raster, cell: PixelBox) -> bool:
    """Whether something larger than a speck stands inside the cell, away from its rules."""
    ink = _ink(raster, cell)
    if ink.size == 0:
        return False
    count, _, stats, _ = cv2.connectedComponentsWithStats(ink)
    tall = stats[1:count, cv2.CC_STAT_HEIGHT] > _SPECK * raster.dpi
    return bool(tall.any())


def unread_ink(raster: Raster, cell: PixelBox, chars: Sequence[PixelBox]) -> bool:
    """Whether something as large as a character stands in the cell where none of `chars` was read.

    A recogniser drops what it doesn't expect, however plain it stands there (the sign of ≥90%).
    """
    if len(chars) < 2:  # where a single character ends is not known
        return False
    # those at the ends reach half a width further
    pitch = median(char.width for char in (chars[1:-1] or chars))
    least = max(_GLYPH * pitch, _SPECK * raster.dpi)
    return any(
        max(box.width, box.height) >= least and not any(_stands_in(box, char, pitch) for char in chars)
        for box in _blobs(raster, cell)
    )


def _stands_in(blob: PixelBox, char: PixelBox, pitch: float) -> bool:
    x, y = (blob.x0 + blob.x1) / 2, (blob.y0 + blob.y1) / 2
    return char.x0 - _REACH * pitch <= x <= char.x1 + _REACH * pitch and char.y0 <= y <= char.y1


def _blobs(raster: Raster, cell: PixelBox) -> Iterator[PixelBox]:
    """The cell's connected pieces of ink, broken strokes joined; what touches its edge may be a rule."""
    ink = _ink(raster, cell)
    if ink.size == 0:
        return
    joint = max(1, int(_BREAK * raster.dpi))
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((joint, joint), np.uint8)))
    rule = int(_RULE * raster.dpi)
    height, width = ink.shape
    for x, y, w, h, _ in stats[1:count].tolist():
        if x > 0 and y > 0 and x + w < width and y + h < height:
            left, top = int(cell.x0) + rule + x, int(cell.y0) + rule + y
            yield PixelBox(x0=left, y0=top, x1=left + w, y1=top + h)


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


def line_crops(raster: Raster, cell: PixelBox) -> list[LineCrop]:
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


def _crop(raster: Raster, cell: PixelBox, ink: NDArray[np.uint8], top: int, bottom: int) -> LineCrop:
    """One line with a little paper around it."""
    columns = np.flatnonzero(ink[top : bottom + 1].any(axis=0))
    margin, rule = int(_MARGIN * raster.dpi), int(_RULE * raster.dpi)
    x0, y0 = int(cell.x0) + rule, int(cell.y0) + rule
    x0 += max(0, int(columns[0]) - margin)
    right = min(int(cell.x1) - rule, int(cell.x0) + rule + int(columns[-1]) + margin + 1)
    bottom = min(int(cell.y1) - rule, y0 + bottom + margin + 1)
    y0 += max(0, top - margin)
    return LineCrop(raster.pixels[y0:bottom, x0:right], x0, y0)


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
