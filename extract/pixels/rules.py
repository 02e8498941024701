"""Ruling lines in pixels: long straight runs of ink along one axis.

Everything here looks along the rows of a mask; for vertical rules callers hand in the transposed mask.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import odd, px
from extract.pixels.light import full_contrast
from extract.pixels.raster import Pixels, Raster

Mask = NDArray[np.uint8]

# Darker than this on white paper is ink; hairlines blurred by a scanner are no darker.
INK = 220
# Inches. Grey is averaged so far along a rule: noise and small breaks go, faint rules stand out.
SMOOTHED = 0.02
# Inches. Breaks closed once short runs are dropped; longer ones are missing borders.
BROKEN_GAP = 0.1
# Inches. Strokes of body text (三号, 16 pt) are shorter than this.
SHORTEST_RUN = 0.2
# Darker than this is surely ink, not noise.
DARK_INK = 150
# Inches beside a rule where a glyph has more strokes; the share of length above which it is one; inches
# that strokes of neighbouring glyphs never add up to.
BESIDE, CROWDED, NEVER_TEXT = 0.025, 0.12, 2.0
# Inches; a rule's pixels lie this near its middle, else it is a blot or two rules grown together.
THICKEST = 0.06


@dataclass(frozen=True)
class Rule:
    """A rule along the rows of a mask, in pixels: `level` at `middle`, rising by `slope`."""

    start: float
    end: float
    level: float
    slope: float
    thickness: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.end - self.start

    def at(self, position: float) -> float:
        """The level at a position along the rule."""
        return self.level + self.slope * (position - (self.start + self.end) / 2)


@dataclass(frozen=True, eq=False)
class RuleMask:
    """The pixels of the rules, each with the number (1, 2 …) of its rule; 0 elsewhere."""

    labels: NDArray[np.int32]
    rules: tuple[Rule, ...]

    def only(self, kept: NDArray[np.bool_]) -> "RuleMask":
        """Without the rules that are False in `kept`; the others are numbered anew."""
        numbers = np.concatenate([[0], np.where(kept, np.cumsum(kept), 0)]).astype(np.int32)
        rules = tuple(rule for rule, keep in zip(self.rules, kept, strict=True) if keep)
        return RuleMask(numbers[self.labels], rules)


def grey_of(raster: Raster) -> Pixels:
    """The pixels in which rules are looked for."""
    return full_contrast(np.asarray(cv2.cvtColor(raster.pixels, cv2.COLOR_BGR2GRAY), np.uint8))


def both_ways(raster: Raster) -> tuple[RuleMask, RuleMask]:
    """The rules along the rows, and along the columns (as those of the transposed page)."""
    grey = grey_of(raster)
    return rules_along(grey, raster.dpi), rules_along(np.ascontiguousarray(grey.T), raster.dpi)


def rules_along(grey: Pixels, dpi: float) -> RuleMask:
    """The rules along the rows of a grey page: runs first, then the gaps between them closed."""
    smooth = cv2.blur(grey, (odd(dpi, SMOOTHED), 1), borderType=cv2.BORDER_REPLICATE)
    ink = np.asarray(smooth < INK, np.uint8)
    runs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, px(dpi, SHORTEST_RUN)), np.uint8))
    thick = cv2.dilate(runs, np.ones((3, 1), np.uint8))
    joined = cv2.morphologyEx(thick, cv2.MORPH_CLOSE, np.ones((1, px(dpi, BROKEN_GAP)), np.uint8))
    _, labels = cv2.connectedComponents(np.asarray(joined, np.uint8), connectivity=8, ltype=cv2.CV_32S)
    # both, as the closing with an even width is a pixel off: a run's last pixel may have no number
    y, x = np.nonzero(cv2.bitwise_and(runs, np.asarray(joined, np.uint8)))
    return _measured((y, x, np.asarray(labels[y, x], np.int32)), grey < DARK_INK, dpi)


def _measured(
    runs: tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32]], dark: NDArray[np.bool_], dpi: float
) -> RuleMask:
    """`runs`: row, column and rule of every pixel of a run; a page has millions of others."""
    y, x, numbers = runs
    labels = np.zeros(dark.shape, np.int32)
    if not len(x):
        return RuleMask(labels, ())
    order = np.argsort(numbers, kind="stable")
    cuts = np.flatnonzero(np.diff(numbers[order])) + 1
    groups = zip(np.split(x[order], cuts), np.split(y[order], cuts), strict=True)
    rules, kept = [], []
    for xs, ys in groups:
        rule = _fitted(xs, ys)
        rules.append(rule)
        alone = rule.length >= px(dpi, NEVER_TEXT) or _crowding(dark, rule, dpi) <= CROWDED
        kept.append(alone and rule.thickness <= px(dpi, THICKEST))
    present = np.unique(numbers)
    renumber = np.zeros(int(numbers.max()) + 1, np.int32)
    renumber[present[kept]] = np.arange(1, sum(kept) + 1)
    labels[y, x] = renumber[numbers]
    return RuleMask(labels, tuple(rule for rule, keep in zip(rules, kept, strict=True) if keep))


def _crowding(dark: NDArray[np.bool_], rule: Rule, dpi: float) -> float:
    """Share of a rule's length with ink close beside it: strokes of glyphs have more strokes about them."""
    x = np.arange(round(rule.start), round(rule.end))
    y = rule.level + rule.slope * (x + 0.5 - (rule.start + rule.end) / 2)
    away = rule.thickness / 2 + px(dpi, BESIDE)
    sides = (np.clip(np.floor(y + shift), 0, len(dark) - 1).astype(np.intp) for shift in (-away, away))
    return float(np.max([dark[side, x].mean() for side in sides]))


def _fitted(x: NDArray[np.intp], y: NDArray[np.intp]) -> Rule:
    start, end = float(x.min()), float(x.max() + 1)
    middle = (start + end) / 2
    along = x + 0.5 - middle
    spread = float((along**2).sum())
    mean_along, level = float(along.mean()), float(y.mean()) + 0.5
    slope = float((along * (y + 0.5 - level)).sum()) / spread if spread else 0.0
    return Rule(start, end, level - slope * mean_along, slope, len(x) / (end - start))
