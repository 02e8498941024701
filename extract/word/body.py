"""The body of a Word file → blocks in reading order."""

from collections.abc import Iterator

from extract.readers.raised import raised
from extract.word.numbering import Numbering
from extract.word.runs import read_paragraph
from extract.word.styles import Styles
from extract.word.tables import Slot, is_layout, read_rows
from extract.word.xml import Element, W
from schemas.document import Block, Cell, Line, Place, Table

# Content controls, insertions (修订) and marks around whole paragraphs.
_AROUND = frozenset(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))
_PLACE = Place(confidence=1)


class Body:
    """One walk from the first paragraph to the last: automatic numbers count on."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._gap = True
        self._before = ""

    def read(self, container: Element) -> Iterator[Block]:
        """All blocks of a body, cell or text box."""
        for element in container:
            if element.tag == f"{W}p":
                yield from self._paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self._table(element)
            elif element.tag in {
                f"{W}sdt",
                f"{W}sdtContent",
                f"{W}ins",
                f"{W}moveTo",
                f"{W}customXml",
                f"{W}smartTag",
            }:
                yield from self.read(element)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        found = read_paragraph(element)
        for box in found.boxes:
            yield from self.read(box)
        text = self._before + found.text
        if found.goes_on:
            self._before = text
            return
        self._before = ""
        text = self._labelled(element, text)
        heading = self._styles.heading(element)
        for line in _lines(text):
            yield Line(text=line, place=_PLACE, heading=heading, gap=self._gap)
            self._gap = False
        self._gap = self._gap or not text.strip() or found.breaks_page

    def _labelled(self, element: Element, text: str) -> str:
        """With its automatic number; Word prints and counts that of a blank paragraph too (序号)."""
        place = self._styles.list_place(element)
        return self._numbering.label(place) + text.strip() if place else text

    def _table(self, element: Element) -> Iterator[Block]:
        rows = read_rows(element)
        if is_layout(rows):
            for slot in rows:
                yield from self.read(slot.element)
            return
        cells = tuple(self._cell(slot) for slot in rows)
        height = max((slot.row + slot.row_span for slot in rows), default=0)
        width = max((slot.column + slot.column_span for slot in rows), default=0)
        grid = Table(cells=cells, row_count=height, column_count=width, spans_known=True)
        yield from raised(grid, gap=True)
        self._gap = True

    def _cell(self, slot: Slot) -> Cell:
        inner = "\n".join(_flat(self.read(slot.element)))
        return Cell(
            row=slot.row, column=slot.column, row_span=slot.row_span, column_span=slot.column_span,
            text=inner, place=_PLACE,
        )  # fmt: skip


def _lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        words = " ".join(line.replace("\u3000", " ").replace("\u00a0", " ").split())
        if words:
            yield words


def _flat(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (" ".join(cell.text for cell in row) for row in block.rows() if row)
