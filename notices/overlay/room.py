"""White places on a page, where a label hides nothing."""

from collections.abc import Iterable, Iterator

import cv2
import numpy as np
from PIL import Image

from notices.overlay.crop import Span

_DARK = 150
"""Grey level (0 to 255): on a worn page paper is lighter than that, faint strokes are darker."""
_SPECKS = 0.004
"""Share of a place's pixels that may be dark: dust is no figure."""


class Room:
    """Where a page is still free; places given away are taken from then on."""

    def __init__(self, page: Image.Image, taken: Iterable[Span]) -> None:
        self._used = np.asarray(np.asarray(page.convert("L")) < _DARK, np.uint8)
        self._ink = cv2.integral(self._used)
        self._given = list(taken)

    def beside(self, span: Span, width: int, height: int, gap: int) -> Span | None:
        """A free place of this size near the rectangle; null where there is none."""
        for place in _around(span, width, height, gap):
            if self._is_free(place):
                self._given.append(place)
                return place
        return None

    def _is_free(self, place: Span) -> bool:
        left, top, right, bottom = place
        page_height, page_width = self._used.shape
        if left < 0 or top < 0 or right > page_width or bottom > page_height:
            return False
        if any(_meet(place, other) for other in self._given):
            return False
        ink = (
            self._ink[bottom, right] - self._ink[top, right] - self._ink[bottom, left] + self._ink[top, left]
        )
        return float(ink) <= _SPECKS * (right - left) * (bottom - top)


def _around(span: Span, width: int, height: int, gap: int) -> Iterator[Span]:
    """Places at its sides and corners, the nearest first."""
    left, top, right, bottom = span
    middle, centre = (top + bottom - height) // 2, (left + right - width) // 2
    for step in range(3):
        away = gap + step * width
        up, down = top - gap - height - step * height, bottom + gap + step * height
        beside = ((left - away - width, middle), (right + away, middle))
        above_and_below = ((x, y) for x in (centre, left, right - width) for y in (up, down))
        for x, y in (*beside, *above_and_below):
            yield x, y, x + width, y + height


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
