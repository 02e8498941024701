"""A page with all that is drawn on it: sections at the left, notes at the right, a legend below."""

from collections.abc import Iterator, Sequence
from math import copysign

from PIL import Image

from notices.overlay import legend
from notices.overlay.callouts import (
    Callout,
    callouts,
    height_of,
    severity_of,
    tag,
    tag_size,
    tops,
    write_notes,
)
from notices.overlay.crop import Span, pixels
from notices.overlay.fonts import chinese_font
from notices.overlay.gutter import bars, draw_gutter
from notices.overlay.marks import PageMarks, PieceMark
from notices.overlay.pen import Pen
from notices.overlay.room import Room
from notices.overlay.style import CELL, INK, MARGIN, SEVERITY
from notices.overlay.text_box import Writer
from notices.overlay.values import Value
from notices.view.words import Words, words
from schemas.document import Box, Point, Quad

LONGEST_SIDE = 4000
"""Pixels; A4 at 300 dpi has 3,508. A larger page is scaled down."""

# Shares of the page's width: the margins for sections and for notes.
_GUTTER, _NOTES = 0.11, 0.36
# Shares of the sheet's width: at 1,000 pixels 12 for a character, one for the thinnest line.
_TYPE, _HAIR = 0.0122, 0.001


def sheet(page: Image.Image, marks: PageMarks, name: str, count: int) -> Image.Image:
    """Draw the marks of a page on it; the file's name and page of `count` stand over the legend."""
    page = page.convert("RGB")
    page.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return _Sheet(page, marks, name, count).drawn()


class _Sheet:
    """Sizes, pen and writer of one sheet; the page's top left corner is at (`left`, 0)."""

    def __init__(self, page: Image.Image, marks: PageMarks, name: str, count: int) -> None:
        self.page, self.marks, self.name, self.count = page, marks, name, count
        self.left = round(_GUTTER * page.width)
        self.width = self.left + page.width + round(_NOTES * page.width)
        self.size = max(9, round(_TYPE * self.width))
        self.said: Words = words("zh" if chinese_font(self.size) else "en")

    def drawn(self) -> Image.Image:
        """The sheet, as high as page, notes and legend need."""
        measure = Writer(Image.new("RGB", (1, 1)), self.size)
        placed = [value for value in self.marks.values if value.box is not None]
        notes = callouts(list(self._numbered()), measure, self._notes_width(measure), self.said)
        entries = legend.entries(self.said)
        at = legend.place_entries(entries, measure, self.width - 2 * self.size)
        body = max(self.page.height, height_of(notes, measure) + 2 * self.size)
        foot = body + 3 * measure.line_height
        canvas = Image.new("RGB", (self.width, foot + at[-1][1] + 2 * measure.line_height), MARGIN)
        canvas.paste(self.page, (self.left, 0))
        pen = Pen(canvas.size, max(1, round(_HAIR * self.width)))
        writer = Writer(canvas, self.size)
        self._draw_page(pen, writer)
        leaderless = self._tag(placed, writer, pen)
        self._write_notes(notes, body, writer, pen, leaderless)
        writer.write(self.size, body + measure.line_height, self._title(), INK)
        legend.draw_entries(entries, at, writer, pen, self.size, foot)
        return pen.over(canvas)

    def _title(self) -> str:
        page = self.said("overlay.page", n=self.marks.number, count=self.count)
        return f"{self.name} · {page} · {self.said('overlay.changed')}"

    def _notes_width(self, writer: Writer) -> int:
        return self.width - self._notes_left() - tag_size(writer)[0] - 2 * writer.size

    def _notes_left(self) -> int:
        return self.left + self.page.width + self.size

    def _numbered(self) -> Iterator[tuple[int, int, Value]]:
        """Values with their numbers (0 without a place) and where their notes would like to begin."""
        number = 0
        for value in self.marks.values:
            if value.box is None:
                yield 0, 0, value
            else:
                number += 1
                yield number, self._span(value.box)[1], value

    def _span(self, box: Box) -> Span:
        x0, y0, x1, y1 = pixels(box, self.page.size)
        return x0 + self.left, y0, x1 + self.left, y1

    def _draw_page(self, pen: Pen, writer: Writer) -> None:
        for value in self.marks.values:
            if value.box is not None:
                mark = legend.mark_severity if value.text else legend.mark_area
                mark(pen, self._span(value.box), severity_of(value))
        for piece in self.marks.pieces:
            self._draw_piece(pen, piece)
        for value in self.marks.values:
            if value.box is not None and value.null:
                legend.mark_null(pen, self._span(value.box))
        sections = [(mark, self._span(mark.box)) for mark in self.marks.sections]
        draw_gutter(bars(sections), writer, pen, self.left, self.said)

    def _draw_piece(self, pen: Pen, piece: PieceMark) -> None:
        span = self._span(piece.box)
        if piece.frame is not None:
            pen.polygon(self._inside(piece.frame, 3 * pen.hair), CELL, 2)
        if piece.has_text:
            legend.mark_line(pen, span)
        if piece.reread:
            legend.mark_reread(pen, span)
        if piece.doubtful:
            legend.mark_doubtful(pen, span)

    def _inside(self, frame: Quad, by: int) -> list[Point]:
        """The corners moved inwards, off the printed rules, which would hide the line."""
        width, height = self.page.size
        points = [(self.left + x * width, y * height) for x, y in frame]
        middle_x, middle_y = (sum(axis) / 4 for axis in zip(*points, strict=True))
        return [(x + copysign(by, middle_x - x), y + copysign(by, middle_y - y)) for x, y in points]

    def _tag(self, placed: Sequence[Value], writer: Writer, pen: Pen) -> set[int]:
        """Number the values where the paper is white; the numbers that found no room come back."""
        room = Room(self.page, [pixels(piece.box, self.page.size) for piece in self.marks.pieces])
        crowded: set[int] = set()
        for number, value in enumerate(placed, start=1):
            if value.box is None:
                continue
            size = tag_size(writer, number)
            place = room.beside(pixels(value.box, self.page.size), *size, 5 * pen.hair)
            if place is None:
                crowded.add(number)
            else:
                tag(writer, place[0] + self.left, place[1], number, severity_of(value))
        return crowded

    def _write_notes(
        self, notes: Sequence[Callout], body: int, writer: Writer, pen: Pen, leaderless: set[int]
    ) -> None:
        """Write the notes; a value without a number on the page is joined to its note by a line."""
        at = tops(notes, writer, body)
        write_notes(notes, at, writer, self._notes_left())
        boxes = [value.box for value in self.marks.values if value.box is not None]
        for note, top in zip(notes, at, strict=True):
            if note.number in leaderless:
                _, y0, x1, y1 = self._span(boxes[note.number - 1])
                points = [(x1, (y0 + y1) / 2), (self._notes_left() - self.size / 2, (y0 + y1) / 2)]
                pen.line([*points, (self._notes_left(), top + self.size // 2)], SEVERITY[note.severity])
