"""A grid and the tokens on it → a table: each cell's text, box and confidence.

A token belongs to the cell that holds most of it; doubtful cells are read again, see `reread`.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from extract.ocr.contract import Char, OcrEngine, Token
from extract.pixels.dust import dusted
from extract.pixels.grid import PixelGrid
from extract.pixels.ink import ink_box
from extract.pixels.lines import enclosing, is_dust
from extract.pixels.raster import Matrix, PixelBox, Raster
from extract.pixels.reread import CellReading, Content, is_doubtful, read_again, settled
from schemas.document import Cell, Place, Table
from schemas.notation.text import clean

# A fifth of a token in the next cell: its characters were read over the rule.
_CROSSES = 0.2


def read_grid(grid: PixelGrid, sheet: Raster, tokens: Sequence[Token], page: int, engine: OcrEngine) -> Table:
    """Fill the grid; blank cells are kept as cells without text."""
    contents = _placed(grid, [_moved(t, grid, sheet) for t in tokens])
    again = [c for c in contents if is_doubtful(c, grid)]
    readings = dict(zip((id(c) for c in again), read_again(again, grid, engine), strict=True))
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
    """The token's box and its characters' edges in pixels of the rectified table."""
    forward: Matrix = np.linalg.inv(grid.raster.to_page) @ sheet.to_page
    box = token.box
    corners = np.array([[[box.x0, box.y0], [box.x1, box.y0], [box.x1, box.y1], [box.x0, box.y1]]], np.float64)
    points = cv2.perspectiveTransform(corners, forward)[0]
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    chars = tuple(_moved_char(char, (box.y0 + box.y1) / 2, forward) for char in token.chars)
    return token.model_copy(update={"box": PixelBox(x0=x0, y0=y0, x1=x1, y1=y1), "chars": chars})


def _moved_char(char: Char, y: float, forward: Matrix) -> Char:
    edges = np.array([[[char.x0, y], [char.x1, y]]], np.float64)
    (x0, _), (x1, _) = cv2.perspectiveTransform(edges, forward)[0]
    return char.model_copy(update={"x0": float(x0), "x1": float(x1)})


def _placed(grid: PixelGrid, tokens: Sequence[Token]) -> list[Content]:
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
        Content(cell=cell, tokens=tuple(t for t in owners.get(n, []) if not is_dust(t)), crossed=n in crossed)
        for n, cell in enumerate(grid.cells)
    ]


def _share(token: PixelBox, cell: PixelBox) -> float:
    width = min(token.x1, cell.x1) - max(token.x0, cell.x0)
    height = min(token.y1, cell.y1) - max(token.y0, cell.y0)
    return max(0.0, width) * max(0.0, height) / max(1.0, token.width * token.height)


def _cell(content: Content, again: CellReading | None, grid: PixelGrid, page: int, reader: str) -> Cell:
    kept, others = settled(content, again, grid, reader)
    text, raw = dusted(clean_lines(kept.text), kept.confidence)
    cell = content.cell
    box = grid.raster.on_page(_text_box(content, grid) if text else cell.box)
    return Cell(
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
        text=text,
        place=Place(page=page, box=box, confidence=kept.confidence if text else None),
        readings=(*raw, *others),
        frame=grid.raster.corners(cell.box),
    )


def _text_box(content: Content, grid: PixelGrid) -> PixelBox:
    """Where the ink of the text is: a token's own box is half a line wider all round, over the rules."""
    cell = content.cell.box
    boxes = [] if content.crossed else [token.box for token in content.tokens]
    near = enclosing(boxes) if boxes else cell
    return ink_box(grid.raster, cell, near) or PixelBox(
        x0=max(cell.x0, near.x0), y0=max(cell.y0, near.y0), x1=min(cell.x1, near.x1), y1=min(cell.y1, near.y1)
    )


def clean_lines(text: str) -> str:
    """White space cleaned up, line breaks kept."""
    return "\n".join(filter(None, (clean(line) for line in text.split("\n"))))
