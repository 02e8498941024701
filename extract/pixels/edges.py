"""What the scanner adds to a page: dark edges, punch holes, streaks. All become white."""

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import odd, px
from extract.pixels.light import SMALL_DPI, shrunk
from extract.pixels.raster import Pixels

Mask = NDArray[np.uint8]

# Scanner lids, desks and holes are darker than this share of the paper's brightness.
DARK = 0.5
# Their soft edges, down to this share, go with them.
SHADOW = 0.75
# ISO 838 holes are 6 mm wide; worn ones and other makes run from 4 to 9 mm. Inches.
HOLE_SIZES = (0.14, 0.38)
# A hole lies this near a side of the page, in inches.
HOLE_MARGIN = 1.1


def without_edges(pixels: Pixels, dpi: float) -> Pixels:
    """A copy with dark borders that touch the frame and punch holes painted white."""
    small = shrunk(pixels, dpi)
    grey = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), np.uint8)
    dark = np.asarray(grey < DARK * np.percentile(grey, 80), np.uint8)
    scale = small.shape[1] / pixels.shape[1]
    unwanted = np.asarray(cv2.bitwise_or(_border(dark, SMALL_DPI), _holes(dark, dpi * scale)), np.uint8)
    unwanted[_frame(unwanted.shape)] = 1
    shadow = np.asarray(grey < SHADOW * np.percentile(grey, 80), np.uint8)
    reach = cv2.dilate(unwanted, np.ones((odd(SMALL_DPI, 0.3),) * 2, np.uint8))
    outline = _joined(unwanted, np.asarray(cv2.bitwise_and(shadow, reach), np.uint8))
    grown = cv2.dilate(outline, np.ones((3, 3), np.uint8))
    full = cv2.resize(grown, (pixels.shape[1], pixels.shape[0]), interpolation=cv2.INTER_NEAREST)
    paper = np.percentile(small.reshape(-1, 3), 80, axis=0).astype(np.uint8)
    return np.asarray(cv2.copyTo(np.broadcast_to(paper, pixels.shape).copy(), full, pixels.copy()), np.uint8)


def _border(dark: Mask, dpi: float) -> Mask:
    """Dark areas joined to the frame. Opening lets go of rules and letters that run into them."""
    pad = px(dpi, 0.12)
    padded = cv2.copyMakeBorder(dark, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=1)
    opened = cv2.morphologyEx(padded, cv2.MORPH_OPEN, np.ones((pad, pad), np.uint8))
    _, labels = cv2.connectedComponents(np.asarray(opened, np.uint8), connectivity=4)
    return np.asarray(labels[pad:-pad, pad:-pad] == labels[0, 0], np.uint8)


def _frame(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """The outermost pixels of a shrunk page: no text reaches them, slivers of a lid do."""
    inner = np.zeros(shape, np.bool_)
    inner[1:-1, 1:-1] = True
    return ~inner


def _joined(core: Mask, around: Mask) -> Mask:
    """The core with what joins on to it."""
    _, labels = cv2.connectedComponents(cv2.bitwise_or(core, around), connectivity=8)
    return np.asarray(np.isin(labels, np.unique(labels[core > 0])), np.uint8)


def _holes(dark: Mask, dpi: float) -> Mask:
    smallest, largest = (px(dpi, size) for size in HOLE_SIZES)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (odd(dpi, 0.1),) * 2)
    opened = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(np.asarray(opened, np.uint8))
    holes = np.zeros_like(dark)
    for label, (x, y, width, height, area) in enumerate(stats.tolist()):
        sized = smallest <= min(width, height) and max(width, height) <= largest
        round_ = max(width, height) <= 1.35 * min(width, height) and 0.62 <= area / (width * height) <= 0.95
        if label and sized and round_ and _alone_at_side(dark, (x, y, width, height), dpi):
            holes[labels == label] = 1
    return holes


def _alone_at_side(dark: Mask, box: tuple[int, int, int, int], dpi: float) -> bool:
    """Near a side of the page and with paper all around, unlike a bold dot in a line of text."""
    x, y, width, height = box
    page_height, page_width = dark.shape
    nearest = min(x, y, page_width - x - width, page_height - y - height)
    ring = px(dpi, 0.06)
    around = dark[max(0, y - ring) : y + height + ring, max(0, x - ring) : x + width + ring].sum()
    inside = dark[y : y + height, x : x + width].sum()
    return nearest < px(dpi, HOLE_MARGIN) and int(around - inside) < 0.3 * int(inside)
