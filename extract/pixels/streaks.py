"""Lines a machine draws: a fax's stray scan line, a copier's scratch down the page.

They look like hairline rules, but end in white paper, each at a place of its own, or run from edge to edge.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import px
from extract.pixels.raster import Pixels

# Inches; text strokes are shorter, table rules of this length are thicker or end on other rules.
SHORTEST = 0.5
# Of the page's side; no table reaches so far, as pages have margins.
EDGE_TO_EDGE = 0.93
# Share of a streak that has white paper above and below, where it doesn't cross text.
LONE = 0.6
# Inches beyond a run where a worn rule goes on, and the share of them that has ink then.
GOES_ON, INKED = 0.2, 0.25
# Inches; the rules of an open table end alike.
ALIKE = 0.03

Runs = NDArray[np.intp]


def without_streaks(grey: Pixels, dpi: float) -> Pixels:
    """A copy of the grey page (ink dark on white) without streaks; ink on either side of one stays."""
    cleaned = grey.copy()
    dark = np.asarray(grey < 160, np.uint8)
    cleaned[_stray(dark, dpi)] = 255
    cleaned.T[_stray(np.ascontiguousarray(dark.T), dpi)] = 255
    return cleaned


def _stray(dark: Pixels, dpi: float) -> NDArray[np.bool_]:
    """The pixels of streaks along the rows that no other ink touches."""
    lone = dark.copy()
    lone[1:] &= 1 - dark[:-1]
    lone[:-1] &= 1 - dark[1:]
    stray = np.zeros(dark.shape, np.bool_)
    runs = [run for run in _runs(dark, dpi).tolist() if lone[run[0], run[1] : run[2]].mean() >= LONE]
    for run in runs:
        y, start, end = run
        across = end - start >= EDGE_TO_EDGE * dark.shape[1]
        if across or (_free(dark, run, dpi) and not _alike(run, runs, dpi)):
            stray[y, start:end] = lone[y, start:end] > 0
    return stray


def _runs(dark: Pixels, dpi: float) -> Runs:
    """Long runs of dark pixels within one row: y, start, end."""
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, px(dpi, 0.03)), np.uint8))
    opened = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, px(dpi, SHORTEST)), np.uint8))
    rows = np.flatnonzero(opened.any(axis=1))  # few have any: the rest needn't be searched
    edges = np.diff(np.asarray(opened[rows], np.int8), axis=1, prepend=0, append=0)
    y, start = np.nonzero(edges > 0)
    return np.column_stack([rows[y], start, np.nonzero(edges < 0)[1]])


def _free(dark: Pixels, run: list[int], dpi: float) -> bool:
    """Ends in white on both sides: no rule crosses there, and none goes on in this or a neighbouring row."""
    y, start, end = run
    near, far = px(dpi, 0.03), px(dpi, GOES_ON)
    rows = dark[max(0, y - 3) : y + 4]
    beyond = (rows[:, max(0, start - far) : start], rows[:, end : end + far])
    corners = (rows[:, max(0, start - near) : start + near], rows[:, max(0, end - near) : end + near])
    goes_on = any(part.any(axis=0).sum() > INKED * far for part in beyond)
    crossed = any((part.sum(axis=0) > 2).any() for part in corners)
    return not goes_on and not crossed


def _alike(run: list[int], runs: list[list[int]], dpi: float) -> bool:
    """Whether another run, in a row further off, starts or ends at the same place."""
    near = px(dpi, ALIKE)
    return any(
        abs(y - run[0]) > near and (abs(start - run[1]) <= near or abs(end - run[2]) <= near)
        for y, start, end in runs
    )
