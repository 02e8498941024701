"""A page's pixels, and where they lie on the page as displayed."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from schemas.document import Box, Quad
from schemas.model import Frozen

Pixels = NDArray[np.uint8]
Matrix = NDArray[np.float64]


class PixelBox(Frozen):
    """A rectangle in pixels of one raster, origin top left, right and bottom edges not included."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """In pixels."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In pixels."""
        return self.y1 - self.y0


@dataclass(frozen=True, eq=False)
class Raster:
    """Pixels (height × width × 3, BGR) with their resolution.

    `to_page` (3 × 3) maps a pixel to a fraction of the page as displayed, before any deskew: every step that
    warps the pixels multiplies its inverse into it. A dataclass: pydantic would compare and copy the array.
    """

    pixels: Pixels
    dpi: float
    to_page: Matrix

    @property
    def width(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[1])

    @property
    def height(self) -> int:
        """In pixels."""
        return int(self.pixels.shape[0])

    def on_page(self, box: PixelBox) -> Box:
        """The upright rectangle on the page that encloses the pixel box; clipped to the page."""
        xs, ys = zip(*self.corners(box), strict=True)
        return Box(x0=min(xs), y0=min(ys), x1=max(xs), y1=max(ys))

    def corners(self, box: PixelBox) -> Quad:
        """Where the corners of the pixel box lie on the page; clipped to it."""
        corners = [[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]
        points = cv2.perspectiveTransform(np.array([corners], np.float64), self.to_page)[0].clip(0, 1)
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points.tolist()
        return (ax, ay), (bx, by), (cx, cy), (dx, dy)

    def warped(self, forward: Matrix, width: int, height: int, background: int = 255) -> "Raster":
        """The pixels moved by `forward` (3 × 3, old → new) onto a new sheet; `to_page` follows."""
        pixels = cv2.warpPerspective(
            self.pixels, forward, (width, height), flags=cv2.INTER_LINEAR, borderValue=(background,) * 3
        )
        return Raster(np.asarray(pixels, np.uint8), self.dpi, self.to_page @ np.linalg.inv(forward))


def whole_page(pixels: Pixels, dpi: float) -> Raster:
    """A raster that shows the whole page as displayed."""
    height, width = pixels.shape[:2]
    return Raster(pixels, dpi, np.diag([1 / width, 1 / height, 1.0]))
