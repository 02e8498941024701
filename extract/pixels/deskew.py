"""The page's slant, from the lower edges of text lines and rules.

The angle under which the edges fall into the fewest, fullest lines (projection profile), searched coarse to
fine on points instead of pixels: exact to a few hundredths of a degree and quick on one core.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.raster import Matrix, Pixels, Raster

LIMIT = 10.0  # degrees; a scanner feed doesn't slant a sheet further
WORK_DPI = 150.0
POINTS = 40_000
# Fewer edge points than this (a page number, a stray word) say nothing about a page.
FEWEST_POINTS = 250
# Slants below this shift a 6 inch line by little more than a pixel at 200 dpi: not worth a resampling.
NEGLIGIBLE = 0.06


def deskewed(raster: Raster) -> Raster:
    """The page turned upright on a sheet that holds all of it; the same raster where it is upright."""
    angle = slant(raster.pixels, raster.dpi)
    if abs(angle) < NEGLIGIBLE:
        return raster
    forward, width, height = _turn(angle, raster.width, raster.height)
    return raster.warped(forward, width, height)


def slant(pixels: Pixels, dpi: float) -> float:
    """Degrees by which text lines run downwards to the right (negative: upwards); 0 where nothing tells."""
    x, y = _lower_edges(pixels, dpi)
    if len(x) < FEWEST_POINTS:
        return 0.0
    angle = 0.0
    for step, reach in ((0.4, LIMIT), (0.08, 0.4)):
        angles = np.arange(angle - reach, angle + reach + step / 2, step)
        bins = step / 0.08  # wide bins while steps are wide, or the true angle falls between two
        angle = float(angles[int(np.argmax([_sharpness(x, y, a, bins) for a in angles]))])
    return _peak(x, y, np.arange(angle - 0.2, angle + 0.21, 0.02))


def _peak(x: NDArray[np.float64], y: NDArray[np.float64], angles: NDArray[np.float64]) -> float:
    """The middle of the peak, as its tip is ragged where there are few lines."""
    scores = np.array([_sharpness(x, y, angle, 1.0) for angle in angles])
    above = (scores - np.median(scores)).clip(0) ** 2
    return float(np.average(angles, weights=above)) if above.any() else float(angles[len(angles) // 2])


def _lower_edges(pixels: Pixels, dpi: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    factor = min(1.0, WORK_DPI / dpi)
    small = cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    grey = small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_BGR2GRAY)
    dark = np.asarray(grey < 170)
    y, x = np.nonzero(dark[:-1] & ~dark[1:])
    thinned = slice(None, None, max(1, len(x) // POINTS))
    return x[thinned].astype(np.float64), y[thinned].astype(np.float64)


def _sharpness(x: NDArray[np.float64], y: NDArray[np.float64], angle: float, bin_height: float) -> float:
    rows = (y - x * np.tan(np.radians(angle))) / bin_height
    profile = np.bincount((rows - rows.min()).astype(np.int64))
    # A power below 2 keeps one long streak from outvoting lines of text.
    return float((profile**1.6).sum())


def _turn(angle: float, width: int, height: int) -> tuple[Matrix, int, int]:
    turn = np.vstack([cv2.getRotationMatrix2D((0, 0), angle, 1.0), [0, 0, 1]])
    corners = np.array([[[0, 0], [width, 0], [width, height], [0, height]]], np.float64)
    moved = cv2.perspectiveTransform(corners, turn)[0]
    low, high = moved.min(axis=0), np.ceil(moved.max(axis=0) - moved.min(axis=0))
    shift = np.array([[1, 0, -low[0]], [0, 1, -low[1]], [0, 0, 1]])
    return shift @ turn, int(high[0]), int(high[1])
