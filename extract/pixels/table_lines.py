"""The lines of a rectified table: rules at one level, those kept that end on one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from extract.pixels.lengths import px
from extract.pixels.rules import Rule, RuleMask

# Inches. Rules this near are one line (a double frame, a rule grown fat); rows and columns are wider.
ONE_LINE = 0.075
# Inches. Lone ink lies this near its line, as paper curls, and has no other ink within the second beyond.
BAND, BESIDE = 0.02, 0.02
# Inches; where three crossing rules end alike this far beyond the last line, the side is open.
OPEN_SIDE, ALIKE = 0.15, 0.07
# Share of the table's extent: a line so far drawn is sure from the start, others have to end on lines.
SURE = 0.5
# Inches below which a stretch could be a glyph's stroke, and the share of a stretch covered that founds a
# line: on longer stretches, and on such short ones.
SHORT, FOUNDING, FOUNDING_SHORT = 0.6, 0.65, 0.85
# Inches of a rule's end that may be lost.
FRAYED = 0.2


@dataclass(frozen=True, eq=False)
class Line:
    """A candidate: its level and, along it, where a rule runs and where there is at least lone ink."""

    level: float
    band: NDArray[np.bool_]
    lone: NDArray[np.bool_]

    @property
    def length(self) -> int:
        """Pixels drawn."""
        return int(self.band.sum())


def lines_of(mask: RuleMask, dark: NDArray[np.bool_], dpi: float) -> list[Line]:
    """Candidate lines: rules at one level together."""
    if not mask.rules:
        return []
    ordered = sorted(mask.rules, key=lambda rule: rule.level)
    clusters: list[list[Rule]] = [[ordered[0]]]
    for rule in ordered[1:]:
        if rule.level - clusters[-1][-1].level <= px(dpi, ONE_LINE):
            clusters[-1].append(rule)
        else:
            clusters.append([rule])
    numbers = {rule: number for number, cluster in enumerate(clusters) for rule in cluster}
    bands = _bands(mask, [numbers[rule] for rule in mask.rules], len(clusters))
    levels = map(_level, clusters)
    return [Line(level, band, _lone(dark, level, dpi)) for level, band in zip(levels, bands, strict=True)]


def _level(cluster: Sequence[Rule]) -> float:
    return float(np.average([rule.level for rule in cluster], weights=[rule.length for rule in cluster]))


def _bands(mask: RuleMask, line_of: list[int], count: int) -> NDArray[np.bool_]:
    """For each line, where along it one of its rules runs."""
    y, x = np.nonzero(mask.labels)
    bands = np.zeros((count, mask.labels.shape[1]), np.bool_)
    bands[np.array(line_of)[mask.labels[y, x] - 1], x] = True
    return bands


def _lone(dark: NDArray[np.bool_], level: float, dpi: float) -> NDArray[np.bool_]:
    """Along a line, where there is ink on it and none close by: the dots of a broken rule, not a glyph."""
    reach, beside = px(dpi, BAND), px(dpi, BESIDE)
    top, bottom = round(level) - reach, round(level) + reach + 1
    on = dark[max(0, top) : bottom].any(axis=0)
    near = dark[max(0, top - beside) : max(0, top)].any(axis=0) | dark[bottom : bottom + beside].any(axis=0)
    return np.asarray(on & ~near)


def covers(along: NDArray[np.bool_], crossings: Sequence[Line], dpi: float) -> NDArray[np.float64]:
    """Share of each stretch between neighbouring crossings."""
    inset = px(dpi, 0.02)
    stretches = (
        along[round(start.level) + inset : max(round(end.level) - inset, round(start.level) + inset + 1)]
        for start, end in pairwise(crossings)
    )
    return np.array([float(stretch.mean()) if stretch.size else 0.0 for stretch in stretches])


def sound(rows: list[Line], columns: list[Line], dpi: float) -> tuple[list[Line], list[Line]]:
    """Lines drawn over half the table, and those that fill a stretch between lines already sound."""
    sound_rows, sound_columns = _sure(rows), _sure(columns)
    for _ in range(3):  # a short line can end on another short line
        sound_rows = [line for line in rows if line in sound_rows or _founded(line, sound_columns, dpi)]
        sound_columns = [line for line in columns if line in sound_columns or _founded(line, sound_rows, dpi)]
    return sound_rows, sound_columns


def _sure(lines: list[Line]) -> list[Line]:
    longest = max((line.length for line in lines), default=0)
    return [line for line in lines if line.length >= SURE * longest]


def _founded(line: Line, crossings: Sequence[Line], dpi: float) -> bool:
    """Fills a stretch, and starts and ends on crossing lines, which a stray scan line doesn't."""
    if len(crossings) < 2:
        return False
    inside = line.lone.copy()  # dust beyond the table says nothing about a rule's end
    inside[: max(0, round(crossings[0].level))] = inside[round(crossings[-1].level) :] = False
    if not all(_near(end, crossings, dpi) for end in np.flatnonzero(line.band | inside)[[0, -1]].tolist()):
        return False
    shortest = px(dpi, SHORT)
    widths = np.diff([crossing.level for crossing in crossings])
    needed = np.where(widths >= shortest, FOUNDING, FOUNDING_SHORT)
    return bool((covers(line.band, crossings, dpi) >= needed).any())


def _near(end: int, crossings: Sequence[Line], dpi: float) -> bool:
    return any(abs(end - crossing.level) <= px(dpi, FRAYED) for crossing in crossings)


def trimmed(lines: list[Line], crossings: list[Line], dpi: float) -> list[Line]:
    """Without short outermost lines that fewer than two crossings reach: a scan's edge, met by a streak."""
    longest = max((line.length for line in lines), default=0)
    while len(lines) > 2 and crossings:
        reaching = [covers(crossing.band, lines, dpi)[[0, -1]] >= SURE for crossing in crossings]
        reached = np.sum(reaching, axis=0) >= 2
        first, last = (
            bool(met) or line.length >= SURE * longest
            for met, line in zip(reached, (lines[0], lines[-1]), strict=True)
        )
        if first and last:
            break
        lines = lines[0 if first else 1 : len(lines) if last else -1]
    return lines


def with_open_sides(lines: list[Line], crossings: list[Line], dpi: float) -> list[Line]:
    """With a line where at least three crossing lines end alike well beyond the outermost one."""
    if not lines:
        return lines
    drawn = [np.flatnonzero(line.band) for line in crossings if line.band.any()]
    before = [float(at[0]) for at in drawn if at[0] < lines[0].level - px(dpi, OPEN_SIDE)]
    after = [float(at[-1]) for at in drawn if at[-1] > lines[-1].level + px(dpi, OPEN_SIDE)]
    undrawn = np.zeros_like(lines[0].band)
    left, right = ([Line(at, undrawn, undrawn) for at in _shared(ends, dpi)] for ends in (before, after))
    return [*left, *lines, *right]


def _shared(ends: list[float], dpi: float) -> list[float]:
    middle = float(np.median(ends)) if ends else 0.0
    alike = [end for end in ends if abs(end - middle) <= px(dpi, ALIKE)]
    return [middle] if len(alike) >= 3 else []
