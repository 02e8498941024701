"""Rectangles in points, and how a PDF page's own coordinates become those a reader sees."""

from typing import NamedTuple

from schemas.document import Box, Point, Quad
from schemas.model import Frozen


class Rect(NamedTuple):
    """In points (1/72 inch), origin top left. A tuple: a page has thousands, pydantic is slow at it."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """In points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """In points."""
        return self.y1 - self.y0

    @property
    def area(self) -> float:
        """In square points; zero where the rectangle is empty."""
        return max(self.width, 0.0) * max(self.height, 0.0)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.x0 <= x < self.x1 and self.y0 <= y < self.y1

    def common(self, other: "Rect") -> "Rect":
        """What both cover; its area is zero where they don't meet."""
        return Rect(
            max(self.x0, other.x0), max(self.y0, other.y0), min(self.x1, other.x1), min(self.y1, other.y1)
        )


def enclosing(rects: "list[Rect]") -> Rect:
    """The smallest rectangle around all of them (at least one)."""
    return Rect(
        min(r.x0 for r in rects), min(r.y0 for r in rects), max(r.x1 for r in rects), max(r.y1 for r in rects)
    )


class Frame(Frozen):
    """The way from PDF user space (origin bottom left, before /Rotate) to the page as it is read.

    x' = a·x + c·y + e, y' = b·x + d·y + f. `width` and `height` are those of the page as read; `turn` counts
    the quarter turns (clockwise) from the page as displayed to the page as read: not 0 where a whole page is
    printed on its side.
    """

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float
    width: float
    height: float
    turn: int = 0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of user space is read."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def rect(self, x0: float, y0: float, x1: float, y1: float) -> Rect:
        """Where a rectangle of user space is read."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))

    def turned(self) -> "Frame":
        """The same page turned a quarter clockwise once more."""
        return Frame(
            a=-self.b, c=-self.d, e=self.height - self.f, b=self.a, d=self.c, f=self.e,
            width=self.height, height=self.width, turn=(self.turn + 1) % 4,
        )  # fmt: skip  # a row of the matrix on a line

    def on_page(self, rect: Rect) -> Box:
        """The rectangle as fractions of the page as displayed, clipped to it."""
        (ax, ay), _, (bx, by), _ = self.corners(rect)
        return Box(x0=min(ax, bx), y0=min(ay, by), x1=max(ax, bx), y1=max(ay, by))

    def corners(self, rect: Rect) -> Quad:
        """Where the rectangle's corners lie on the page as displayed, clipped to it."""
        x0, x1 = (min(max(x / self.width, 0.0), 1.0) for x in (rect.x0, rect.x1))
        y0, y1 = (min(max(y / self.height, 0.0), 1.0) for y in (rect.y0, rect.y1))
        return self._shown(x0, y0), self._shown(x1, y0), self._shown(x1, y1), self._shown(x0, y1)

    def _shown(self, x: float, y: float) -> Point:
        for _ in range(self.turn):
            x, y = y, 1 - x
        return x, y


def displayed(box: tuple[float, float, float, float], rotation: int) -> Frame:
    """The frame of a page from its box (left, bottom, right, top) and its /Rotate (degrees clockwise)."""
    left, bottom, right, top = box
    frame = Frame(a=1, b=0, c=0, d=-1, e=-left, f=top, width=right - left, height=top - bottom)
    for _ in range(rotation // 90 % 4):
        frame = frame.turned()
    return frame.model_copy(update={"turn": 0})
