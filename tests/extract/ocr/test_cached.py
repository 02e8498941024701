from collections.abc import Sequence

import numpy as np
import pytest

from extract.ocr import cached
from extract.ocr.cached import CachedEngine
from extract.ocr.contract import Char, CropReading, OcrEngine, PageTurn, Token
from extract.pixels.raster import PixelBox, Pixels


class Shelf(dict[str, bytes]):
    """An `OcrCache` in memory."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


class Counting:
    """An engine that names the shade of what it reads, and counts."""

    def __init__(self, identity: str = "counting-1") -> None:
        self.identity = identity
        self.turns = 0
        self.pages = 0
        self.crops = 0

    def page_turn(self, pixels: Pixels) -> PageTurn:  # noqa: ARG002  every page lies alike
        self.turns += 1
        return PageTurn(degrees=90, confidence=0.9)

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:
        self.pages += 1
        text = str(pixels[0, 0, 0])
        chars = (Char(text=text[0], x0=1.5, x1=2.5, confidence=0.75),)
        return (Token(text=text, box=PixelBox(x0=0, y0=0, x1=3, y1=4), confidence=0.875, chars=chars),)

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        self.crops += len(crops)
        return tuple(CropReading(text=str(crop[0, 0, 0]), confidence=1) for crop in crops)


def sheet(shade: int, height: int = 4, width: int = 6) -> Pixels:
    return np.full((height, width, 3), shade, np.uint8)


def test_a_second_run_reads_nothing() -> None:
    shelf, first, second = Shelf(), Counting(), Counting()
    pages, crops = [sheet(1), sheet(2)], [sheet(3), sheet(4)]
    runs = [CachedEngine(first, shelf), CachedEngine(second, shelf)]
    results = [([run.read_page(page) for page in pages], run.read_crops(crops)) for run in runs]
    assert results[0] == results[1]
    assert (first.pages, first.crops) == (2, 2)
    assert (second.pages, second.crops) == (0, 0)


def test_only_new_crops_are_read_and_equal_ones_once() -> None:
    engine = Counting()
    reader: OcrEngine = CachedEngine(engine, Shelf())
    reader.read_crops([sheet(7)])
    readings = reader.read_crops([sheet(8), sheet(7), sheet(9), sheet(8)])
    assert [reading.text for reading in readings] == ["8", "7", "9", "8"]
    assert engine.crops == 3


@pytest.mark.parametrize(
    ("page", "identity"),
    [
        (sheet(2), "counting-1"),  # other pixels
        (sheet(1, 6, 4), "counting-1"),  # the same bytes in another shape
        (sheet(1), "counting-2"),  # another version
    ],
)
def test_what_differs_is_read_again(page: Pixels, identity: str) -> None:
    shelf, engine = Shelf(), Counting(identity)
    CachedEngine(Counting(), shelf).read_page(sheet(1))
    CachedEngine(engine, shelf).read_page(page)
    assert engine.pages == 1


def test_a_page_and_a_crop_of_the_same_pixels_are_kept_apart() -> None:
    engine = Counting()
    reader = CachedEngine(engine, Shelf())
    reader.read_page(sheet(1))
    assert reader.read_crops([sheet(1)])[0].text == "1"
    assert (engine.pages, engine.crops) == (1, 1)


@pytest.mark.parametrize("damaged", [b"", b"{", b'[{"text": 5}]', b"\xff\x00"])
def test_a_damaged_value_is_read_again(damaged: bytes) -> None:
    shelf, engine = Shelf(), Counting()
    reader = CachedEngine(engine, shelf)
    whole = reader.read_page(sheet(1))
    for key in shelf:
        shelf[key] = damaged
    assert reader.read_page(sheet(1)) == whole
    assert engine.pages == 2


def test_a_part_of_a_page_is_hashed_by_its_own_pixels() -> None:
    engine = Counting()
    reader = CachedEngine(engine, Shelf())
    page = sheet(1, 10, 10)
    assert reader.read_crops([page[2:6, 2:8], sheet(1)])[0].text == "1"
    assert engine.crops == 1


@pytest.mark.parametrize(
    ("page", "found"),
    [
        (sheet(1), 1),  # the same page
        (sheet(2), 2),  # another
    ],
)
def test_a_pages_turn_is_found_once(page: Pixels, found: int) -> None:
    shelf, engine = Shelf(), Counting()
    assert CachedEngine(Counting(), shelf).page_turn(sheet(1)) == PageTurn(degrees=90, confidence=0.9)
    assert CachedEngine(engine, shelf).page_turn(page) == PageTurn(degrees=90, confidence=0.9)
    assert engine.turns == found - 1


def test_a_turn_found_with_one_engine_holds_for_another() -> None:
    shelf, other = Shelf(), Counting("counting-2")
    CachedEngine(Counting(), shelf).page_turn(sheet(1))
    CachedEngine(other, shelf).page_turn(sheet(1))
    assert other.turns == 0


def test_a_turn_found_by_other_models_is_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    shelf, engine = Shelf(), Counting()
    CachedEngine(Counting(), shelf).page_turn(sheet(1))
    monkeypatch.setattr(cached, "turn_identity", lambda: "of another version")
    CachedEngine(engine, shelf).page_turn(sheet(1))
    assert engine.turns == 1
