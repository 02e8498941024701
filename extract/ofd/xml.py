"""Elements and attributes, by their names alone: writers differ in the namespace."""

import math
from collections.abc import Iterator

from extract.pdf.matrix import IDENTITY, Matrix, times
from extract.word.xml import Element

Numbers = tuple[float, ...]
_FARTHEST = 1e6


def name_of(element: Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of these names, in order; of any without names."""
    return (child for child in element if not names or name_of(child) in names)


def child(element: Element, name: str) -> Element | None:
    """The first child of this name."""
    return next(children(element, name), None)


def text_of(element: Element | None) -> str:
    """An element's text without the blanks around it."""
    return (element.text or "").strip() if element is not None else ""


def number(text: str | None) -> float | None:
    """A number that can be a length; null for anything else."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) < _FARTHEST else None


def numbers(text: str | None, count: int) -> Numbers | None:
    """As many numbers as there must be; null where there are others."""
    values = [number(part) for part in (text or "").split()[: count + 1]]
    found = tuple(value for value in values if value is not None)
    return found if len(values) == len(found) == count else None


def flag(element: Element, name: str, *, default: bool) -> bool:
    """A boolean attribute."""
    value = element.get(name)
    return default if value is None else value.strip().lower() in {"true", "1"}


def is_seen(element: Element) -> bool:
    """Not switched off, not wholly transparent."""
    return flag(element, "Visible", default=True) and number(element.get("Alpha")) != 0


def placed(element: Element, outer: Matrix) -> Matrix:
    """From an object's own coordinates to millimetres on the page (8.5)."""
    ctm = numbers(element.get("CTM"), 6)
    own: Matrix = (ctm[0], ctm[1], ctm[2], ctm[3], ctm[4], ctm[5]) if ctm else IDENTITY
    box = numbers(element.get("Boundary"), 4) or (0, 0, 0, 0)
    return times(times(own, (1, 0, 0, 1, box[0], box[1])), outer)
