"""Red seals (公章) lifted off the text below them.

In the red channel a seal is nearly as bright as paper while the ink under it stays dark. The red letterhead
(发文机关标志, GB/T 9704 7.2.4) and red figures are text, though, and stay dark.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import odd, px
from extract.pixels.light import SMALL_DPI, shrunk
from extract.pixels.raster import Pixels

Area = tuple[int, int, int, int]

# Inches. A line of red text is lower than the first; a seal in the letterhead's part of the page has a
# diameter within the second (公章: 4.2 to 5 cm).
TALLEST_TEXT = 0.6
SEAL_SIZES = (1.2, 2.3)
LETTERHEAD_PART = 0.36
# How far red stands above the other channels (0 to 255), on a page of white paper.
REDNESS = 40


def grey_without_seals(pixels: Pixels, dpi: float) -> Pixels:
    """The page in grey (height × width), seals brightened to paper."""
    # Green is where red text is darkest; on black and grey it changes nothing.
    grey = np.asarray(cv2.min(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), pixels[..., 1]), np.uint8)
    for x0, y0, x1, y1 in _seal_areas(pixels, dpi):
        part = (slice(y0, y1), slice(x0, x1))
        grey[part] = _lifted(pixels[part], grey[part], dpi)
    return grey


def _red(pixels: Pixels, threshold: int) -> Pixels:
    blue, green, red = cv2.split(pixels)
    return np.asarray(cv2.subtract(red, cv2.max(blue, green)) > threshold, np.uint8)


def _seal_areas(pixels: Pixels, dpi: float) -> list[Area]:
    small = shrunk(pixels, dpi)
    scale = pixels.shape[1] / small.shape[1]
    red = _red(small, REDNESS // 2)
    if not red.any():
        return []
    joined = cv2.morphologyEx(red, cv2.MORPH_CLOSE, np.ones((odd(SMALL_DPI, 0.12),) * 2, np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(joined, np.uint8))
    margin = px(SMALL_DPI, 0.1)
    return [
        (
            round(max(0, x - margin) * scale),
            round(max(0, y - margin) * scale),
            round((x + width + margin) * scale),
            round((y + height + margin) * scale),
        )
        for x, y, width, height, _area in stats[1:].tolist()
        if _is_seal(y + height / 2 < LETTERHEAD_PART * small.shape[0], width, height)
    ]


def _is_seal(in_letterhead: bool, width: int, height: int) -> bool:
    if in_letterhead:
        low, high = (size * SMALL_DPI for size in SEAL_SIZES)
        return low <= min(width, height) and max(width, height) <= high
    return min(width, height) >= TALLEST_TEXT * SMALL_DPI


def _lifted(pixels: Pixels, grey: Pixels, dpi: float) -> NDArray[np.uint8]:
    """The red channel where the seal is, stretched so that the seal's own red becomes white."""
    mask = _red(pixels, REDNESS)
    if not mask.any():
        return grey
    red = pixels[..., 2]
    white = max(float(np.percentile(red[mask > 0], 25)), 120.0)
    stretched = cv2.convertScaleAbs(red, alpha=255 / white)
    grown = cv2.dilate(_red(pixels, REDNESS // 3), np.ones((odd(dpi, 0.01),) * 2, np.uint8))
    return np.where(grown > 0, np.maximum(stretched, grey), grey)
