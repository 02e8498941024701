"""Whether a page's text layer is what the page shows, or the page must be read from its pixels."""

import unicodedata
from collections.abc import Sequence

from extract.pdf.geometry import Frame, Rect
from extract.pdf.glyphs import Glyph
from extract.pdf.marks import Drawing

# One ornament in a hundred characters is common; from here on figures would be among the lost ones.
_MOST_BAD = 0.04
DENSE = 50
"""Fewer characters than this beside a picture are a stamp or a page number on a scan."""
_FEW = 200
_MOST_HIDDEN = 0.1
_MOSTLY_IMAGE = 0.5
_WHOLE_PAGE = 0.8
MANY_SHAPES = 50
"""Text turned to curves has a shape for each character."""
# GB/T 2312-1980, level 1: the 3,755 common characters, in rows 16 to 55.
_LEVEL_1_END = 0xA0 + 55
_LEAST_COMMON = 0.6
_ENOUGH_HAN = 30


def has_good_text(glyphs: Sequence[Glyph], drawing: Drawing, frame: Frame) -> bool:
    """Dense, sound and visible. A page with few characters and no picture (a short last page) is good."""
    if _has_hidden(glyphs) or _is_covered(drawing, frame):
        return False
    if glyphs and bad_share(glyphs) >= _MOST_BAD:
        return False
    if len(glyphs) < DENSE and drawing.shapes >= MANY_SHAPES:
        return False
    image = _image_share(drawing, frame)
    if len(glyphs) < DENSE and image > 0:
        return image < _MOSTLY_IMAGE and bool(glyphs) and _is_small(image)
    return (image < _MOSTLY_IMAGE or len(glyphs) >= _FEW) and is_plausible(glyphs)


def _is_small(image: float) -> bool:
    """A seal (a circle of 42 mm) takes three hundredths of A4; several stand on a joint notice."""
    return image <= 0.15


def _has_hidden(glyphs: Sequence[Glyph]) -> bool:
    """Text in render mode 3: what an OCR program left behind the picture, however well it read."""
    hidden = sum(not glyph.shown for glyph in glyphs)
    return hidden > _MOST_HIDDEN * len(glyphs)


def bad_share(glyphs: Sequence[Glyph]) -> float:
    """How many of the characters (at least one) nobody can tell, from 0 to 1."""
    return sum(map(is_unknown, glyphs)) / len(glyphs)


def is_unknown(glyph: Glyph) -> bool:
    """Whether the file doesn't say which character it is."""
    return not glyph.sound or _is_rubbish(glyph.char)


def _is_rubbish(char: str) -> bool:
    """Private use, unassigned, control and replacement characters."""
    return char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs")


def is_plausible(glyphs: Sequence[Glyph]) -> bool:
    """A font whose map is wrong gives real characters that nobody writes: few of them are common ones."""
    han = [glyph.char for glyph in glyphs if "\u4e00" <= glyph.char <= "\u9fff"]
    common = sum(_is_common(char) for char in han)
    return len(han) < _ENOUGH_HAN or common >= _LEAST_COMMON * len(han)


def _is_common(char: str) -> bool:
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and code[0] <= _LEVEL_1_END


def _image_share(drawing: Drawing, frame: Frame) -> float:
    """How much of the page pictures cover, at most 1."""
    page = Rect(0, 0, frame.width, frame.height)
    return min(1.0, sum(image.rect.common(page).area for image in drawing.images) / page.area)


def _is_covered(drawing: Drawing, frame: Frame) -> bool:
    """An opaque picture of the page lies over the text: the text is not what one sees."""
    page = Rect(0, 0, frame.width, frame.height)
    return any(
        image.over_text and image.rect.common(page).area >= _WHOLE_PAGE * page.area
        for image in drawing.images
    )
