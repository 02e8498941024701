"""What a fax makes of a page: black and white, half the lines, some lost or doubled."""

import cv2
import numpy as np

from benchmarks.scans.wear.raster import PAPER, Chance, Pixels


def half_resolution(pixels: Pixels) -> Pixels:
    """Standard instead of fine: half the lines, each shown twice."""
    height, width = pixels.shape[:2]
    half = cv2.resize(pixels, (width, height // 2), interpolation=cv2.INTER_AREA)
    return cv2.resize(half, (width, height), interpolation=cv2.INTER_NEAREST)


def bilevel(pixels: Pixels, chance: Chance) -> Pixels:
    """Black where darker than a threshold that was set once for the page."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    threshold = chance.uniform(135, 185)
    return cv2.cvtColor(np.where(grey < threshold, 0, PAPER).astype(np.uint8), cv2.COLOR_GRAY2BGR)


def lost_lines(pixels: Pixels, chance: Chance) -> Pixels:
    """One to four times some scan lines are lost: white, or the line before shown again."""
    found = pixels.copy()
    for _ in range(int(chance.integers(1, 5))):
        top, high = int(chance.integers(1, found.shape[0] - 4)), int(chance.integers(1, 4))
        found[top : top + high] = PAPER if chance.random() < 0.5 else found[top - 1]
    return found
