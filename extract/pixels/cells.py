"""A grid and the tokens on it → a table: each cell's text, box and confidence.

A token belongs to the cell that holds most of it. A cell is read again from its own crop where a token
crosses its rules, where there is ink and no token, or where the reading is unsure; both readings are kept.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import cv2
import numpy as np

from extract.ocr.contract import CropReading, OcrEngine, Token
from extract.pixels.dust import dusted
from extract.pixels.grid import GridCell, PixelGrid
from extract.pixels.ink import has_ink, ink_box, line_crops
from extract.pixels.lines import enclosing, is_dust, joined, rows_of
from extract.pixels.raster import Matrix, PixelBox, Raster
from schemas.document import Cell, Place, Reading, Table
from schemas.model import Frozen
from schemas.notation.text import clean

# A fifth of a token in the next cell: its characters were read over the rule.
_CROSSES = 0.2
_UNSURE = 0.9
_NOTHING = 0.5
_ITEM = re.compile(r"^(?:\d{1,2}\s*[.．、]|[（(]\d{1,2}[)）]|目标\s*\d)")


class _Content(Frozen):
    """What stands in a cell so far."""

    cell: GridCell
    tokens: tuple[Token, ...]
    crossed: bool


def read_grid(grid: PixelGrid, sheet: Raster, tokens: Sequence[Token], page: int, engine: OcrEngine) -> Table:
    """Fill the grid; blank cells are kept as cells without text."""
    contents = _placed(grid, [_moved(t, grid, sheet) for t in tokens])
    again = [c for c in contents if _doubtful(c, grid)]
    readings = dict(zip((id(c) for c in again), _read_again(again, grid, engine), strict=True))
    cells = tuple(_cell(c, readings.get(id(c)), grid, page, engine.identity) for c in contents)
    return Table(
        cells=cells,
        row_count=grid.row_count,
        column_count=grid.column_count,
        spans_known=True,
        edges=_edges(grid),
        place=Place(page=page, box=grid.raster.on_page(_whole(grid))),
    )


def _edges(grid: PixelGrid) -> tuple[float, ...]:
    starts = {cell.column: cell.box for cell in grid.cells}
    if len(starts) < grid.column_count:
        return ()
    places = [grid.raster.on_page(starts[n]) for n in range(grid.column_count)]
    return (*(place.x0 for place in places), grid.raster.on_page(_whole(grid)).x1)


def _whole(grid: PixelGrid) -> PixelBox:
    """The table without the margin that its raster has."""
    return enclosing([cell.box for cell in grid.cells])


def _moved(token: Token, grid: PixelGrid, sheet: Raster) -> Token:
    """The token's box in pixels of the rectified table."""
    forward: Matrix = np.linalg.inv(grid.raster.to_page) @ sheet.to_page
    box = token.box
    corners = np.array([[[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]], np.float64)
    points = cv2.perspectiveTransform(corners, forward)[0]
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return token.model_copy(update={"box": PixelBox(x0=x0, y0=y0, x1=x1, y1=y1)})


def _placed(grid: PixelGrid, tokens: Sequence[Token]) -> list[_Content]:
    owners: dict[int, list[Token]] = {}
    crossed: set[int] = set()
    for token in tokens:
        shares = sorted(((_share(token.box, cell.box), n) for n, cell in enumerate(grid.cells)), reverse=True)
        if shares[0][0] == 0:  # on the margin of a slanted table
            continue
        owners.setdefault(shares[0][1], []).append(token)
        crossed |= (
            {n for share, n in shares[:4] if share >= _CROSSES}
            if shares[1:] and shares[1][0] >= _CROSSES
            else set()
        )
    return [
        _Content(
            cell=cell, tokens=tuple(t for t in owners.get(n, []) if not is_dust(t)), crossed=n in crossed
        )
        for n, cell in enumerate(grid.cells)
    ]


def _share(token: PixelBox, cell: PixelBox) -> float:
    width = min(token.x1, cell.x1) - max(token.x0, cell.x0)
    height = min(token.y1, cell.y1) - max(token.y0, cell.y0)
    return max(0.0, width) * max(0.0, height) / max(1.0, token.width * token.height)


def _doubtful(content: _Content, grid: PixelGrid) -> bool:
    if content.crossed:
        return True
    if not content.tokens:
        return has_ink(grid.raster, content.cell.box)
    return min(t.confidence for t in content.tokens) < _UNSURE


def _read_again(contents: Sequence[_Content], grid: PixelGrid, engine: OcrEngine) -> list[CropReading]:
    """Every doubtful cell from its own crop, line by line, all lines of the table in one batch."""
    crops = [line_crops(grid.raster, content.cell.box) for content in contents]
    readings = iter(engine.read_crops([crop for cell in crops for crop in cell]))
    return [_together([next(readings) for _ in cell]) for cell in crops]


def _together(lines: Sequence[CropReading]) -> CropReading:
    kept = [line for line in lines if line.text.strip()]
    if not kept:
        return CropReading(text="", confidence=0.0)
    return CropReading(text=_paragraphs([k.text for k in kept]), confidence=min(k.confidence for k in kept))


def _cell(content: _Content, again: CropReading | None, grid: PixelGrid, page: int, reader: str) -> Cell:
    text = _paragraphs([joined(sorted(row, key=lambda t: t.box.x0)) for row in rows_of(content.tokens)])
    confidence = min((t.confidence for t in content.tokens), default=0.0)
    readings: tuple[Reading, ...] = ()
    if again is not None and again.text and again.confidence >= _NOTHING:
        better = content.crossed or not text or again.confidence > confidence
        other = Reading(text=text, confidence=confidence, reader=reader)
        if better:
            text, confidence = again.text, again.confidence
        else:
            other = Reading(text=again.text, confidence=again.confidence, reader=reader)
        readings = (other,) if other.text and other.text != text else ()
    elif content.crossed:
        confidence = 0.0  # the neighbour's characters may be among these
    text, raw = dusted(clean_lines(text), confidence)
    cell = content.cell
    box = grid.raster.on_page(_text_box(content, grid) if text else cell.box)
    return Cell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        text=text,
        place=Place(page=page, box=box, confidence=confidence if text else None),
        readings=(*raw, *readings),
        frame=grid.raster.corners(cell.box),
    )


def _text_box(content: _Content, grid: PixelGrid) -> PixelBox:
    """Where the ink of the text is: a token's own box is half a line wider all round, over the rules."""
    cell = content.cell.box
    boxes = [] if content.crossed else [token.box for token in content.tokens]
    near = enclosing(boxes) if boxes else cell
    return ink_box(grid.raster, cell, near) or PixelBox(
        x0=max(cell.x0, near.x0), y0=max(cell.y0, near.y0), x1=min(cell.x1, near.x1), y1=min(cell.y1, near.y1)
    )


def _paragraphs(lines: Sequence[str]) -> str:
    """The lines of a cell as one text; a numbered item begins a line of its own."""
    text = lines[0] if lines else ""
    for _, line in pairwise(lines):
        text += ("\n" if _ITEM.match(line) else "") + line
    return text


def clean_lines(text: str) -> str:
    """White space cleaned up, line breaks kept."""
    return "\n".join(filter(None, (clean(line) for line in text.split("\n"))))
