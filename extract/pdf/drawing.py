"""What a page shows beside its characters: ruling lines, pictures, shapes."""

import ctypes
import itertools
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from extract.pdf.geometry import Frame, Rect

MOST_OBJECTS = 50_000
"""A map or a plan has more, a table never."""

_DEEPEST = 8
_THICKEST = 4.0
_SHORTEST = 4.0
_WHITE = 245
# A rectangle with a ring or a few pieces; more segments are a glyph or a picture drawn as a path.
_MOST_SEGMENTS = 64

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


class Image(NamedTuple):
    """A picture on the page; `over_text` is true where it is opaque and painted after some text."""

    rect: Rect
    pixel_width: int
    pixel_height: int
    over_text: bool


class Drawing(NamedTuple):
    """The page's rules (thin rectangles), pictures, and how many other shapes there are."""

    rules: tuple[Rect, ...]
    images: tuple[Image, ...]
    shapes: int


def read_drawing(page: pdfium.PdfPage, frame: Frame) -> Drawing:
    """Walk over the page's objects, also those in form XObjects; more than `MOST_OBJECTS` are not seen."""
    walker = _Walker(frame)
    walker.walk(page.raw, raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, _IDENTITY, 0)
    return Drawing(tuple(walker.rules), tuple(walker.images), walker.shapes)


class _Walker:
    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._left = MOST_OBJECTS
        self._text = False
        self.rules: list[Rect] = []
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
            inner = _times(_matrix(handle), matrix)
            self.walk(
                handle, raw.FPDFFormObj_CountObjects(handle), raw.FPDFFormObj_GetObject, inner, depth + 1
            )

    def _take_image(self, handle: object, matrix: Matrix) -> None:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(handle, wide, high)
        rect = self._rect(_bounds(handle), matrix)
        if self._as_rule(rect):
            return
        opaque = not raw.FPDFPageObj_HasTransparency(handle)
        self.images.append(Image(rect, int(wide.value), int(high.value), self._text and opaque))

    def _take_path(self, handle: object, matrix: Matrix) -> None:
        count = int(raw.FPDFPath_CountSegments(handle))
        if not 2 <= count <= _MOST_SEGMENTS or not _is_seen(handle):
            self.shapes += count > _MOST_SEGMENTS
            return
        full = _times(_matrix(handle), matrix)
        parts = list(_subpaths(handle, count))
        if any(part.curved for part in parts):
            self.shapes += 1
        elif _is_stroked(handle):
            self._take_strokes(parts, full)
        else:
            self._take_fills([self._around(part, full) for part in parts])

    def _take_strokes(self, parts: "list[_Subpath]", matrix: Matrix) -> None:
        for part in parts:
            points = [self._point(x, y, matrix) for x, y in part.points]
            for (ax, ay), (bx, by) in itertools.pairwise(points):
                self._as_rule(Rect(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))

    def _take_fills(self, rects: list[Rect]) -> None:
        """Thin rectangles are rules; two rectangles, one just inside the other, are a border."""
        large = [rect for rect in rects if not self._as_rule(rect)]
        if len(large) == 2:
            outer, inner = sorted(large, key=lambda r: -r.area)
            for side in (
                Rect(outer.x0, outer.y0, outer.x1, inner.y0), Rect(outer.x0, inner.y1, outer.x1, outer.y1),
                Rect(outer.x0, outer.y0, inner.x0, outer.y1), Rect(inner.x1, outer.y0, outer.x1, outer.y1),
            ):  # fmt: skip
                if min(side.width, side.height) > 0:
                    self._as_rule(side)

    def _as_rule(self, rect: Rect) -> bool:
        """Keep the rectangle as a rule if it is thin and long enough."""
        thin, long = sorted((rect.width, rect.height))
        is_rule = 0 <= thin <= _THICKEST and long >= max(_SHORTEST, 3 * thin)
        if is_rule:
            self.rules.append(rect)
        return is_rule

    def _point(self, x: float, y: float, matrix: Matrix) -> tuple[float, float]:
        a, b, c, d, e, f = matrix
        return self._frame.point(a * x + c * y + e, b * x + d * y + f)

    def _around(self, part: "_Subpath", matrix: Matrix) -> Rect:
        points = [self._point(x, y, matrix) for x, y in part.points]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        return Rect(min(xs), min(ys), max(xs), max(ys))

    def _rect(self, box: tuple[float, float, float, float], matrix: Matrix) -> Rect:
        x0, y0, x1, y1 = box
        corners = [self._point(x, y, matrix) for x, y in ((x0, y0), (x1, y0), (x1, y1), (x0, y1))]
        return Rect(
            min(x for x, _ in corners), min(y for _, y in corners),
            max(x for x, _ in corners), max(y for _, y in corners),
        )  # fmt: skip


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
        return _IDENTITY
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
