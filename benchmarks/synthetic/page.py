"""A notice as pieces of a page, in reading order: paragraphs by their part and grids with merged cells.

What a renderer takes: text now, any other later.
"""

from typing import Literal

from schemas.model import Frozen

Part = Literal[
    "letterhead",
    "number",
    "title",
    "addressees",
    "text",
    "annex list",
    "signature",
    "date",
    "rule",
    "copies",
    "imprint",
    "annex label",
    "table title",
    "subtitle",
    "unit",
    "note",
]


class Paragraph(Frozen):
    """One paragraph; where its lines break is the renderer's affair."""

    part: Part
    text: str


class GridCell(Frozen):
    """A cell at its upper left place. `level` marks the labels of 一级 and 二级指标."""

    row: int
    column: int
    text: str
    rows: int = 1
    columns: int = 1
    level: bool = False


class Grid(Frozen):
    """A ruled table; `header` counts its header rows (0: labels stand inside).

    A page ends after row `break_after` (0: nowhere); `repeat_header`: the header stands on the next one, too.
    """

    cells: tuple[GridCell, ...]
    rows: int
    columns: int
    header: int = 0
    break_after: int = 0
    repeat_header: bool = False


Piece = Paragraph | Grid


class Page(Frozen):
    """A whole notice."""

    pieces: tuple[Piece, ...]
