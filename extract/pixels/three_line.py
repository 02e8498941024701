"""Tables with horizontal rules only (三线表): columns from white gaps.

The rules of 版记 (GB/T 9704 7.4) above 抄送 and below 印发 look alike, but hold two lines of text of which
only one has two parts; so a table has three rows or more and most of them fill two columns.
"""

from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from extract.pixels.grid import PixelGrid
from extract.pixels.layout import Layout, column_borders, grid_of, layout_of, text_lines
from extract.pixels.lengths import odd, px
from extract.pixels.raster import PixelBox, Raster
from extract.pixels.rules import INK, Rule

# Inches; shorter rules underline words. Ends of one table's rules lie this near each other.
SHORTEST, ALIKE = 2.0, 0.15
# Inches between the parts of one broken rule.
BROKEN = 0.5
# Share of a table's rows that fill two columns or more.
TABULAR = 0.6


def three_line_grids(
    raster: Raster, rules: Sequence[Rule], taken: Sequence[PixelBox], boxes: Sequence[PixelBox]
) -> list[PixelGrid]:
    """Tables between rules of equal ends, outside the areas taken; from the ink where `boxes` is empty."""
    free = [rule for rule in _whole(rules, raster.dpi) if not any(_inside(rule, area) for area in taken)]
    grids = [_grid(raster, group, boxes) for group in _alike(free, raster.dpi) if len(group) >= 3]
    return [grid for grid in grids if grid is not None]


def _inside(rule: Rule, area: PixelBox) -> bool:
    return area.y0 - 5 <= rule.level <= area.y1 + 5 and rule.end > area.x0 and rule.start < area.x1


def _whole(rules: Sequence[Rule], dpi: float) -> list[Rule]:
    """Rules of some length, their parts joined."""
    whole: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.level / px(dpi, 0.06)), rule.start)):
        last = whole[-1] if whole else None
        if last and abs(last.level - rule.level) < px(dpi, 0.06) and rule.start - last.end < px(dpi, BROKEN):
            level = (last.level + rule.level) / 2
            whole[-1] = Rule(min(last.start, rule.start), max(last.end, rule.end), level, 0.0, last.thickness)
        else:
            whole.append(rule)
    return sorted((rule for rule in whole if rule.length >= px(dpi, SHORTEST)), key=lambda rule: rule.level)


def _alike(rules: list[Rule], dpi: float) -> list[list[Rule]]:
    near = px(dpi, ALIKE)
    groups: list[list[Rule]] = []
    for rule in rules:
        if groups and all(
            abs(ours - theirs) <= near
            for ours, theirs in ((rule.start, groups[-1][0].start), (rule.end, groups[-1][0].end))
        ):
            groups[-1].append(rule)
        else:
            groups.append([rule])
    return groups


def _grid(raster: Raster, rules: list[Rule], boxes: Sequence[PixelBox]) -> PixelGrid | None:
    x0, x1 = min(rule.start for rule in rules), max(rule.end for rule in rules)
    area = PixelBox(x0=x0, y0=rules[0].level, x1=x1, y1=rules[-1].level)
    inside = [box for box in boxes or ink_boxes(raster, area, rules) if _within(box, area)]
    lines = text_lines(inside)
    if not any(len(line) > 1 for line in lines):
        return None
    columns = (x0, *column_borders(lines, raster.dpi)[1:-1], x1)
    bands = list(pairwise(rule.level for rule in rules))
    layout = layout_of(bands, lines, columns)
    return grid_of(raster, layout) if _tabular(layout) else None


def _tabular(layout: Layout) -> bool:
    filled = sum(layout.filled(line) > 1 for line in layout.lines)
    return len(layout.columns) > 2 and filled >= max(3, TABULAR * len(layout.lines))


def _within(box: PixelBox, area: PixelBox) -> bool:
    return area.y0 <= (box.y0 + box.y1) / 2 < area.y1 and area.x0 <= (box.x0 + box.x1) / 2 <= area.x1


def ink_boxes(raster: Raster, area: PixelBox, rules: Sequence[Rule]) -> list[PixelBox]:
    """Words of ink in an area, where no engine has read it yet; rules and dust left out."""
    x0, y0, x1, y1 = (round(value) for value in (area.x0, area.y0, area.x1, area.y1))
    ink = np.asarray(cv2.cvtColor(raster.pixels[y0:y1, x0:x1], cv2.COLOR_BGR2GRAY) < INK, np.uint8)
    clear = px(raster.dpi, 0.04)
    for rule in rules:
        ink[max(0, round(rule.level) - y0 - clear) : max(0, round(rule.level) - y0 + clear)] = 0
    words = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((odd(raster.dpi, 0.06), odd(raster.dpi, 0.12))))
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.asarray(words, np.uint8))
    smallest = px(raster.dpi, 0.06)
    return [
        PixelBox(x0=x0 + x, y0=y0 + y, x1=x0 + x + width, y1=y0 + y + height)
        for x, y, width, height, _area in stats[1:].tolist()
        if height >= smallest
    ]
