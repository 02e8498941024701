"""A page's pixels → its lines and table grids: the stages in order."""

from collections.abc import Sequence

import cv2
import numpy as np

from extract.ocr.contract import OcrEngine, Token
from extract.pixels.cells import read_grid
from extract.pixels.find_grids import find_grids
from extract.pixels.grid import PixelGrid
from extract.pixels.lines import read_lines
from extract.pixels.prepare import prepare
from extract.pixels.raster import Raster
from extract.pixels.turn import upright
from schemas.document import Block, Line, Table


def read_pixels(raster: Raster, page: int, engine: OcrEngine) -> tuple[Block, ...]:
    """Read one page: turned upright, evened and deskewed, its tables found, its text read and placed."""
    sheet = prepare(upright(raster, engine))
    tokens = engine.read_page(sheet.pixels)
    grids = find_grids(sheet)
    inside = [_inside(grid, tokens) for grid in grids]
    tables = [read_grid(grid, sheet, own, page, engine) for grid, own in zip(grids, inside, strict=True)]
    taken = {id(token) for own in inside for token in own}
    lines = read_lines([t for t in tokens if id(t) not in taken], sheet, page)
    return tuple(sorted((*lines, *tables), key=lambda block: _down(block, sheet)))


def _inside(grid: PixelGrid, tokens: Sequence[Token]) -> list[Token]:
    """The tokens whose middle lies on the table."""
    outline = grid.outline
    return [
        token
        for token in tokens
        if outline.x0 <= (token.box.x0 + token.box.x1) / 2 <= outline.x1
        and outline.y0 <= (token.box.y0 + token.box.y1) / 2 <= outline.y1
    ]


def _down(block: Line | Table, sheet: Raster) -> float:
    """How far down the upright sheet its middle lies: the page as displayed may lie on its side."""
    box = block.place.box
    if box is None:
        return 0.0
    middle = np.array([[[(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]]], np.float64)
    return float(cv2.perspectiveTransform(middle, np.linalg.inv(sheet.to_page))[0, 0, 1])
