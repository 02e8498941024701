"""Characters → lines of text, by where they stand and not by the order in the file."""

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extract.pdf.geometry import Rect, enclosing
from extract.pdf.glyphs import Glyph

# All in ems. Raised figures and mixed fonts stay on a line; the two lines beside a large 文件 don't join it.
_SAME_BASELINE = 0.3
# Justified Chinese text is spread by up to half a character; a blank nobody typed is a whole one.
_BLANK = 0.8
_TYPED_BLANK = 0.15
_BETWEEN_WORDS = 0.2
WIDE = 1.5
"""From here on a gap separates columns rather than words."""
# Bold faked by printing twice, a hair apart.
_TWICE = 0.1

_WORD = re.compile(r"[0-9A-Za-z.,%]")


class Segment(NamedTuple):
    """A run of characters without a wide gap. Stays in the package."""

    text: str
    rect: Rect
    size: float


class TextLine(NamedTuple):
    """What stands on one baseline, left to right."""

    segments: tuple[Segment, ...]
    baseline: float

    @property
    def text(self) -> str:
        """The segments with a blank between them."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def rect(self) -> Rect:
        """Around all segments."""
        return enclosing([segment.rect for segment in self.segments])

    @property
    def size(self) -> float:
        """The largest type on the line, in points."""
        return max(segment.size for segment in self.segments)


def text_lines(glyphs: Iterable[Glyph]) -> tuple[TextLine, ...]:
    """Upright characters as lines, top down."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.baseline):
        row = next((r for r in reversed(rows[-3:]) if _on_line(r[-1], glyph)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    lines = [_line(sorted(row, key=lambda g: g.rect.x0)) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.rect.y1, line.rect.x0)))


def _on_line(before: Glyph, glyph: Glyph) -> bool:
    return glyph.baseline - before.baseline <= _SAME_BASELINE * min(before.size, glyph.size)


def _line(row: Sequence[Glyph]) -> TextLine:
    parts: list[list[Glyph]] = []
    for glyph in row:
        before = parts[-1][-1] if parts else None
        if before is not None and _is_twin(before, glyph):
            continue
        if before is None or _gap(before, glyph) > WIDE:
            parts.append([glyph])
        else:
            parts[-1].append(glyph)
    return TextLine(tuple(_segment(part) for part in parts), row[0].baseline)


def _is_twin(before: Glyph, glyph: Glyph) -> bool:
    return before.char == glyph.char and abs(glyph.rect.x0 - before.rect.x0) <= _TWICE * glyph.size


def _gap(before: Glyph, glyph: Glyph) -> float:
    """In ems of the larger of the two."""
    return (glyph.rect.x0 - before.rect.x1) / max(before.size, glyph.size)


def _segment(part: Sequence[Glyph]) -> Segment:
    text = part[0].char
    for before, glyph in itertools.pairwise(part):
        text += " " + glyph.char if _is_blank(before, glyph) else glyph.char
    rect = enclosing([glyph.rect for glyph in part])
    return Segment(_plain(text), rect, max(glyph.size for glyph in part))


def _is_blank(before: Glyph, glyph: Glyph) -> bool:
    gap = _gap(before, glyph)
    if glyph.spaced and gap > _TYPED_BLANK:
        return True
    words = _WORD.match(before.char) and _WORD.match(glyph.char)
    return gap > (_BETWEEN_WORDS if words else _BLANK)


def _plain(text: str) -> str:
    """Radicals and compatibility forms that fonts map ideographs to (⾦ for 金, U+2F00) made plain."""
    if not any("\u2e80" <= c <= "\u2fdf" or "\uf900" <= c <= "\ufaff" for c in text):
        return text
    return "".join(
        unicodedata.normalize("NFKC", c) if "\u2e80" <= c <= "\u2fdf" or "\uf900" <= c <= "\ufaff" else c
        for c in text
    )
