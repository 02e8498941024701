from collections.abc import Callable

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.pixels.find_grids import find_grids
from extract.pixels.grid import PixelGrid
from extract.pixels.prepare import prepare
from extract.pixels.raster import PixelBox, Pixels, whole_page
from tests.extract.pixels import drawn

COLUMNS, ROWS = (200, 330, 620, 1050, 1400), drawn.even(400, 1040, 8)
MERGED = ((0, 0, 1, 2), (1, 0, 3, 1), (4, 0, 4, 1), (4, 1, 2, 1), (5, 2, 1, 2))


def _grids(pixels: Pixels) -> tuple[PixelGrid, ...]:
    return find_grids(prepare(whole_page(pixels, drawn.DPI)))


def _cells(grid: PixelGrid) -> set[tuple[int, int, int, int]]:
    return {(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells}


def _page(thickness: int = 2) -> Pixels:
    pixels = drawn.blank()
    drawn.write(pixels, ("中央对地方转移支付区域绩效目标表", 400, 250), size=48)
    drawn.table(pixels, COLUMNS, ROWS, MERGED, thickness)
    return pixels


def _double_frame(pixels: Pixels) -> Pixels:
    cv2.rectangle(pixels, (COLUMNS[0] - 9, ROWS[0] - 9), (COLUMNS[-1] + 9, ROWS[-1] + 9), (0, 0, 0), 4)
    return pixels


def _streaked(pixels: Pixels) -> Pixels:
    drawn.streak(pixels, ROWS[2] + 38, 100, 900)
    drawn.streak(pixels, ROWS[6] + 41, 500, 1600)
    return pixels


def _lost_lines(pixels: Pixels) -> Pixels:
    pixels[ROWS[3] + 20 : ROWS[3] + 23] = 255
    pixels[ROWS[5] + 50 : ROWS[5] + 52] = 255
    return pixels


def _broken(pixels: Pixels) -> Pixels:
    """Rules with a gap of 1.5 mm every 25 mm."""
    for x in range(COLUMNS[0] + 60, COLUMNS[-1], 200):
        for y in ROWS:
            pixels[y - 3 : y + 4, x : x + 12] = 255
    return pixels


def _curled(pixels: Pixels) -> Pixels:
    """Perspective such as a feed roller gives."""
    source = np.array([[0, 0], [1654, 0], [1654, 2339], [0, 2339]], np.float32)
    target = np.array([[6, 0], [1648, 9], [1654, 2330], [0, 2339]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, target)
    return np.asarray(cv2.warpPerspective(pixels, matrix, (1654, 2339), borderValue=(255,) * 3), np.uint8)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda page: page, id="as printed"),
        pytest.param(lambda page: drawn.turned(page, 1.7), id="slanted"),
        pytest.param(drawn.dusty, id="dust, some of it touching rules"),
        pytest.param(lambda page: drawn.shaded(page, 0.5), id="uneven light and noise"),
        pytest.param(_double_frame, id="double outer frame"),
        pytest.param(_streaked, id="stray scan lines"),
        pytest.param(
            lambda page: _streaked(drawn.turned(page, 0.8)), id="stray scan lines on a slanted page"
        ),
        pytest.param(_lost_lines, id="lost scan lines"),
        pytest.param(_broken, id="broken rules"),
        pytest.param(_curled, id="slight perspective"),
    ],
)
def test_rows_columns_and_spans_survive(damage: Callable[[Pixels], Pixels]):
    (grid,) = _grids(damage(_page()))
    assert (grid.row_count, grid.column_count) == (8, 4)
    assert _cells(grid) == drawn.spans(MERGED, 8, 4)


@pytest.mark.parametrize("thickness", [1, 2, 3, 4])
def test_rules_of_any_thickness(thickness: int):
    (grid,) = _grids(_page(thickness))
    assert _cells(grid) == drawn.spans(MERGED, 8, 4)


def test_faint_hairlines():
    page = np.where(_page(1) < 128, 150, 255).astype(np.uint8)
    (grid,) = _grids(page)
    assert _cells(grid) == drawn.spans(MERGED, 8, 4)


def test_a_border_lost_between_two_rows_of_a_merged_cell_comes_back():
    pixels = drawn.blank()
    merged = ((0, 0, 4, 1),)
    drawn.table(pixels, (200, 500, 900, 1400), drawn.even(400, 720, 4), merged)
    pixels[566:634, 497:504] = 255
    (grid,) = _grids(pixels)
    assert _cells(grid) == drawn.spans(merged, 4, 3)


def test_a_seal_over_figures_does_not_change_the_grid():
    page = _page()
    drawn.seal(page, 900, 800)
    (grid,) = _grids(page)
    assert _cells(grid) == drawn.spans(MERGED, 8, 4)


def test_a_table_open_at_the_sides_has_its_outer_columns():
    pixels = drawn.blank()
    rows = drawn.even(500, 980, 6)
    drawn.table(pixels, (200, 500, 900, 1400), rows)
    for x in (200, 1400):
        pixels[495:985, x - 2 : x + 3] = 255
    for y in rows:
        cv2.line(pixels, (200, y), (1400, y), (0, 0, 0), 2)
    (grid,) = _grids(pixels)
    assert (grid.row_count, grid.column_count) == (6, 3)
    assert _cells(grid) == drawn.spans((), 6, 3)


def test_tables_one_below_the_other_stay_apart():
    pixels = drawn.blank()
    drawn.table(pixels, (200, 700, 1400), drawn.even(300, 540, 3))
    drawn.write(pixels, ("附件二", 200, 640))
    drawn.table(pixels, (200, 500, 900, 1400), drawn.even(800, 1120, 4))
    assert [(grid.row_count, grid.column_count) for grid in _grids(pixels)] == [(3, 2), (4, 3)]


def test_a_table_in_a_photograph():
    photo = drawn.photographed(_page(3), ((310, 260), (1500, 190), (1650, 2180), (180, 2100)), (1800, 2400))
    (grid,) = _grids(photo)
    assert _cells(grid) == drawn.spans(MERGED, 8, 4)


def _three_line_page() -> Pixels:
    pixels = drawn.blank()
    for y, thickness in ((500, 4), (580, 2), (980, 4)):
        cv2.line(pixels, (200, y), (1400, y), (0, 0, 0), thickness)
    drawn.write(pixels, ("序号", 230, 515), ("单位名称", 600, 515), ("分配金额", 1150, 515))
    for row in range(5):
        y = 592 + 78 * row
        drawn.write(pixels, (f"{row + 1}", 245, y), ("某某县财政局", 560, y), (f"{row}36.50", 1180, y))
    return pixels


def test_a_three_line_table_has_columns_from_white_gaps():
    (grid,) = _grids(_three_line_page())
    assert not grid.ruled
    assert _cells(grid) == drawn.spans((), 6, 3)


def test_a_three_line_table_takes_columns_from_tokens():
    boxes = [
        PixelBox(x0=x, y0=y, x1=x + width, y1=y + 36)
        for y in (520, *(597 + 78 * row for row in range(5)))
        for x, width in ((230, 70), (560, 220), (1150, 140))
    ]
    (grid,) = find_grids(prepare(whole_page(_three_line_page(), drawn.DPI)), boxes)
    assert (grid.row_count, grid.column_count) == (6, 3)


def _letterhead() -> Pixels:
    pixels = drawn.body_page()
    drawn.write(pixels, ("某某市财政局文件", 330, 100), size=120, colour=drawn.RED)
    cv2.line(pixels, (220, 285), (1430, 285), drawn.RED, 5)
    return pixels


def _version_record() -> Pixels:
    """版记: 抄送 and 印发 between three rules (GB/T 9704 7.4)."""
    pixels = drawn.body_page()
    for y, thickness in ((2000, 3), (2070, 1), (2140, 3)):
        cv2.line(pixels, (230, y), (1420, y), (0, 0, 0), thickness)
    drawn.write(pixels, ("抄送：市民政局，市审计局。", 250, 2008), ("某某市财政局办公室", 250, 2078))
    drawn.write(pixels, ("2022年6月30日印发", 1050, 2078))
    return pixels


def _boxed_text() -> Pixels:
    pixels = drawn.body_page()
    cv2.rectangle(pixels, (200, 260), (1450, 1920), (0, 0, 0), 2)
    return pixels


def _streaks() -> Pixels:
    pixels = drawn.body_page()
    for y in (420, 777, 1300):
        drawn.streak(pixels, y, 150, 1500)
    return pixels


@pytest.mark.parametrize(
    "page", [drawn.blank, drawn.body_page, _letterhead, _version_record, _boxed_text, _streaks]
)
@pytest.mark.parametrize("degrees", [0.0, 0.7])
def test_a_body_page_has_no_table(page: Callable[[], Pixels], degrees: float):
    assert _grids(drawn.dusty(drawn.turned(page(), degrees))) == ()


@st.composite
def _layouts(
    draw: st.DrawFn,
) -> tuple[tuple[int, ...], tuple[int, ...], tuple[tuple[int, int, int, int], ...]]:
    widths = draw(st.lists(st.integers(90, 260), min_size=2, max_size=5))
    heights = draw(st.lists(st.integers(60, 120), min_size=2, max_size=8))
    merged = []
    if draw(st.booleans()):
        merged.append((0, 0, draw(st.integers(1, len(heights) - 1)), 1))
    columns = tuple(int(x) for x in np.cumsum([150, *widths]))
    return columns, tuple(int(y) for y in np.cumsum([300, *heights])), tuple(merged)


def _assert_covered_once(grid: PixelGrid) -> None:
    covered = np.zeros((grid.row_count, grid.column_count), int)
    for cell in grid.cells:
        covered[cell.row : cell.row + cell.row_span, cell.column : cell.column + cell.column_span] += 1
        assert 0 <= cell.box.x0 < cell.box.x1 <= grid.raster.width
        assert 0 <= cell.box.y0 < cell.box.y1 <= grid.raster.height
    assert (covered == 1).all()


@settings(max_examples=15, deadline=None)
@given(_layouts(), st.floats(-2, 2))
def test_cells_lie_where_they_were_drawn(layout, degrees: float):
    columns, rows, merged = layout
    pixels = drawn.blank()
    drawn.table(pixels, columns, rows, merged, text="额")
    (grid,) = _grids(drawn.turned(pixels, degrees))
    _assert_covered_once(grid)
    assert _cells(grid) == drawn.spans(merged, len(rows) - 1, len(columns) - 1)
    turn = cv2.getRotationMatrix2D((drawn.WIDTH / 2, drawn.HEIGHT / 2), -degrees, 1.0)
    for cell in grid.cells:
        corners = np.array([[[cell.box.x0, cell.box.y0], [cell.box.x1, cell.box.y1]]])
        page = cv2.perspectiveTransform(corners, grid.raster.to_page)[0] * (drawn.WIDTH, drawn.HEIGHT)
        expected = np.array(
            [
                [columns[cell.column], rows[cell.row]],
                [columns[cell.column + cell.column_span], rows[cell.row + cell.row_span]],
            ],
            np.float64,
        )
        assert np.abs(page - cv2.transform(expected[None], turn)[0]).max() < 2


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(100, 1500), st.integers(100, 2200), st.integers(20, 1400), st.booleans()),
        max_size=25,
    )
)
def test_any_rules_give_whole_grids_or_none(rules: list[tuple[int, int, int, bool]]):
    pixels = drawn.blank()
    for x, y, length, level in rules:
        cv2.line(pixels, (x, y), (x + length, y) if level else (x, y + length), (0, 0, 0), 2)
    for grid in _grids(pixels):
        assert grid.row_count >= 2
        assert grid.column_count >= 2
        _assert_covered_once(grid)
