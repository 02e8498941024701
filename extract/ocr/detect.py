"""Where text stands on a page: detection at a lower size, blank margins left out."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.ocr.models import detector, detector_input
from extract.pixels.raster import Pixels

Quad = NDArray[np.float32]
"""Four corners (x, y) in pixels: top left, top right, bottom right, bottom left as the box lies."""

PAGE_SIDE = 960
"""The longer side of an A4 page for detection: 0.2 s instead of 0.9 at full size, and as many lines found."""

_GRID = 32
"""The model takes sides of a multiple of this."""

_SKETCH = 480
_INK = 14
"""How much darker than the paper a point of the sketch (480 pixels high) is where something is printed;
JPEG noise stays under 6 once averaged."""


@dataclass(frozen=True)
class Region:
    """A part of a page, in pixels; right and bottom edges not included."""

    x0: int
    y0: int
    x1: int
    y1: int


def find_lines(pixels: Pixels, side: int = PAGE_SIDE) -> list[Quad]:
    """The lines of text on a page (BGR); none on a blank one."""
    region = inked(pixels)
    if region is None:
        return []
    part = pixels[region.y0 : region.y1, region.x0 : region.x1]
    scale = min(1.0, side / max(pixels.shape[:2]))
    offset = np.array([region.x0, region.y0], np.float32)
    return [quad + offset for quad in _detect(part, scale)]


def _detect(part: Pixels, scale: float) -> list[Quad]:
    model = detector()
    height, width = (max(_GRID, round(side * scale / _GRID) * _GRID) for side in part.shape[:2])
    small = cv2.resize(part, (width, height), interpolation=cv2.INTER_LINEAR)
    found = model.session(detector_input(np.asarray(small, np.uint8)))
    boxes, _ = model.postprocess_op(found, part.shape[:2])
    return [np.asarray(box, np.float32) for box in boxes]


def inked(pixels: Pixels) -> Region | None:
    """The smallest region with all that is printed, and a margin; nothing for a blank page."""
    height, width = pixels.shape[:2]
    scale = min(1.0, _SKETCH / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    sketch = cv2.cvtColor(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), cv2.COLOR_BGR2GRAY)
    # the brightest in the neighbourhood is the paper, also where the light is uneven
    paper = cv2.dilate(sketch, np.ones((15, 15), np.uint8))
    ys, xs = np.nonzero(cv2.subtract(paper, sketch) > _INK)
    if not xs.size:
        return None
    margin = 6
    x0, x1 = max(0, int(xs.min()) - margin), int(xs.max()) + 1 + margin
    y0, y1 = max(0, int(ys.min()) - margin), int(ys.max()) + 1 + margin
    return Region(
        int(x0 / scale), int(y0 / scale), min(width, round(x1 / scale)), min(height, round(y1 / scale))
    )
