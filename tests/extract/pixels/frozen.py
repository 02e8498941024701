"""An OCR engine that says what it was told, so that a test knows what was asked of it."""

from collections.abc import Sequence

import numpy as np

from extract.ocr.contract import CropReading, PageTurn, Token
from extract.ocr.orientation import UPRIGHT
from extract.pixels.grid import GridCell, PixelGrid
from extract.pixels.raster import PixelBox, Pixels, Raster, whole_page


class FrozenEngine:
    """Gives `tokens` for every page and `readings` for crops, in turn; fails when they run out.

    Every page lies as `turn` says.
    """

    identity = "frozen-1"

    def __init__(
        self, tokens: Sequence[Token] = (), readings: Sequence[CropReading] = (), turn: PageTurn = UPRIGHT
    ) -> None:
        self._turn = turn
        self._tokens = tuple(tokens)
        self._readings = list(readings)
        self.pages: list[Pixels] = []
        self.crops: list[Pixels] = []

    def page_turn(self, pixels: Pixels) -> PageTurn:  # noqa: ARG002  every page lies alike
        return self._turn

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:
        self.pages.append(pixels)
        return self._tokens

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        self.crops.extend(crops)
        return tuple(self._readings.pop(0) for _ in crops)


def token(text: str, x0: float, y0: float, x1: float, y1: float, confidence: float = 0.99) -> Token:
    return Token(text=text, box=box(x0, y0, x1, y1), confidence=confidence)


def read_as(text: str, confidence: float = 0.98) -> CropReading:
    return CropReading(text=text, confidence=confidence)


def box(x0: float, y0: float, x1: float, y1: float) -> PixelBox:
    return PixelBox(x0=x0, y0=y0, x1=x1, y1=y1)


def sheet(width: int = 1654, height: int = 2339, dpi: float = 200) -> Raster:
    """White paper, A4 unless told otherwise."""
    return whole_page(np.full((height, width, 3), 255, np.uint8), dpi)


def grid_on(page: Raster, left: int, top: int, cells: Sequence[GridCell]) -> PixelGrid:
    """A table cut out of the page, its top left corner there; `cells` in pixels of the table."""
    right, bottom = max(c.box.x1 for c in cells), max(c.box.y1 for c in cells)
    shift = np.array([[1, 0, -left], [0, 1, -top], [0, 0, 1]], np.float64)
    return PixelGrid(
        raster=page.warped(shift, int(right), int(bottom)),
        outline=box(left, top, left + right, top + bottom),
        cells=tuple(cells),
        row_count=max(c.row + c.row_span for c in cells),
        column_count=max(c.column + c.column_span for c in cells),
        ruled=True,
    )
