"""A paragraph → its text as printed, and the text boxes that hang on it."""

from collections.abc import Iterator
from string import hexdigits
from typing import NamedTuple

from extract.word.xml import MC, Element, M, W, child, is_on

# What was deleted or moved away (修订), field codes, phonetic guides, properties: no text of the page.
_LEFT_OUT = frozenset(
    W + name
    for name in (
        *("del", "moveFrom", "delText", "instrText", "delInstrText"),
        *("rt", "pPr", "rPr", "sdtPr", "sdtEndPr"),
    )
)
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}


class Paragraph(NamedTuple):
    """`breaks_page`: a page ends in it; `goes_on`: its mark was deleted, the next paragraph continues it."""

    text: str
    boxes: tuple[Element, ...]
    breaks_page: bool
    goes_on: bool


def read_paragraph(element: Element) -> Paragraph:
    """The text without what was deleted or is hidden; struck-through runs stay marked."""
    boxes: list[Element] = []
    text = "".join(_texts(element, boxes))
    breaks = any(e.get(f"{W}type") == "page" for e in element.iter(f"{W}br"))
    mark = child(element, "pPr", "rPr")
    goes_on = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return Paragraph(text.replace("~~~~", ""), tuple(boxes), breaks, goes_on)


def _texts(element: Element, boxes: list[Element]) -> Iterator[str]:
    for inner in element:
        tag = inner.tag
        if tag in _LEFT_OUT:
            continue
        if tag == f"{W}txbxContent":
            boxes.append(inner)
        elif tag == f"{W}r":
            yield from _run(inner, boxes)
        elif tag in {f"{W}t", f"{M}t"}:
            yield inner.text or ""
        elif tag == f"{W}sym":
            yield _symbol(inner)
        elif tag in _SIGNS:
            yield "" if inner.get(f"{W}type") in {"page", "column"} else _SIGNS[tag]
        else:
            yield from _texts(_chosen(inner), boxes)


def _run(run: Element, boxes: list[Element]) -> Iterator[str]:
    properties = child(run, "rPr")
    if is_on(properties, "vanish"):
        return
    text = "".join(_texts(run, boxes))
    struck = text.strip() and (is_on(properties, "strike") or is_on(properties, "dstrike"))
    yield f"~~{text}~~" if struck else text


def _chosen(element: Element) -> Element:
    """Of alternate content the first: the others say the same for older programs."""
    if element.tag != f"{MC}AlternateContent":
        return element
    choice = element.find(f"{MC}Choice")
    fallback = element.find(f"{MC}Fallback")
    chosen = fallback if choice is None or (len(choice) == 0 and fallback is not None) else choice
    return element if chosen is None else chosen


def _symbol(element: Element) -> str:
    """A character of a symbol font: those below F080 are ASCII moved to the private range (17.3.3.30)."""
    code = element.get(f"{W}char") or ""
    number = int(code, 16) if len(code) == 4 and all(c in hexdigits for c in code) else 0
    number -= 0xF000 if 0xF020 <= number < 0xF080 else 0
    return chr(number) if 0x20 <= number < 0xD800 or number >= 0xE000 else ""
