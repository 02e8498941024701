from collections.abc import Sequence

import cv2
import pytest

from extract.ocr.contract import Char, CropReading, Token
from extract.pixels.cells import read_grid
from extract.pixels.grid import GridCell
from extract.pixels.raster import Raster
from schemas.document import Cell
from tests.extract.pixels.frozen import FrozenEngine, box, grid_on, sheet

LEFT, TOP = 200, 400
CELL = GridCell(row=0, column=0, box=box(0, 0, 300, 80))
PITCH, SIZE = 20, 14


def page(glyphs: int) -> Raster:
    """A sheet with this many glyphs side by side in the cell."""
    paper = sheet()
    for n in range(glyphs):
        x, y = LEFT + 60 + n * PITCH, TOP + 28
        cv2.rectangle(paper.pixels, (x, y), (x + SIZE, y + 24), (0, 0, 0), -1)
    return paper


def chars(text: str, origin: float) -> tuple[Char, ...]:
    """The characters over the last of three glyphs, as the recogniser places them."""
    first = 3 - len(text)
    return tuple(
        Char(text=char, x0=origin + n * PITCH - 3, x1=origin + n * PITCH + 17, confidence=0.9)
        for n, char in enumerate(text, start=first)
    )


def token(text: str, confidence: float) -> Token:
    place = box(LEFT + 50, TOP + 20, LEFT + 130, TOP + 60)
    return Token(text=text, box=place, confidence=confidence, chars=chars(text, LEFT + 60))


def again(text: str, confidence: float) -> CropReading:
    return CropReading(text=text, confidence=confidence, chars=chars(text, 6))


def cell(tokens: Sequence[Token], *readings: CropReading, glyphs: int = 3) -> Cell:
    engine = FrozenEngine(readings=readings)
    table = read_grid(grid_on(page(glyphs), LEFT, TOP, [CELL]), page(glyphs), tokens, 1, engine)
    return table.cells[0]


@pytest.mark.parametrize(
    ("first", "second", "text", "confidence"),
    [
        (("≥95", 0.98), None, "≥95", 0.98),  # sure, and all ink was read
        (("95", 0.99), ("≥95", 0.85), "≥95", 0.85),  # ink was left unread: the fuller reading stands
        (("95", 0.99), ("95", 0.99), "95", 0.5),  # both leave it unread
        (("≥95", 0.85), ("95", 0.99), "≥95", 0.85),  # the second drops the sign
        (("≥95", 0.85), ("≥95", 0.95), "≥95", 0.95),  # they agree
        (("≥95", 0.85), ("≥96", 0.95), "≥96", 0.8),  # they don't
        (("≥96", 0.6), ("≥95", 0.95), "≥95", 0.95),  # the first hardly counts
        ((".95", 0.85), ("·95", 0.9), "95", 0.9),  # specks are no dispute
        (("≥95", 0.85), ("", 0.2), "≥95", 0.85),  # the second saw nothing
    ],
)
def test_which_reading_stands(
    first: tuple[str, float], second: tuple[str, float] | None, text: str, confidence: float
) -> None:
    found = cell([token(*first)], *([again(*second)] if second else []))
    assert (found.text, found.place.confidence) == (text, confidence)


def test_the_other_reading_is_kept_without_its_specks() -> None:
    found = cell([token("≥95", 0.85)], again("≥96.", 0.8))
    assert [(reading.text, reading.confidence) for reading in found.readings] == [("≥96", 0.8)]


def test_a_sure_reading_that_leaves_no_ink_is_not_read_again() -> None:
    assert cell([token("95", 0.99)], glyphs=0).place.confidence == 0.99
