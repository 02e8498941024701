"""A table's own perspective undone, from the slants of its rules."""

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import px
from extract.pixels.raster import Matrix, PixelBox, Raster
from extract.pixels.rules import Rule

# Inches of paper left around the table.
MARGIN = 0.1
# Inches; shorter rules say little about a slant.
TELLING = 0.6
# Corners nearer than this (pixels) to where they belong need no resampling.
STRAIGHT = 0.75


def rectified(raster: Raster, outline: PixelBox, across: list[Rule], down: list[Rule]) -> Raster:
    """The table alone, its rules along rows and columns. `across` runs along rows, `down` along columns."""
    margin = px(raster.dpi, MARGIN)
    x0, y0 = max(0.0, outline.x0 - margin), max(0.0, outline.y0 - margin)
    x1, y1 = min(raster.width, outline.x1 + margin), min(raster.height, outline.y1 + margin)
    width, height = round(x1 - x0), round(y1 - y0)
    level = _levels(across, raster.dpi)
    plumb = _levels(down, raster.dpi)
    quad = [_crossing(level, plumb, x, y, outline) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    source = np.array(quad, np.float32)
    if np.abs(source - np.array([x0, y0]) - target).max() < STRAIGHT:
        source = target + np.array([x0, y0], np.float32).round()
    forward: Matrix = np.asarray(cv2.getPerspectiveTransform(source, target), np.float64)
    return raster.warped(forward, width, height)


def _levels(rules: list[Rule], dpi: float) -> NDArray[np.float64]:
    """Slant as a line over the level: (slope at level 0, change per pixel). Long rules weigh more."""
    telling = [rule for rule in rules if rule.length >= px(dpi, TELLING)] or rules
    if not telling:
        return np.zeros(2)
    level = np.array([rule.level for rule in telling])
    slope = np.array([rule.slope for rule in telling])
    weight = np.array([rule.length for rule in telling]) ** 1.5
    middling = _weighted_median(slope, weight)
    weight = np.where(np.abs(slope - middling) < 0.02, weight, 0)
    if np.ptp(level) < px(dpi, 1.0) or (weight > 0).sum() < 3:
        return np.array([middling, 0.0])
    change, start = np.polyfit(level, slope, 1, w=np.sqrt(weight))
    return np.array([start, change])


def _weighted_median(values: NDArray[np.float64], weights: NDArray[np.float64]) -> float:
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][int(np.searchsorted(total, total[-1] / 2))])


def _crossing(
    level: NDArray[np.float64], plumb: NDArray[np.float64], x: float, y: float, outline: PixelBox
) -> tuple[float, float]:
    """Where the line through (middle, y) along the rows meets the one through (x, middle) down."""
    middle_x, middle_y = (outline.x0 + outline.x1) / 2, (outline.y0 + outline.y1) / 2
    rise, run = level[0] + level[1] * y, plumb[0] + plumb[1] * x
    crossing_y = (y + rise * (x - run * middle_y - middle_x)) / (1 - rise * run)
    return x + run * (crossing_y - middle_y), crossing_y
