"""What a page shows beside its characters: ruling lines, pictures, shapes."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from extract.pdf.geometry import Frame, Rect
from extract.pdf.marks import MOST_SEGMENTS, Drawing, Image, Marks, around
from extract.pdf.matrix import IDENTITY, Matrix, moved, times

MOST_OBJECTS = 50_000
"""A map or a plan has more, a table never."""

_DEEPEST = 8
_WHITE = 245


def read_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """Walk over the page's objects, also those in form XObjects; more than `MOST_OBJECTS` are not seen."""
    walker = _Walker(frame)
    walker.walk(page.raw, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, IDENTITY, 0)
    return Drawing(tuple(walker.marks.rules), tuple(walker.images), walker.shapes)


class _Walker:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._left = MOST_OBJECTS
        self._text = False
        self.marks = Marks()
        self.images: list[Image] = []
        self.shapes = 0

    def walk(self, parent: object, count: int, get: object, matrix: Matrix, depth: int) -> None:
        """Take each object of a page or form; `get` is pdfium's function for the parent's kind."""
        assert callable(get)  # noqa: S101  # ctypes functions have no type of their own
        for index in range(count):
            self._left -= 1
            if self._left < 0:
                return
            handle = get(parent, index)
            if handle:
                self._take(handle, matrix, depth)

    def _take(self, handle: object, matrix: Matrix, depth: int) -> None:
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self._text = True
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            self._take_path(handle, matrix)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            self._take_image(handle, matrix)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = times(_matrix(handle), matrix)
            self.walk(
                handle, raw.FPDFFormObj_CountObjects(handle), raw.FPDFFormObj_GetObject, inner, depth + 1
            )

    def _take_image(self, handle: object, matrix: Matrix) -> None:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(handle, wide, high)
        rect = self._rect(_bounds(handle), matrix)
        if self.marks.as_rule(rect):
            return
        opaque = not raw.FPDFPageObj_HasTransparency(handle)
        self.images.append(Image(rect, int(wide.value), int(high.value), self._text and opaque))

    def _take_path(self, handle: object, matrix: Matrix) -> None:
        count = int(raw.FPDFPath_CountSegments(handle))
        if not 2 <= count <= MOST_SEGMENTS or not _is_seen(handle):
            self.shapes += count > MOST_SEGMENTS
            return
        full = times(_matrix(handle), matrix)
        parts = list(_subpaths(handle, count))
        if any(part.curved for part in parts):
            self.shapes += 1
        elif _is_stroked(handle):
            for part in parts:
                self.marks.stroke([self._point(x, y, full) for x, y in part.points])
        else:
            rects = [around([self._point(x, y, full) for x, y in part.points]) for part in parts]
            self.marks.fill(rects)

    def _point(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        return self._frame.point(*moved(matrix, x, y))

    def _rect(self, box: tuple[float, float, float, float], matrix: Matrix) -> Rect:
        x0, y0, x1, y1 = box
        return around([self._point(x, y, matrix) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))])


class _Subpath(NamedTuple):
    points: list[tuple[float, float]]
    curved: bool


def _subpaths(handle: object, count: int) -> Iterator[_Subpath]:
    """The path's pieces in its own space; a closed one ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curved = False
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(handle, index)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield _Subpath(points, curved)
            points, curved = [], False
        curved = curved or kind == raw.FPDF_SEGMENT_BEZIERTO
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield _Subpath(points, curved)


def _is_stroked(handle: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, fill, stroke)
    return bool(stroke.value)


def _is_seen(handle: object) -> bool:
    """Not white, not transparent."""
    get = raw.FPDFPageObj_GetStrokeColor if _is_stroked(handle) else raw.FPDFPageObj_GetFillColor
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not get(handle, red, green, blue, alpha):
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _bounds(handle: object) -> tuple[float, float, float, float]:
    sides = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(handle, *sides)
    left, bottom, right, top = (side.value for side in sides)
    return left, bottom, right, top


def _matrix(handle: object) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, found):
        return IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)
