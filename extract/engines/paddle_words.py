"""Lines of text with their boxes and nothing else → lines and tables, as from a page with a text layer."""

import math
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from extract.engines.found import Found, box_of, lines, place_of
from extract.ocr.contract import Token
from extract.pdf.aligned import Aligned, aligned_tables
from extract.pdf.geometry import Rect
from extract.pdf.text_lines import WIDE, Segment, TextLine
from extract.pixels.lines import rows_of
from extract.pixels.raster import PixelBox
from extract.readers.inner_tables import written
from schemas.document import Cell, Place, Table

_PARAGRAPH = 0.7
"""In line heights: further apart, two lines are two paragraphs."""


class Word(NamedTuple):
    """A line as the detector cut it: left, top, right, bottom in pixels, null where that isn't kept."""

    text: str
    score: float | None
    box: tuple[float, ...] | None

    def is_placed(self) -> bool:
        """Whether its box is one."""
        return self.box is not None and len(self.box) == 4 and all(map(math.isfinite, self.box))

    def is_within(self, corners: Sequence[float]) -> bool:
        """Whether its middle lies in the rectangle."""
        if self.box is None:
            return False
        x, y = (self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2
        return corners[0] <= x <= corners[2] and corners[1] <= y <= corners[3]


def read_words(words: Sequence[Word], page: int, width: float, height: float) -> Iterator[Found]:
    """Lines from the top down, figures below one another as tables; in the file's order without boxes."""
    texts = [word for word in words if word.text.strip()]
    if all(word.is_placed() for word in texts):
        yield from _Sheet(texts, page, (width, height)).read()
        return
    for word in texts:
        yield from lines(word.text, place_of(page, None, word.score))


class _Sheet:
    """The words of one page, with the lowest score of each segment."""

    def __init__(self, words: Sequence[Word], page: int, size: tuple[float, float]) -> None:
        self._page, self._size = page, size
        scores = {_token(word): word.score for word in words}
        rows = [_parts(row) for row in rows_of(list(scores))]
        self._scores = {_segment(part): _least(scores[t] for t in part) for row in rows for part in row}
        self._lines = [_line([_segment(part) for part in row]) for row in rows]

    def read(self) -> Iterator[Found]:
        """In the order of the page."""
        found = aligned_tables(self._lines, [])
        taken = {id(line) for table in found for line in table.lines}
        items: list[tuple[float, TextLine | Aligned]] = [
            *((line.rect.y0, line) for line in self._lines if id(line) not in taken),
            *((table.rect.y0, table) for table in found),
        ]
        pitch = median([line.rect.height for line in self._lines]) if self._lines else 1.0
        bottom = -math.inf
        for top, item in sorted(items, key=lambda entry: entry[0]):
            if isinstance(item, Aligned):
                yield Found(self._table(item))
            else:
                gap = top - bottom > _PARAGRAPH * pitch
                yield from lines(item.text, self._place(item.rect, item.segments), gap=gap)
            bottom = item.rect.y1

    def _table(self, table: Aligned) -> Table:
        segments = [segment for line in table.lines for segment in line.segments]
        cells = tuple(
            Cell(
                row=cell.row, column=cell.column, column_span=cell.column_span, text=written(cell.text),
                place=self._place(cell.rect, [s for s in segments if cell.rect.common(s.rect).area > 0]),
            )
            for cell in table.cells
        )  # fmt: skip  # the spans on a line
        return Table(
            cells=cells,
            row_count=table.row_count,
            column_count=table.column_count,
            spans_known=True,
            place=self._place(table.rect, ()),
        )

    def _place(self, rect: Rect, segments: Sequence[Segment]) -> Place:
        score = _least(self._scores[segment] for segment in segments)
        return place_of(self._page, box_of(rect, *self._size), score)


def _least(scores: Iterable[float | None]) -> float | None:
    return min((score for score in scores if score is not None), default=None)


def _rect(word: Word) -> Rect:
    box = word.box or (0, 0, 0, 0)
    return Rect(min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))


def _token(word: Word) -> Token:
    rect = _rect(word)
    box = PixelBox(x0=rect.x0, y0=rect.y0, x1=max(rect.x1, rect.x0 + 1), y1=max(rect.y1, rect.y0 + 1))
    return Token(text=word.text.strip(), box=box, confidence=1)


def _parts(row: Sequence[Token]) -> list[list[Token]]:
    """Tokens a character and a half apart stand in different columns."""
    parts: list[list[Token]] = []
    for token in sorted(row, key=lambda t: t.box.x0):
        size = token.box.height
        if parts and token.box.x0 - parts[-1][-1].box.x1 <= WIDE * min(size, parts[-1][-1].box.height):
            parts[-1].append(token)
        else:
            parts.append([token])
    return parts


def _line(segments: Sequence[Segment]) -> TextLine:
    return TextLine(tuple(segments), max(segment.rect.y1 for segment in segments))


def _segment(part: Sequence[Token]) -> Segment:
    rect = Rect(
        min(t.box.x0 for t in part), min(t.box.y0 for t in part),
        max(t.box.x1 for t in part), max(t.box.y1 for t in part),
    )  # fmt: skip
    return Segment("".join(t.text for t in part), rect, max(t.box.height for t in part))
