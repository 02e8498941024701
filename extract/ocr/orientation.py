"""Which way up a page is: by the shape of its lines, then by how they look."""

from collections.abc import Sequence
from typing import Literal

import cv2
import numpy as np
from pydantic import Field

from extract.ocr.crops import cut, size_of
from extract.ocr.detect import Quad, find_lines
from extract.ocr.models import classifier
from extract.pixels.raster import Pixels
from schemas.model import Frozen

Turn = Literal[0, 90, 180, 270]

_SIDE = 736
"""Detection size: lines need finding, not reading."""

_LONG = 2.0
"""A line at least so many times longer than high tells its direction; one character doesn't."""

_SAMPLES = 24
_WINDOW = 4
"""The classifier looks at 48 × 192 pixels, so a long line is shown to it in pieces of that shape."""

_ASIDE: dict[Turn, int] = {
    90: cv2.ROTATE_90_CLOCKWISE,
    180: cv2.ROTATE_180,
    270: cv2.ROTATE_90_COUNTERCLOCKWISE,
}


class PageTurn(Frozen):
    """How far a page must be turned clockwise to stand upright; confidence 0.5 is a coin's."""

    degrees: Turn
    confidence: float = Field(ge=0, le=1)


UPRIGHT = PageTurn(degrees=0, confidence=0.5)
"""What a page without a line of text is taken for."""


def page_turn(pixels: Pixels) -> PageTurn:
    """How the page (BGR) lies."""
    quads = [quad for quad in find_lines(pixels, _SIDE) if _length(quad) >= _LONG]
    if not quads:
        return UPRIGHT
    across = sum(_weight(quad) for quad in quads if _lies(quad))
    share = across / sum(_weight(quad) for quad in quads)
    lying = share >= 0.5
    alike = sorted((quad for quad in quads if _lies(quad) == lying), key=_weight, reverse=True)
    head_down = _upside_down([_levelled(pixels, quad) for quad in alike[:_SAMPLES]])
    degrees: Turn = (180 if head_down >= 0.5 else 0) if lying else (270 if head_down >= 0.5 else 90)
    sure = max(share, 1 - share) * max(head_down, 1 - head_down)
    return PageTurn(degrees=degrees, confidence=round(sure, 3))


def turned(pixels: Pixels, degrees: Turn) -> Pixels:
    """The page turned clockwise."""
    return np.asarray(cv2.rotate(pixels, _ASIDE[degrees]), np.uint8) if degrees else pixels


def _upside_down(lines: Sequence[Pixels]) -> float:
    """The mean likelihood that lines stand on their heads."""
    windows = [_window(line) for line in lines]
    results = classifier()(windows).cls_res or []
    return float(np.mean([score if label == "180" else 1 - score for label, score in results]))


def _window(line: Pixels) -> Pixels:
    """The middle of a long line in the classifier's shape."""
    height, width = line.shape[:2]
    half = min(width, height * _WINDOW) // 2
    return line[:, width // 2 - half : width // 2 + half]


def _levelled(pixels: Pixels, quad: Quad) -> Pixels:
    """The line's pixels, turned clockwise where it runs up or down the page."""
    crop = cut(pixels, quad)
    return crop if _lies(quad) else turned(crop, 90)


def _lies(quad: Quad) -> bool:
    width, height = size_of(quad)
    return width >= height


def _length(quad: Quad) -> float:
    width, height = size_of(quad)
    return max(width, height) / min(width, height)


def _weight(quad: Quad) -> float:
    return float(max(size_of(quad)))
