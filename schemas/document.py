"""The one intermediate form of every input: pages of text lines and table grids.

A plain text file, a web page, a Word file, a text-layer PDF and a scan all become the same
`Document`; from there on nobody asks where it came from.
"""

from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field, model_validator

from schemas.dataset.codes import SourceRole, TableName, TextOrigin
from schemas.model import Frozen
from schemas.reasons import Reason


class Box(Frozen):
    """A rectangle as fractions (0 to 1) of the page as displayed, origin top left."""

    x0: float = Field(ge=0, le=1)
    y0: float = Field(ge=0, le=1)
    x1: float = Field(ge=0, le=1)
    y1: float = Field(ge=0, le=1)

    @model_validator(mode="after")
    def _in_order(self) -> "Box":
        if self.x1 < self.x0 or self.y1 < self.y0:
            raise ValueError(
                f"a box runs from its top left corner: {self.x0},{self.y0} to {self.x1},{self.y1}"
            )
        return self


Point = tuple[float, float]
"""Across and down, as fractions of the page as displayed."""

Quad = tuple[Point, Point, Point, Point]
"""Four corners, clockwise from what is the top left one when the text stands upright."""


class Place(Frozen):
    """Where something stands and how surely it was read.

    `page` is 1-based (null for text), `line` 1-based (plain text and HTML only), `confidence`
    0 to 1 (1 for a text layer, null where the source can't say).
    """

    file_no: int = Field(default=1, ge=1)
    page: int | None = Field(default=None, ge=1)
    box: Box | None = None
    line: int | None = Field(default=None, ge=1)
    confidence: float | None = Field(default=None, ge=0, le=1)


RAW = "raw"
"""The reader of a reading before specks were taken off it."""


class Reading(Frozen):
    """Another reading of the same piece: what was read, how surely, and by whom."""

    text: str
    confidence: float | None = None
    reader: str


class Piece(Frozen):
    """A text with its place: white space cleaned up, otherwise as printed."""

    text: str
    place: Place = Place()
    readings: tuple[Reading, ...] = ()


class Line(Piece):
    """A line or paragraph outside tables.

    `heading` is set where the source marks headings (1 the highest); `gap` is true where a blank
    line, a rule or a page end stands before it. `indent` is how far it begins from the left edge of the
    page's text, in characters (2 where a paragraph begins, GB/T 9704-2012, 7.3.3); null where unknown.
    """

    heading: int | None = None
    gap: bool = False
    indent: float | None = Field(default=None, ge=0)


class Cell(Piece):
    """A cell of a grid, 0-based, with the rows and columns it spans.

    `place` is that of its text, `frame` its own borders, slanted as the page is; null where none are known.
    """

    row: int = Field(ge=0)
    column: int = Field(ge=0)
    row_span: int = Field(default=1, ge=1)
    column_span: int = Field(default=1, ge=1)
    frame: Quad | None = None

    def covers(self, row: int, column: int) -> bool:
        """Whether the cell lies over this place of the grid."""
        return (
            self.row <= row < self.row + self.row_span
            and self.column <= column < self.column + self.column_span
        )


class Table(Frozen):
    """A grid; cells in reading order, blank ones may be left out.

    `spans_known` is false where the source lost its merged cells (text that some OCR engine left):
    there a cell's column is a hint only. `edges` are the columns' borders as fractions of the page, left to
    right, one more than columns; blank where nothing is known of them.
    """

    cells: tuple[Cell, ...]
    row_count: int = Field(ge=0)
    column_count: int = Field(ge=0)
    spans_known: bool
    edges: tuple[float, ...] = ()
    place: Place = Place()

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells that begin in each row and hold text, in column order."""
        found: list[list[Cell]] = [[] for _ in range(self.row_count)]
        for cell in self.cells:
            if cell.text:
                found[cell.row].append(cell)
        return tuple(tuple(sorted(cells, key=lambda c: c.column)) for cells in found)


Block = Line | Table


class Page(Frozen):
    """One page (sheet, or the whole of a text): its blocks in reading order."""

    number: int | None = Field(default=None, ge=1)
    blocks: tuple[Block, ...]


class ProblemKind(StrEnum):
    """What went wrong while reading; becomes a finding in one place."""

    UNREADABLE = "unreadable"
    TABLE_UNPARSED = "table-unparsed"
    UNCLAIMED = "section-unclaimed"
    HIDDEN = "content-hidden"


class Problem(Frozen):
    """Something that could not be read or was not understood.

    `reason` says why a page is unreadable; `detail` is what is printed over a table or page that was read.
    `table` is the dataset's table that it would have filled, where its words tell.
    """

    kind: ProblemKind
    detail: str = ""
    reason: Reason | None = None
    table: TableName | None = None
    place: Place = Place()

    @model_validator(mode="after")
    def _unreadable_for_a_reason(self) -> "Problem":
        if (self.kind is ProblemKind.UNREADABLE) != (self.reason is not None):
            raise ValueError("what is unreadable has a reason, what was read has none")
        return self


class Source(Frozen):
    """A file that a notice was read from; `path` is relative to the input."""

    path: str
    sha256: str
    media_type: str
    role: SourceRole
    page_count: int | None = None


class Document(Frozen):
    """All that was read from a file, before anybody asks what it means.

    `files` are those of a notice that came in several, the main one first, with paths inside their archive;
    empty where there is just one.
    """

    media_type: str
    text_origin: TextOrigin
    ocr_engine: str | None = None
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...] = ()
    files: tuple[Source, ...] = ()

    def blocks(self) -> Iterator[Block]:
        """All blocks in reading order, page after page."""
        for page in self.pages:
            yield from page.blocks
