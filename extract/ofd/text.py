"""Text objects → characters with their places (11.3: TextCode, DeltaX, DeltaY)."""

import math
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from extract.ofd.content import Item
from extract.ofd.xml import children, number, numbers
from extract.pdf.geometry import Frame
from extract.pdf.glyphs import ABOVE, BELOW, BLANKS, Glyph
from extract.pdf.marks import around
from extract.pdf.matrix import Matrix, moved, times

# A character without one in the document's encoding is written so (11.3.3); its glyph stands elsewhere.
_UNCODED = "\u00a4"
_NARROW = 0.5
# In ems: what is further from one character to the next is a gap between them, not the width of the first.
_WIDEST = 1.05


class _Type(NamedTuple):
    """What all characters of a text object share; lengths in its own coordinates."""

    size: float
    stretch: float
    turn: float
    matrix: Matrix


def glyphs_of(item: Item, frame: Frame) -> Iterator[Glyph]:
    """The characters of a text object, blanks left out, in the order of the file."""
    element = item.element
    size = number(element.get("Size"))
    if size is None or size <= 0:
        return
    turn = number(element.get("CharDirection")) or 0
    style = _Type(size, number(element.get("HScale")) or 1, turn, item.matrix)
    x = y = 0.0
    for code in children(element, "TextCode"):
        x, y = _or(code.get("X"), x), _or(code.get("Y"), y)
        yield from _run(code.text or "", (x, y), code.get("DeltaX"), code.get("DeltaY"), style, frame)


def _or(text: str | None, before: float) -> float:
    """A place that isn't given is that of the run before."""
    value = number(text)
    return before if value is None else value


def _run(
    text: str, start: tuple[float, float], across: str | None, down: str | None, style: _Type, frame: Frame
) -> Iterator[Glyph]:
    xs, ys = steps(across, len(text)), steps(down, len(text))
    x, y = start
    spaced = False
    for index, char in enumerate(text):
        step = xs[index] if xs else None
        width = _width(char, step, style)
        if ord(char) in BLANKS:
            spaced = True
        else:
            yield _glyph(char, (x, y), width, style, frame, spaced=spaced)
            spaced = False
        x += step if step is not None else 0 if ys else width
        y += ys[index] if ys else 0


def steps(text: str | None, count: int) -> tuple[float, ...]:
    """The ways from each character to the next: `g 3 2.5` is three times 2.5. Too few go on as the last one.

    Blank where there are none, or one of them is no number.
    """
    parts = iter((text or "").split())
    found: list[float] = []
    for part in parts:
        times_, step = 1.0, number(part)
        if part == "g":
            values = numbers(f"{next(parts, '')} {next(parts, '')}", 2)
            times_, step = values or (1.0, None)
        if step is None:
            return ()
        found += [step] * int(min(max(times_, 0), count - len(found)))
        if len(found) >= count:
            break
    return tuple((found + found[-1:] * count)[:count]) if found else ()


def _width(char: str, step: float | None, style: _Type) -> float:
    """Of a character: the way to the next one, unless a gap is in it; fonts aren't looked at."""
    wide = unicodedata.east_asian_width(char) in "WFA"
    em = style.size * style.stretch
    if step is not None and 0 < step <= _WIDEST * style.size:
        return step
    return em if wide else _NARROW * em


def _glyph(
    char: str, at: tuple[float, float], width: float, style: _Type, frame: Frame, *, spaced: bool
) -> Glyph:
    own = times(_turned(style.turn, at), style.matrix)
    points = [
        frame.point(*moved(own, x, y))
        for x in (0, width)
        for y in (-ABOVE * style.size, BELOW * style.size)
    ]  # fmt: skip
    (ox, oy), (ax, ay) = frame.point(*moved(own, 0, 0)), frame.point(*moved(own, 1, 0))
    ux, uy = frame.point(*moved(own, 0, 1))
    angle = round(math.degrees(math.atan2(oy - ay, ax - ox))) % 360
    size = max(style.size * math.hypot(ux - ox, uy - oy), 0.1)
    return Glyph(char, around(points), oy, size, angle, spaced, char != _UNCODED, shown=True)


def _turned(degrees: float, at: tuple[float, float]) -> Matrix:
    """The character turned clockwise about its origin."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return cosine, sine, -sine, cosine, *at
