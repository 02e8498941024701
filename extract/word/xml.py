"""The words of WordprocessingML (ECMA-376-1, 17) that the reader asks for."""

from lxml.etree import _Element

Element = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"

_OFF = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, *path: str) -> Element | None:
    """The element below by this path of names, or nothing."""
    for name in path:
        element = None if element is None else element.find(W + name)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of what lies below by this path."""
    found = child(element, *path)
    return None if found is None else found.get(f"{W}val")


def number(element: Element | None, *path: str) -> int | None:
    """The `w:val` as a whole number; null for anything else."""
    text = value(element, *path)
    return int(text) if text and text.lstrip("-").isascii() and text.lstrip("-").isdigit() else None


def is_on(element: Element | None, *path: str) -> bool:
    """Whether a property stands there and isn't switched off."""
    found = child(element, *path)
    return found is not None and found.get(f"{W}val", "1") not in _OFF
