"""The lines of a cell → its text: a wrapped line goes on without a blank, one of its own keeps its break."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.pdf.geometry import Rect
from extract.pdf.glyphs import Glyph
from extract.pdf.text_lines import TextLine, text_lines
from schemas.notation.labels import clause_label
from schemas.notation.numbers import is_number

# In ems: the padding of both sides together; Word's is 0.19 cm a side.
_PADDING = 1.3
# What may begin no line stays with the character before it, what may end none with the next (GB/T 15834).
_CHUNK = re.compile(r"[（(《“‘〔【]*(?:[0-9A-Za-z.,%≥≤]+|.)[，。、；：？！）)》”’〕】%]*")
# In ems: brackets are often set narrower than they measure.
_SLACK = 0.5
_COMPARES = ("≥", "≤", "≧", "≦", ">", "<", "＞", "＜", "=", "＝")


def cell_text(glyphs: Iterable[Glyph], cell: Rect) -> str:
    r"""The text of the characters in a cell; `\n` where a line of its own begins."""
    upright: list[Glyph] = []
    turned: list[Glyph] = []
    for glyph in glyphs:
        (upright if glyph.angle == 0 else turned).append(glyph)
    text = joined_lines(text_lines(upright), cell) if upright else ""
    return text + _turned_text(turned)


def _turned_text(glyphs: Sequence[Glyph]) -> str:
    """A label printed on its side: read along its own direction, column after column."""
    found = ""
    for angle, sign in ((270, 1), (90, -1)):
        along = [g for g in glyphs if g.angle == angle]
        along.sort(key=lambda g: (-sign * round(g.rect.x0 / g.size), sign * g.rect.y0))
        found += "".join(g.char for g in along)
    return found


def joined_lines(lines: Sequence[TextLine], cell: Rect) -> str:
    """The text of a cell's lines; a label printed one character below the other is one word."""
    if len(lines) > 1 and all(len(line.text) == 1 and not line.text.isdigit() for line in lines):
        return "".join(line.text for line in lines)
    text = lines[0].text
    room = max(*(line.rect.width for line in lines), cell.width - _PADDING * lines[0].size)
    for before, line in pairwise(lines):
        text += _between(before, line, room) + line.text
    return text


def _between(before: TextLine, line: TextLine, room: float) -> str:
    if _is_one_figure(before.text, line.text):
        return ""
    if _begins_item(line.text) or _fits(before, line, room) or _begins_figure(before.text, line.text):
        return "\n"
    both_words = before.text[-1].isascii() and before.text[-1].isalpha() and line.text[0].isascii()
    return " " if both_words and line.text[0].isalpha() else ""


def _begins_item(text: str) -> bool:
    return clause_label(text) is not None


def _fits(before: TextLine, line: TextLine, room: float) -> bool:
    """Whether the next line's first word would have stood on this line too: then it was broken on purpose."""
    found = _CHUNK.match(line.text)
    share = len(found[0]) / len(line.text) if found else 1.0
    return before.rect.width + share * line.rect.width <= room - _SLACK * line.size


def _is_one_figure(before: str, text: str) -> bool:
    """A figure too long for its cell: only both lines together make one (13,645, over 500.00)."""
    return text[0].isdigit() and not is_number(before) and is_number(before + text)


def _begins_figure(before: str, text: str) -> bool:
    """Digits under digits are two figures, and so is what begins with ≥."""
    return text.startswith(_COMPARES) or (text[0].isdigit() and (before[-1].isdigit() or before[-1] in ",.%"))
