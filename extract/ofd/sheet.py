"""A page's objects → characters, rules and pictures in the frame in which the page is read."""

from typing import NamedTuple

from extract.ofd.content import Content, Item
from extract.ofd.package import Package
from extract.ofd.paths import take_path
from extract.ofd.pictures import Picture, is_opaque, picture_of
from extract.ofd.text import glyphs_of
from extract.pdf.geometry import Frame, Rect
from extract.pdf.glyphs import MOST_GLYPHS, Glyph, upright
from extract.pdf.marks import Drawing, Image, Marks
from extract.pdf.render import POINTS_AN_INCH

_SCALE = POINTS_AN_INCH / 25.4
_WHOLE_PAGE = 0.8


class Sheet(NamedTuple):
    """What is on a page, in points of the page as it is read."""

    frame: Frame
    glyphs: tuple[Glyph, ...]
    drawing: Drawing
    pictures: tuple[Picture, ...]


def sheet_of(package: Package, content: Content) -> Sheet:
    """The page as most of its text stands upright."""
    frame = frame_of(content)
    sheet = _Painter(package, content, frame).sheet()
    turns = upright(sheet.glyphs)
    for _ in range(turns):
        frame = frame.turned()
    return _Painter(package, content, frame).sheet() if turns else sheet


def frame_of(content: Content) -> Frame:
    """From millimetres on the page, origin top left, to points."""
    x, y, width, height = content.box
    return Frame(
        a=_SCALE, b=0, c=0, d=_SCALE, e=-x * _SCALE, f=-y * _SCALE,
        width=width * _SCALE, height=height * _SCALE,
    )  # fmt: skip  # the matrix on a line


class _Painter:
    def __init__(self, package: Package, content: Content, frame: Frame) -> None:
        self._package, self._content, self._frame = package, content, frame
        self._glyphs: list[Glyph] = []
        self._images: list[Image] = []
        self._pictures: list[Picture] = []
        self._marks = Marks()
        self._shapes = 0

    def sheet(self) -> Sheet:
        for item in self._content.items:
            if item.kind == "TextObject":
                self._glyphs += glyphs_of(item, self._frame)
            elif item.kind == "PathObject":
                self._shapes += take_path(item, self._frame, self._marks)
            else:
                self._take_picture(item)
            if len(self._glyphs) >= MOST_GLYPHS:
                break
        drawing = Drawing(tuple(self._marks.rules), tuple(self._images), self._shapes)
        return Sheet(self._frame, tuple(self._glyphs[:MOST_GLYPHS]), drawing, tuple(self._pictures))

    def _take_picture(self, item: Item) -> None:
        picture = picture_of(item, self._content, self._frame)
        if self._marks.as_rule(picture.rect):
            return
        page = Rect(0, 0, self._frame.width, self._frame.height)
        large = picture.rect.common(page).area >= _WHOLE_PAGE * page.area
        over = bool(self._glyphs) and large and is_opaque(item, picture.name, self._package)
        if over:
            self._cover(picture.rect)
        self._pictures.append(picture)
        self._images.append(Image(picture.rect, 0, 0, over))

    def _cover(self, rect: Rect) -> None:
        """What was painted before isn't seen under the picture."""
        self._glyphs = [g._replace(shown=g.shown and not rect.holds(*g.middle)) for g in self._glyphs]
