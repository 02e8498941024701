import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pixels.ink import has_ink, ink_box, line_crops, unread_ink
from extract.pixels.raster import PixelBox, Pixels, whole_page
from tests.extract.ocr.draw import needs_font
from tests.extract.pixels import drawn
from tests.extract.pixels.frozen import box

CELL = box(20, 20, 320, 220)
Rectangle = tuple[int, int, int, int]


def _paper(*ink: Rectangle, paper: int = 255, shade: int = 0) -> Pixels:
    """A ruled cell with rectangles (x0, y0, x1, y1) of ink; 200 dpi."""
    pixels = np.full((240, 340, 3), paper, np.uint8)
    for x0, y0, x1, y1 in ((18, 18, 322, 22), (18, 218, 322, 222), (18, 18, 22, 222), (318, 18, 322, 222)):
        pixels[y0:y1, x0:x1] = 0
    for x0, y0, x1, y1 in ink:
        pixels[y0:y1, x0:x1] = shade
    return pixels


@pytest.mark.parametrize(
    ("pixels", "inked"),
    [
        (_paper(), False),  # its rules are not its text
        (_paper((100, 100, 110, 125)), True),  # a digit of 10 pt
        (_paper((100, 100, 104, 104)), False),  # a speck
        (_paper(*((x, 60 + x // 3, x + 3, 63 + x // 3) for x in range(40, 300, 9))), False),  # much dust
        (_paper((100, 100, 110, 125), shade=140), True),  # a faint digit
        (_paper((100, 100, 110, 125), paper=190, shade=90), True),  # grey paper
        (_paper((100, 100, 110, 125), shade=215), False),  # bleed-through
    ],
)
def test_ink_is_what_is_larger_than_a_speck(pixels: Pixels, inked: bool) -> None:
    assert has_ink(whole_page(pixels, 200), CELL) is inked


def test_a_speck_is_measured_on_paper_not_in_pixels() -> None:
    pixels = _paper((100, 100, 110, 110))
    assert has_ink(whole_page(pixels, 200), CELL)
    assert not has_ink(whole_page(pixels, 400), CELL)


@pytest.mark.parametrize("cell", [box(20, 20, 24, 24), box(20, 20, 20, 200), box(30, 30, 300, 37)])
def test_a_cell_without_an_inside_is_blank(cell: PixelBox) -> None:
    raster = whole_page(_paper((25, 25, 300, 200)), 200)
    assert not has_ink(raster, cell)
    assert line_crops(raster, cell) == []


def test_a_cells_lines_are_cut_from_the_top_down() -> None:
    lines = ((60, 40, 260, 65), (60, 90, 120, 115), (60, 140, 200, 165))
    crops = [crop.pixels for crop in line_crops(whole_page(_paper(*lines), 200), CELL)]
    assert [int((crop[..., 0] == 0).sum()) for crop in crops] == [200 * 25, 60 * 25, 140 * 25]
    assert all((crop[[0, -1]] == 255).all() and (crop[:, [0, -1]] == 255).all() for crop in crops)


def test_specks_above_and_below_make_no_lines_of_their_own() -> None:
    crops = line_crops(
        whole_page(_paper((60, 90, 260, 115), (80, 40, 84, 43), (200, 180, 203, 184)), 200), CELL
    )
    assert len(crops) == 1


@needs_font
def test_no_ink_of_a_drawn_cell_is_lost() -> None:
    pixels = drawn.blank()
    drawn.write(pixels, ("困难群众救", 240, 320), ("助补助资金", 240, 370), ("(214.9)", 240, 420))
    crops = [crop.pixels for crop in line_crops(whole_page(pixels, drawn.DPI), box(200, 300, 600, 480))]
    assert len(crops) == 3
    assert sum(int((crop < 128).sum()) for crop in crops) == int((pixels < 128).sum())


@pytest.mark.parametrize(
    ("inked", "found"),
    [
        (((60, 40, 80, 65), (90, 40, 110, 66)), (60, 40, 110, 66)),  # two digits
        (((60, 40, 80, 65), (84, 60, 88, 64), (90, 40, 110, 65)), (60, 40, 110, 65)),  # a point between them
        (((60, 40, 80, 65), (120, 60, 124, 64)), (60, 40, 80, 65)),  # a speck beside
        (((60, 40, 80, 65), (60, 120, 80, 145)), (60, 40, 80, 65)),  # ink far from where it was read
        (((70, 40, 74, 95),), (70, 40, 74, 95)),  # reaches beyond what was read
        (((60, 40, 66, 65), (40, 52, 316, 54)), (50, 40, 130, 65)),  # a streak through it and far beyond
        (((60, 60, 64, 64),), None),  # a speck alone
        ((), None),
    ],
)
def test_the_ink_of_a_text_is_enclosed(inked: tuple[Rectangle, ...], found: Rectangle | None) -> None:
    raster = whole_page(_paper(*inked), 200)
    near = box(50, 30, 130, 110)
    hair = 2
    wanted = found and box(found[0] - hair, found[1] - hair, found[2] + hair, found[3] + hair)
    assert ink_box(raster, CELL, near) == wanted


@pytest.mark.parametrize("cell", [box(20, 20, 24, 24), box(20, 20, 20, 200)])
def test_a_cell_without_an_inside_encloses_nothing(cell: PixelBox) -> None:
    assert ink_box(whole_page(_paper((20, 20, 300, 200)), 200), cell, cell) is None


@settings(max_examples=60)
@given(
    st.tuples(*(st.floats(-20, 400) for _ in range(4))),
    st.lists(st.tuples(st.integers(0, 330), st.integers(0, 230), st.integers(1, 60), st.integers(1, 60))),
)
def test_any_cell_gives_crops_inside_it(corners: tuple[float, ...], ink: list[Rectangle]) -> None:
    x0, x1 = sorted((max(0.0, corners[0]), min(340.0, max(0.0, corners[1]))))
    y0, y1 = sorted((max(0.0, corners[2]), min(240.0, max(0.0, corners[3]))))
    raster = whole_page(_paper(*((x, y, x + w, y + h) for x, y, w, h in ink)), 200)
    crops = line_crops(raster, box(x0, y0, x1, y1))
    for crop in crops:
        height, width = crop.pixels.shape[:2]
        assert 0 < height <= y1 - y0 + 1
        assert 0 < width <= x1 - x0 + 1
        assert (raster.pixels[crop.y0 : crop.y0 + height, crop.x0 : crop.x0 + width] == crop.pixels).all()
    if has_ink(raster, box(x0, y0, x1, y1)):
        assert crops


DIGITS = ((100, 80, 112, 105), (120, 80, 132, 105), (140, 80, 152, 105))
READ = [box(x - 4, 70, x + 16, 115) for x in (100, 120, 140)]


@pytest.mark.parametrize(
    ("ink", "unread"),
    [
        (DIGITS, False),  # every digit was read
        (((76, 82, 90, 103), *DIGITS), True),  # a sign before them was not
        ((*DIGITS, (164, 80, 178, 105)), True),  # a sign behind them was not
        (((76, 90, 80, 94), *DIGITS), False),  # a speck before them
        (((76, 82, 90, 84), (76, 86, 90, 88), *DIGITS), True),  # a sign that a fax broke in two
        (((100, 80, 112, 91), (100, 94, 112, 105), *DIGITS[1:]), False),  # a digit that it broke in two
        (((76, 140, 90, 160), *DIGITS), True),  # on a line of its own
        (((20, 82, 28, 103), *DIGITS), False),  # what touches the cell's edge may be a rule
    ],
)
def test_ink_that_no_character_accounts_for_is_seen(ink: tuple[Rectangle, ...], unread: bool) -> None:
    assert unread_ink(whole_page(_paper(*ink), 200), CELL, READ) is unread


def test_nothing_is_said_of_a_reading_without_places() -> None:
    assert not unread_ink(whole_page(_paper(*DIGITS), 200), CELL, [])
