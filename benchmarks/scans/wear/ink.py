"""What happens to the strokes: thinned or fattened, fringed, blurred, red ink unevenly pressed."""

import cv2
import numpy as np

from benchmarks.scans.wear.raster import PAPER, Chance, Pixels, field, rounded

_INCH = 100  # blur is given in 1/100 inch


def uneven_seal(pixels: Pixels, chance: Chance) -> Pixels:
    """Red ink takes badly in places: there the paper shines through, never more than two thirds."""
    spread = pixels.max(axis=2).astype(np.int16) - pixels.min(axis=2)
    red = (spread > 40) & (pixels[:, :, 2] > 120)
    loss = 0.65 * field(chance, pixels.shape, 60) * field(chance, pixels.shape, 14)
    lighter = pixels + (PAPER - pixels) * loss[:, :, None]
    return np.where(red[:, :, None], rounded(lighter), pixels)


def strokes(pixels: Pixels, weight: float, dpi: int) -> Pixels:
    """Thinned towards -1, fattened towards 1: a blend with the neighbourhood's lightest or darkest pixel."""
    size = 3 if dpi >= 180 else 2
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    other = cv2.erode(pixels, kernel) if weight > 0 else cv2.dilate(pixels, kernel)
    share = abs(weight)
    return cv2.addWeighted(pixels, 1 - share, other, share, 0)


def faded(pixels: Pixels, chance: Chance, most: float) -> Pixels:
    """Toner that has gone in places: strokes lighter there, more in some parts of the page than in others."""
    loss = most * field(chance, pixels.shape, 8) * chance.random(pixels.shape[:2], dtype=np.float32)
    return rounded(pixels + (PAPER - pixels) * loss[:, :, None])


def halo(pixels: Pixels, share: float, dpi: int) -> Pixels:
    """A grey fringe around strokes, as old copiers leave it."""
    reach = dpi / 45
    fringe = cv2.GaussianBlur(pixels, (0, 0), reach)
    fringe = rounded(PAPER - (PAPER - fringe.astype(np.float32)) * 2 * share)
    return np.minimum(pixels, fringe)


def blurred(pixels: Pixels, amount: float, dpi: int) -> Pixels:
    """Out of focus; `amount` is the standard deviation in 1/100 inch."""
    sigma = amount * dpi / _INCH
    return cv2.GaussianBlur(pixels, (0, 0), sigma) if sigma > 0.2 else pixels
