"""Strokes and filled shapes of a page → its ruling lines."""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from extract.pdf.geometry import Rect

_THICKEST = 4.0
_SHORTEST = 4.0
MOST_SEGMENTS = 64
"""A rectangle with a ring or a few pieces; more segments are a glyph or a picture drawn as a path."""

Points = Sequence[tuple[float, float]]


class Image(NamedTuple):
    """A picture on the page; `over_text` is true where it is opaque and painted after some text."""

    rect: Rect
    pixel_width: int
    pixel_height: int
    over_text: bool


class Drawing(NamedTuple):
    """The page's rules (thin rectangles), pictures, and how many other shapes there are."""

    rules: tuple[Rect, ...]
    images: tuple[Image, ...]
    shapes: int


class Marks:
    """Collects rules in points of the page as it is read."""

    def __init__(self) -> None:
        self.rules: list[Rect] = []

    def stroke(self, points: Points) -> None:
        """A polygon's line: each straight piece may be a rule."""
        for (ax, ay), (bx, by) in itertools.pairwise(points):
            self.as_rule(Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    def fill(self, rects: Sequence[Rect]) -> None:
        """Thin rectangles are rules; two rectangles, one just inside the other, are a border."""
        large = [rect for rect in rects if not self.as_rule(rect)]
        if len(large) == 2:
            outer, inner = sorted(large, key=lambda r: -r.area)
            for side in (
                Rect(outer.x0, outer.y0, outer.x1, inner.y0), Rect(outer.x0, inner.y1, outer.x1, outer.y1),
                Rect(outer.x0, outer.y0, inner.x0, outer.y1), Rect(inner.x1, outer.y0, outer.x1, outer.y1),
            ):  # fmt: skip
                if min(side.width, side.height) > 0:
                    self.as_rule(side)

    def as_rule(self, rect: Rect) -> bool:
        """Keep the rectangle as a rule if it is thin and long enough."""
        thin, long = sorted((rect.width, rect.height))
        is_rule = 0 <= thin <= _THICKEST and long >= max(_SHORTEST, 3 * thin)
        if is_rule:
            self.rules.append(rect)
        return is_rule


def around(points: Points) -> Rect:
    """The smallest rectangle around the points (at least one)."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs), max(ys))
