"""A line's own pixels, cut out of the page at full resolution."""

from itertools import pairwise

import cv2
import numpy as np

from extract.ocr.detect import Quad
from extract.pixels.raster import PixelBox, Pixels


def size_of(quad: Quad) -> tuple[int, int]:
    """Width and height along the quad's own edges, in pixels."""
    top, right, bottom, left = (
        float(np.linalg.norm(quad[a] - quad[b])) for a, b in ((0, 1), (1, 2), (2, 3), (3, 0))
    )
    return max(1, int(max(top, bottom))), max(1, int(max(left, right)))


def cut(pixels: Pixels, quad: Quad) -> Pixels:
    """The quad's pixels, levelled; never turned, as a tall narrow box is mostly a single digit."""
    width, height = size_of(quad)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(quad, flat)
    levelled = cv2.warpPerspective(
        pixels, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(levelled, np.uint8)


def side_by_side(crop: Pixels) -> Pixels:
    """A column of stacked characters as a line: cut in squares at the lightest rows, laid left to right."""
    height, width = crop.shape[:2]
    count = max(1, round(height / width))
    cuts = [0, *(_lightest(crop, height * n // count, width // 4) for n in range(1, count)), height]
    pieces = [crop[top:bottom] for top, bottom in pairwise(cuts) if bottom > top]
    return np.concatenate([cv2.resize(piece, (width, width)) for piece in pieces], axis=1)


def _lightest(crop: Pixels, around: int, reach: int) -> int:
    """The row nearest to white within reach."""
    first = max(1, around - reach)
    rows = crop[first : around + reach + 1].mean(axis=(1, 2))
    return first + int(np.argmax(rows))


def enclosing(quad: Quad) -> PixelBox:
    """The upright rectangle round the quad."""
    (x0, y0), (x1, y1) = quad.min(axis=0).tolist(), quad.max(axis=0).tolist()
    return PixelBox(x0=x0, y0=y0, x1=x1, y1=y1)
