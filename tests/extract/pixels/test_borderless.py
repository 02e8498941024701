import pytest

from extract.pixels.borderless import find_borderless
from extract.pixels.raster import PixelBox, whole_page
from tests.extract.pixels import drawn


def _box(x0: float, y: float, width: float) -> PixelBox:
    return PixelBox(x0=x0, y0=y, x1=x0 + width, y1=y + 36)


def _rows(count: int) -> list[PixelBox]:
    """序号, a name of varying length from the left, an amount that ends at 1300."""
    return [
        box
        for row in range(count)
        for box in (
            _box(230, 500 + 60 * row, 20),
            _box(420, 500 + 60 * row, 150 + 70 * (row % 3)),
            _box(1300 - (90 + 25 * (row % 2)), 500 + 60 * row, 90 + 25 * (row % 2)),
        )
    ]


def _cells(boxes: list[PixelBox]) -> list[set[tuple[int, int, int, int]]]:
    raster = whole_page(drawn.blank(), drawn.DPI)
    return [
        {(cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells}
        for grid in find_borderless(raster, boxes)
    ]


def test_aligned_columns_are_a_table():
    assert _cells(_rows(6)) == [drawn.spans((), 6, 3)]


def test_a_wrapped_name_stays_in_its_row():
    below = [box.model_copy(update={"y0": box.y0 + 45, "y1": box.y1 + 45}) for box in _rows(6)[9:]]
    assert _cells([*_rows(3), _box(420, 662, 180), *below]) == [drawn.spans((), 6, 3)]


def test_a_header_over_two_columns_spans_them():
    header = [_box(210, 440, 60), _box(420, 440, 880)]
    assert _cells([*header, *_rows(8)]) == [drawn.spans(((0, 1, 1, 2),), 9, 3)]


def test_a_title_above_and_a_note_below_are_no_rows():
    title, note = _box(500, 300, 600), _box(230, 1100, 700)
    assert _cells([title, *_rows(6), note]) == [drawn.spans((), 6, 3)]


@pytest.mark.parametrize(
    "boxes",
    [
        pytest.param([], id="nothing"),
        pytest.param([_box(250, y, 1150) for y in range(300, 1500, 60)], id="body text"),
        pytest.param(
            [
                box
                for n, y in enumerate(range(300, 900, 60))
                for box in (_box(250, y, 300 + 90 * (n % 5)), _box(800 + 60 * (n * 7 % 6), y, 350))
            ],
            id="body text that the engine cut at commas",
        ),
        pytest.param([_box(800, 1500, 400), _box(850, 1560, 300)], id="signature and date"),
        pytest.param([_box(250, 2000, 500), _box(250, 2060, 350), _box(1050, 2060, 330)], id="版记"),
        pytest.param([_box(320, 1300, 90), _box(430, 1300, 700), _box(430, 1360, 650)], id="附件 list"),
        pytest.param(_rows(2), id="two rows only"),
    ],
)
def test_what_is_no_table(boxes: list[PixelBox]):
    assert _cells(boxes) == []
