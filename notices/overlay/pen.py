"""Drawing that never hides ink: what is drawn on the page is multiplied with it, black stays black."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw

from notices.overlay.crop import Span
from notices.overlay.style import Colour

Point = tuple[float, float]


class Pen:
    """Draws on a white layer of the page's size; `over` lays it over the page."""

    def __init__(self, size: tuple[int, int], hair: int) -> None:
        self.hair = hair
        self.layer = Image.new("RGB", size, "white")
        self._draw = ImageDraw.Draw(self.layer)

    def over(self, page: Image.Image) -> Image.Image:
        """The page with everything drawn on it."""
        return ImageChops.multiply(page, self.layer)

    def fill(self, span: Span, colour: Colour) -> None:
        """Tint a rectangle."""
        left, top, right, bottom = span
        self._draw.rectangle((left, top, right - 1, bottom - 1), fill=colour)

    def frame(self, span: Span, colour: Colour, hairs: int = 1) -> None:
        """Draw a line round a rectangle, on its outer side."""
        left, top, right, bottom = span
        reach = hairs * self.hair
        around = (left - reach, top - reach, right - 1 + reach, bottom - 1 + reach)
        self._draw.rectangle(around, outline=colour, width=reach)

    def polygon(self, points: Sequence[Point], colour: Colour, hairs: int = 1) -> None:
        """Draw a closed line through the points."""
        self._draw.line([*points, points[0]], fill=colour, width=hairs * self.hair, joint="curve")

    def dashed(self, span: Span, colour: Colour, hairs: int, dash: int) -> None:
        """Draw a broken line round a rectangle; `dash` in hairs, gaps are as long."""
        left, top, right, bottom = span
        out = hairs * self.hair
        x0, y0, x1, y1 = left - out, top - out, right + out, bottom + out
        for start, end in pairwise([(x0, y0), (x1, y0), (x1, y1), (x0, y1), (x0, y0)]):
            for piece in _dashes(start, end, dash * self.hair):
                self._draw.line(piece, fill=colour, width=out)

    def line(self, points: Iterable[Point], colour: Colour) -> None:
        """Draw an open line."""
        self._draw.line(list(points), fill=colour, width=self.hair)


def _dashes(start: Point, end: Point, length: int) -> Iterator[list[Point]]:
    """The drawn pieces of a straight broken line."""
    (x0, y0), (x1, y1) = start, end
    whole = max(abs(x1 - x0), abs(y1 - y0)) or 1
    for at in range(0, round(whole), 2 * length):
        a, b = at / whole, min(1.0, (at + length) / whole)
        yield [(x0 + a * (x1 - x0), y0 + a * (y1 - y0)), (x0 + b * (x1 - x0), y0 + b * (y1 - y0))]
