"""Lines of text found without a model: enough to tell which way up most pages lie.

Ink is smeared along the rows and, apart from that, along the columns. The characters of a line stand closer
than the lines, so the smear along the text gives long thin shapes and the one across it next to none.
"""

from collections.abc import Iterator

import cv2
import numpy as np

from extract.ocr.detect import Quad
from extract.pixels.raster import Pixels

_SIDE = 1120
"""Pixels of the longer side: A4 at 96 dpi, where a 10 pt character is 13 high."""

_PAPER = 25
_INK = 40
"""Ink is so much darker than the paper's brightest within so many pixels."""

_RULE = 60
_SMEAR = 9
"""Runs so long are rules; gaps under the second lie between characters of a line."""

_THINNEST, _THICKEST, _LONGER = 6, 40, 4.0
"""Thickness of a line in pixels, and how many times longer it is at least."""


def sketched_lines(pixels: Pixels) -> list[Quad]:
    """Lines that run across or down the page (BGR), corners as `find_lines` gives them."""
    scale = min(1.0, _SIDE / max(pixels.shape[:2]))
    ink = _text(_ink(pixels, scale))
    along, across = np.ones((1, _SMEAR), np.uint8), np.ones((_SMEAR, 1), np.uint8)
    quads = [quad for kernel in (along, across) for quad in _long_shapes(ink, kernel)]
    return [np.asarray(quad / scale, np.float32) for quad in quads]


def _ink(pixels: Pixels, scale: float) -> Pixels:
    """1 where the reduced page is darker than the paper around."""
    whole = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    grey = cv2.resize(whole, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(grey, np.ones((_PAPER, _PAPER), np.uint8))
    return np.asarray(cv2.subtract(paper, grey) > _INK, np.uint8)


def _text(ink: Pixels) -> Pixels:
    """Without the ruling lines, which join everything."""
    rules = [
        cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(size, np.uint8)) for size in ((1, _RULE), (_RULE, 1))
    ]
    return np.asarray(cv2.subtract(ink, cv2.dilate(cv2.max(*rules), np.ones((3, 3), np.uint8))), np.uint8)


def _long_shapes(ink: Pixels, kernel: Pixels) -> Iterator[Quad]:
    smeared = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, kernel)
    contours, _ = cv2.findContours(smeared, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    for contour in contours:
        rectangle = cv2.minAreaRect(contour)
        short, long = sorted(rectangle[1])
        if _THINNEST <= short <= _THICKEST and long >= _LONGER * short:
            yield _ordered(np.asarray(cv2.boxPoints(rectangle), np.float32))


def _ordered(corners: Quad) -> Quad:
    """From the top left, clockwise, as the shape lies."""
    left, right = np.split(corners[np.argsort(corners[:, 0], kind="stable")], 2)
    (top_left, bottom_left), (top_right, bottom_right) = (
        side[np.argsort(side[:, 1])] for side in (left, right)
    )
    return np.array([top_left, top_right, bottom_right, bottom_left], np.float32)
