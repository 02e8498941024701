"""What a paragraph's style says where the paragraph itself says nothing: its list, its outline level."""

from collections.abc import Iterator
from typing import NamedTuple

from extract.word.xml import Element, W, child, number, value

_DEEPEST = 20


class ListPlace(NamedTuple):
    """The list (numId) and level (from 0) of a paragraph."""

    list_id: int
    level: int


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None) -> None:
        found = [] if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId") or "": style for style in found}
        self._default = next(
            (
                s.get(f"{W}styleId")
                for s in found
                if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1"
            ),
            None,
        )

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """Where the paragraph stands in a list; null where in none (numId 0 takes it out of one)."""
        list_id = level = None
        for properties in self._properties(paragraph):
            list_id = number(properties, "numPr", "numId") if list_id is None else list_id
            level = number(properties, "numPr", "ilvl") if level is None else level
        return ListPlace(list_id, min(max(level or 0, 0), 8)) if list_id else None

    def heading(self, paragraph: Element) -> int | None:
        """The outline level from 1; null for running text."""
        for properties in self._properties(paragraph):
            level = number(properties, "outlineLvl")
            if level is not None:
                return level + 1 if 0 <= level < 9 else None
        return None

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        """The paragraph's own, its style's, those of the styles that one is based on."""
        own = child(paragraph, "pPr")
        if own is not None:
            yield own
        name = value(own, "pStyle") or self._default
        for _ in range(_DEEPEST):
            style = self._styles.get(name or "")
            if style is None:
                return
            properties = child(style, "pPr")
            if properties is not None:
                yield properties
            name = value(style, "basedOn")


def _is_default(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}
