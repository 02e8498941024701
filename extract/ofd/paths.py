"""Path objects → the straight lines they draw (9.1, AbbreviatedData)."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.ofd.content import Item
from extract.ofd.xml import child, flag, number, text_of
from extract.pdf.geometry import Frame
from extract.pdf.marks import MOST_SEGMENTS, Marks, around
from extract.pdf.matrix import moved
from extract.word.xml import Element

_OPERANDS = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_CURVES = frozenset("QBA")
_WHITE = 245
_NO_INK = 0.04


class Subpath(NamedTuple):
    """One piece of a path in its own coordinates; a closed one ends where it began."""

    points: list[tuple[float, float]]
    curved: bool


def take_path(item: Item, frame: Frame, marks: Marks) -> bool:
    """Add a path's rules to the marks; whether it is another shape (a curve, a drawing)."""
    parts = list(subpaths(text_of(child(item.element, "AbbreviatedData"))))
    stroked = flag(item.element, "Stroke", default=True)
    if not parts or not (stroked or flag(item.element, "Fill", default=False)):
        return False
    if sum(len(part.points) for part in parts) > MOST_SEGMENTS or any(part.curved for part in parts):
        return True
    if is_white(child(item.element, "StrokeColor" if stroked else "FillColor")):
        return False
    pieces = [[frame.point(*moved(item.matrix, x, y)) for x, y in part.points] for part in parts]
    if stroked:
        for piece in pieces:
            marks.stroke(piece)
    else:
        marks.fill([around(piece) for piece in pieces])
    return False


def subpaths(data: str) -> Iterator[Subpath]:
    """The pieces of a path; what stands behind an operator that isn't known is left out."""
    points: list[tuple[float, float]] = []
    curved = False
    for operator, values in _operations(data):
        if operator in "SM":
            if len(points) > 1:
                yield Subpath(points, curved)
            points, curved = [], False
        curved = curved or operator in _CURVES
        if operator == "C":
            points = [*points, points[0]] if points else points
        else:
            points = [*points, (values[-2], values[-1])]
    if len(points) > 1:
        yield Subpath(points, curved)


def _operations(data: str) -> Iterator[tuple[str, list[float]]]:
    parts = iter(data.split())
    for operator in parts:
        count = _OPERANDS.get(operator)
        if count is None:
            return
        values = [value for _ in range(count) if (value := number(next(parts, None))) is not None]
        if len(values) < count:
            return
        yield operator, values


def is_white(color: Element | None) -> bool:
    """Whether nothing of it is seen on paper; black where nothing is said."""
    if color is None:
        return False
    values = [_channel(part) for part in (color.get("Value") or "").split()]
    if number(color.get("Alpha")) == 0:
        return True
    if len(values) == 4:  # CMYK counts ink
        return max(values) <= _NO_INK * 255
    return bool(values) and min(values) >= _WHITE


def _channel(text: str) -> float:
    """Decimal, or hexadecimal behind #."""
    if text.startswith("#"):
        try:
            return float(int(text[1:3], 16))
        except ValueError:
            return 0
    return number(text) or 0
