"""A cell's second reading: when it is asked for, and which of the two stands.

A cell is read again from its own crop where a token crosses its rules, where there is ink that no token
accounts for, or where the reading is unsure. Both readings are kept; one that leaves ink unread, or that the
other contradicts, is never sure.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.ocr.contract import Char, CropReading, OcrEngine, Token
from extract.pixels.dust import without_dust
from extract.pixels.grid import GridCell, PixelGrid
from extract.pixels.ink import LineCrop, has_ink, line_crops, unread_ink
from extract.pixels.lines import joined, rows_of
from extract.pixels.raster import PixelBox
from schemas.document import Reading
from schemas.model import Frozen
from schemas.notation.text import compare_form

_UNSURE = 0.9
_NOTHING = 0.5
# What a reading is worth at most: where ink was left unread, where another reading says otherwise.
_INCOMPLETE = 0.5
_DISPUTED = 0.8
# A reading far less sure than the other disputes nothing.
_RIVAL = 0.25
_ITEM = re.compile(r"^(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[)）]|目标\s*\d)")


class Content(Frozen):
    """What stands in a cell so far; the tokens in pixels of the rectified table."""

    cell: GridCell
    tokens: tuple[Token, ...]
    crossed: bool


class CellReading(Frozen):
    """A reading of a whole cell and where its characters stand, in pixels of the rectified table."""

    text: str
    confidence: float
    chars: tuple[PixelBox, ...] = ()


def is_doubtful(content: Content, grid: PixelGrid) -> bool:
    """Whether the cell should be read again from its own crop."""
    if content.crossed:
        return True
    if not content.tokens:
        return has_ink(grid.raster, content.cell.box)
    if min(t.confidence for t in content.tokens) < _UNSURE:
        return True
    return unread_ink(grid.raster, content.cell.box, _first(content).chars)


def read_again(contents: Sequence[Content], grid: PixelGrid, engine: OcrEngine) -> list[CellReading]:
    """Every cell from its own crop, line by line, all lines of the table in one batch."""
    crops = [line_crops(grid.raster, content.cell.box) for content in contents]
    readings = iter(engine.read_crops([crop.pixels for cell in crops for crop in cell]))
    return [_together([(next(readings), crop) for crop in cell]) for cell in crops]


def settled(
    content: Content, again: CellReading | None, grid: PixelGrid, reader: str
) -> tuple[CellReading, tuple[Reading, ...]]:
    """The reading that stands, and the other one where it differs."""
    first = _first(content)
    if again is None:
        return first, ()
    if not again.text or again.confidence < _NOTHING:
        # the neighbour's characters may be among these
        return _at_most(first, 0.0) if content.crossed else _complete(first, content, grid), ()
    first, again = _complete(first, content, grid), _complete(again, content, grid)
    better = content.crossed or not first.text or again.confidence > first.confidence
    kept, other = (again, first) if better else (first, again)
    if not other.text or other.text == kept.text:
        return kept, ()
    if not content.crossed and _disputes(other, kept):
        kept = _at_most(kept, _DISPUTED)
    return kept, (Reading(text=without_dust(other.text), confidence=other.confidence, reader=reader),)


def _first(content: Content) -> CellReading:
    rows = [sorted(row, key=lambda t: t.box.x0) for row in rows_of(content.tokens)]
    return CellReading(
        text=_paragraphs([joined(row) for row in rows]),
        confidence=min((t.confidence for t in content.tokens), default=0.0),
        chars=tuple(box for t in content.tokens for box in _boxes(t.chars, t.box)),
    )


def _together(lines: Sequence[tuple[CropReading, LineCrop]]) -> CellReading:
    kept = [(reading, crop) for reading, crop in lines if reading.text.strip()]
    return CellReading(
        text=_paragraphs([reading.text for reading, _ in kept]),
        confidence=min((reading.confidence for reading, _ in kept), default=0.0),
        chars=tuple(box for reading, crop in kept for box in _boxes(reading.chars, _place(crop), crop.x0)),
    )


def _place(crop: LineCrop) -> PixelBox:
    height, width = crop.pixels.shape[:2]
    return PixelBox(x0=crop.x0, y0=crop.y0, x1=crop.x0 + width, y1=crop.y0 + height)


def _boxes(chars: Sequence[Char], line: PixelBox, left: float = 0.0) -> list[PixelBox]:
    return [PixelBox(x0=left + c.x0, y0=line.y0, x1=left + c.x1, y1=line.y1) for c in chars]


def _complete(reading: CellReading, content: Content, grid: PixelGrid) -> CellReading:
    """The reading, worth little where it leaves ink unread."""
    unread = unread_ink(grid.raster, content.cell.box, reading.chars)
    return _at_most(reading, _INCOMPLETE) if unread else reading


def _disputes(other: CellReading, kept: CellReading) -> bool:
    """Whether another reading nearly as sure says something else; specks are no dispute."""
    one, two = (compare_form(without_dust(reading.text)) for reading in (other, kept))
    return one != two and other.confidence > kept.confidence - _RIVAL


def _at_most(reading: CellReading, confidence: float) -> CellReading:
    return reading.model_copy(update={"confidence": min(reading.confidence, confidence)})


def _paragraphs(lines: Sequence[str]) -> str:
    """The lines of a cell as one text; a numbered item begins a line of its own."""
    text = lines[0] if lines else ""
    for _, line in pairwise(lines):
        text += ("\n" if _ITEM.match(line) else "") + line
    return text
