import cv2
import numpy as np
import pytest

from extract.ocr.choose import make_engine
from extract.ocr.contract import OcrEngine
from extract.pixels.page import read_pixels
from extract.pixels.raster import Pixels, Raster, whole_page
from extract.pixels.turn import turned
from schemas.document import Block, Box, Cell, Line, Table
from tests.extract.ocr.draw import needs_font
from tests.extract.pixels import drawn
from tests.extract.pixels.frozen import FrozenEngine, token

COLUMNS, ROWS = (300, 500, 900, 1300), drawn.even(900, 1220, 4)
CELLS = (
    ("序号", "县市", "金额"),
    ("1", "奇台县", "214.9"),
    ("2", "木垒县", "385"),
    ("", "合计", "599.9"),
)


def _drawn_page() -> Pixels:
    pixels = drawn.blank()
    drawn.write(pixels, ("困难群众救助补助资金分配表", 430, 700), size=52)
    drawn.write(
        pixels, ("单位：万元", 1120, 830), ("请各县加强资金管理，专款专用，确保资金安全。", 300, 1400)
    )
    drawn.write(pixels, ("— 3 —", 780, 2180))
    drawn.table(pixels, COLUMNS, ROWS, text="")
    for row, texts in enumerate(CELLS):
        drawn.write(pixels, *((t, COLUMNS[n] + 20, ROWS[row] + 14) for n, t in enumerate(texts)))
    return pixels


def _texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text if isinstance(block, Line) else "<table>" for block in blocks]


def _grid(blocks: tuple[Block, ...]) -> dict[tuple[int, int], str]:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return {(cell.row, cell.column): cell.text for cell in table.cells}


def _boxes(blocks: tuple[Block, ...]) -> list[Box]:
    pieces: list[Line | Table | Cell] = [*blocks]
    pieces += [cell for block in blocks if isinstance(block, Table) for cell in block.cells]
    return [piece.place.box for piece in pieces if piece.place.box is not None]


@pytest.fixture(scope="module")
def rapid() -> OcrEngine:
    return make_engine()


def test_blocks_come_in_reading_order_and_tokens_of_tables_are_no_lines() -> None:
    engine = FrozenEngine(
        [
            token("页下文字", 300, 1400, 600, 1436),
            token("奇台县", 520, 1000, 640, 1036),
            token("表题", 430, 700, 600, 750),
        ],
        readings=[],
    )
    pixels = drawn.blank()
    _rules(pixels)
    blocks = read_pixels(whole_page(pixels, drawn.DPI), 2, engine)
    assert _texts(blocks) == ["表题", "<table>", "页下文字"]
    assert {place: text for place, text in _grid(blocks).items() if text} == {(1, 1): "奇台县"}
    assert {block.place.page for block in blocks} == {2}
    assert len(engine.pages) == 1
    assert engine.crops == []


def test_a_token_half_on_a_table_is_taken_once() -> None:
    pixels = drawn.blank()
    _rules(pixels)
    above = token("单位：万元", 1000, 860, 1200, 896)
    blocks = read_pixels(whole_page(pixels, drawn.DPI), 1, FrozenEngine([above]))
    assert _texts(blocks) == ["单位：万元", "<table>"]
    assert not any(_grid(blocks).values())


def _rules(pixels: Pixels) -> None:
    for y in ROWS:
        cv2.line(pixels, (COLUMNS[0], y), (COLUMNS[-1], y), (0, 0, 0), 2)
    for x in COLUMNS:
        cv2.line(pixels, (x, ROWS[0]), (x, ROWS[-1]), (0, 0, 0), 2)


def test_a_blank_page_holds_nothing() -> None:
    assert read_pixels(whole_page(drawn.blank(), drawn.DPI), 1, FrozenEngine()) == ()


@needs_font
@pytest.mark.slow
@pytest.mark.parametrize("lies", [0, 90])
def test_a_drawn_page_is_read_whichever_way_it_lies(rapid: OcrEngine, lies: int) -> None:
    scan = turned(whole_page(_drawn_page(), drawn.DPI), lies)
    blocks = read_pixels(Raster(scan.pixels, drawn.DPI, whole_page(scan.pixels, drawn.DPI).to_page), 1, rapid)
    assert _texts(blocks) == [
        "困难群众救助补助资金分配表",
        "单位：万元",
        "<table>",
        "请各县加强资金管理，专款专用，确保资金安全。",
    ]
    assert _grid(blocks) == {(r, c): text for r, row in enumerate(CELLS) for c, text in enumerate(row)}
    boxes = np.array([[b.x0, b.y0, b.x1, b.y1] for b in _boxes(blocks)])
    assert ((boxes >= 0) & (boxes <= 1)).all()
    amount = next(
        cell for block in blocks if isinstance(block, Table) for cell in block.cells if cell.text == "385"
    )
    assert _is_at(amount.place.box, lies, x=950, y=1103)


def _is_at(box: Box | None, lies: int, x: int, y: int) -> bool:
    """Whether the box lies over this pixel of the page as drawn, the scan of which lies on its side."""
    assert box is not None
    across, down = x / drawn.WIDTH, y / drawn.HEIGHT
    if lies == 90:
        across, down = 1 - down, across
    return box.x0 < across < box.x1 and box.y0 < down < box.y1
