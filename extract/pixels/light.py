"""Even light: the paper becomes white, the ink stays as dark as it is beside it.

Faint grey (bleed-through from the back, paper tint, colour cast) goes with the white point; nothing darker
than that is touched, so that thin strokes live.
"""

import cv2
import numpy as np

from extract.pixels.lengths import odd, px
from extract.pixels.raster import Pixels

SMALL_DPI = 50.0
# Paper at least this white everywhere needs no division (bilevel pages, rendered PDFs).
ALREADY_WHITE = 248
# Shares of the paper's brightness: lighter than the first is paper; darker than the second stays as it is, so
# that strokes keep their width; ink no darker than the third is drawn darker where rules are looked for.
WHITE_POINT, KNEE, FAINTEST_INK = 0.9, 0.75, 0.6


def shrunk(pixels: Pixels, dpi: float) -> Pixels:
    """The page at about 50 dpi, where noise is averaged away and every step is cheap."""
    factor = min(1.0, SMALL_DPI / dpi)
    return np.asarray(cv2.resize(pixels, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.uint8)


def paper(small: Pixels) -> Pixels:
    """The bare paper's colour at each place of a shrunk page: strokes narrower than 0.3 inch closed over."""
    kernel = np.ones((odd(SMALL_DPI, 0.3),) * 2, np.uint8)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(cv2.GaussianBlur(closed, (0, 0), px(SMALL_DPI, 0.1)), np.uint8)


def evened(pixels: Pixels, dpi: float) -> Pixels:
    """The page divided by its paper's brightness, channel by channel."""
    bare = paper(shrunk(pixels, dpi))
    if int(np.percentile(bare, 2)) < ALREADY_WHITE:
        height, width = pixels.shape[:2]
        sheet = cv2.resize(np.maximum(bare, 1), (width, height), interpolation=cv2.INTER_LINEAR)
        pixels = np.asarray(cv2.divide(pixels, sheet, scale=255), np.uint8)
    ramp = np.interp(np.arange(256), [0, 255 * KNEE, 255 * WHITE_POINT], [0, 255 * KNEE, 255])
    return np.asarray(cv2.LUT(pixels, ramp.astype(np.uint8)), np.uint8)


def full_contrast(grey: Pixels) -> Pixels:
    """An evened grey page with faint ink made dark: for finding rules, as it makes noise dark as well.

    OCR reads faint pages worse after this.
    """
    black = min(_ink_level(grey), 255 * FAINTEST_INK)
    ramp = np.interp(np.arange(256), [black, black + KNEE * (255 - black), 255], [0, 255 * KNEE, 255])
    return np.asarray(cv2.LUT(grey, ramp.astype(np.uint8)), np.uint8)


def _ink_level(grey: Pixels) -> float:
    """How dark the darker tenth of the ink is (0 to 255); 0 on a page that has next to none."""
    counts = cv2.calcHist([grey], [0], None, [256], [0, 256]).ravel()
    ink = np.cumsum(counts[: round(255 * KNEE)])
    if ink[-1] < counts.sum() * 5e-4:
        return 0.0
    return float(np.searchsorted(ink, ink[-1] * 0.1))
