"""The characters of a page's text layer, each with its place."""

import ctypes
import math
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from extract.pdf.geometry import Frame, Rect
from extract.pdf.matrix import Matrix, moved, way

MOST_GLYPHS = 100_000
"""Many times what fits on a sheet in readable type."""

_SAME_PLACE = 1e-3
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
# Ideographs fill the em from 0.12 below the baseline to 0.88 above it (OpenType's ideographic em-box).
ABOVE, BELOW = 0.88, 0.12


class Glyph(NamedTuple):
    """A printed character. A tuple: a page has thousands, and they don't leave the package.

    `rect` is as wide as the advance and as high as the em; `angle` in degrees counter-clockwise as read;
    `spaced` is true where the file has a blank before it; `sound` is false where the font doesn't say which
    character it is; `shown` is false for text that isn't painted.
    """

    char: str
    rect: Rect
    baseline: float
    size: float
    angle: int
    spaced: bool
    sound: bool
    shown: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The point that says which cell it is in."""
        return (self.rect.x0 + self.rect.x1) / 2, (self.rect.y0 + self.rect.y1) / 2


class _Style(NamedTuple):
    """What all characters of one text object share.

    `own` is where the object stands in its own coordinates, `placing` the way from there to the page; null
    where they are the page's.
    """

    size: float
    angle: int
    shown: bool
    own: tuple[float, float] = (0, 0)
    placing: Matrix | None = None


class _Reader:
    """Asks pdfium for one character after another; buffers are made once."""

    def __init__(self, textpage: pdfium.PdfTextPage, frame: Frame) -> None:
        self._page = textpage.raw
        self._frame = frame
        self._styles: dict[int | None, _Style] = {}
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._box = raw.FS_RECTF()

    def glyph(self, index: int, code: int, *, spaced: bool) -> Glyph | None:
        """The character at this index; null where it has no place."""
        page, box = self._page, self._box
        if not raw.FPDFText_GetCharOrigin(page, index, self._x, self._y):
            return None
        if not raw.FPDFText_GetLooseCharBox(page, index, box):
            return None
        style = self._style(index)
        origin = (self._x.value, self._y.value)
        low, high = (box.left, box.bottom), (box.right, box.top)
        if style.placing and math.dist(origin, style.own) < _SAME_PLACE:
            # pdfium leaves an ActualText (ISO 32000-1, 14.9.4) where the object itself counts
            origin, low, high = (moved(style.placing, *point) for point in (origin, low, high))
        _, baseline = self._frame.point(*origin)
        loose = self._frame.rect(*low, *high)
        rect = loose
        if style.angle == 0:
            rect = Rect(
                loose.x0, baseline - ABOVE * style.size, loose.x1, baseline + BELOW * style.size
            )  # fmt: skip
        sound = raw.FPDFText_HasUnicodeMapError(page, index) == 0
        return Glyph(chr(code), rect, baseline, style.size, style.angle, spaced, sound, style.shown)

    def _style(self, index: int) -> _Style:
        handle = raw.FPDFText_GetTextObject(self._page, index)
        key = ctypes.cast(handle, ctypes.c_void_p).value
        style = self._styles.get(key)
        if style is None:
            style = self._styles[key] = self._read_style(index, handle)
        return style

    def _read_style(self, index: int, handle: object) -> _Style:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, index, matrix)
        (ox, oy), (x, y) = self._frame.point(0, 0), self._frame.point(matrix.a, matrix.b)
        (ux, uy) = self._frame.point(matrix.c, matrix.d)
        size = float(raw.FPDFText_GetFontSize(self._page, index)) * math.hypot(ux - ox, uy - oy)
        angle = round(math.degrees(math.atan2(oy - y, x - ox))) % 360
        shown = raw.FPDFTextObj_GetTextRenderMode(handle) not in _INVISIBLE if handle else True
        style = _Style(max(size, 0.1), angle if angle != 360 else 0, shown)
        own = raw.FS_MATRIX()
        if not handle or not raw.FPDFPageObj_GetMatrix(handle, own):
            return style
        placing = way(_plain(own), _plain(matrix))
        return style._replace(own=(own.e, own.f), placing=placing)


def _plain(matrix: raw.FS_MATRIX) -> Matrix:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def read_glyphs(page: pdfium.PdfPage, frame: Frame) -> tuple[Glyph, ...]:
    """The page's characters but blanks, in the order of the file; more than `MOST_GLYPHS` are not read."""
    textpage = page.get_textpage()
    try:
        return tuple(_glyphs(textpage, frame))
    finally:
        textpage.close()


def _glyphs(textpage: pdfium.PdfTextPage, frame: Frame) -> list[Glyph]:
    reader = _Reader(textpage, frame)
    found: list[Glyph] = []
    spaced = False
    for index in range(min(textpage.count_chars(), MOST_GLYPHS)):
        code = int(raw.FPDFText_GetUnicode(textpage.raw, index))
        if code in BLANKS:
            spaced = spaced or not raw.FPDFText_IsGenerated(textpage.raw, index)
            continue
        glyph = reader.glyph(index, code, spaced=spaced)
        if glyph is not None:
            found.append(glyph)
            spaced = False
    return found


def upright(glyphs: tuple[Glyph, ...]) -> int:
    """Quarter turns (clockwise) after which most of the text stands upright."""
    counts = [sum(1 for g in glyphs if g.angle == quarter) for quarter in (0, 90, 180, 270)]
    return counts.index(max(counts))


BLANKS = frozenset(map(ord, "\t\n\r\v\f \u00a0\u2002\u2003\u2009\u3000\u200b\ufeff"))
