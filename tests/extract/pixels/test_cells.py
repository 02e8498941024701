import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.ocr.contract import CropReading, Token
from extract.pixels.cells import clean_lines, read_grid
from extract.pixels.grid import GridCell
from extract.pixels.raster import Raster
from schemas.document import Cell, Table
from tests.extract.pixels.frozen import FrozenEngine, box, grid_on, read_as, sheet, token

LEFT, TOP = 200, 400
WIDE, HIGH = 300, 80
PAGE = sheet()


def _cell(row: int, column: int, row_span: int = 1, column_span: int = 1) -> GridCell:
    return GridCell(
        row=row,
        column=column,
        row_span=row_span,
        column_span=column_span,
        box=box(column * WIDE, row * HIGH, (column + column_span) * WIDE, (row + row_span) * HIGH),
    )


PLAIN = tuple(_cell(row, column) for row in range(2) for column in range(3))


def _at(
    text: str, row: float, column: float, width: float = 100, confidence: float = 0.99, height: float = 36
) -> Token:
    """A token on the page that begins near the left upper corner of a cell."""
    x, y = LEFT + column * WIDE + 20, TOP + row * HIGH + 10
    return token(text, x, y, x + width, y + height, confidence)


def _inked(*areas: tuple[int, int]) -> Raster:
    """The page with something like a digit in these cells."""
    page = sheet()
    for row, column in areas:
        x, y = LEFT + column * WIDE + 30, TOP + row * HIGH + 20
        cv2.rectangle(page.pixels, (x, y), (x + 14, y + 30), (0, 0, 0), -1)
    return page


def _table(
    *tokens: Token,
    engine: FrozenEngine | None = None,
    page: Raster = PAGE,
    cells: tuple[GridCell, ...] = PLAIN,
) -> Table:
    return read_grid(grid_on(page, LEFT, TOP, cells), page, tokens, 5, engine or FrozenEngine())


def _texts(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in table.cells if cell.text}


def _at_place(table: Table, row: int, column: int) -> Cell:
    (cell,) = (cell for cell in table.cells if (cell.row, cell.column) == (row, column))
    return cell


def test_tokens_stand_in_the_cells_they_lie_in() -> None:
    table = _table(
        _at("序号", 0, 0), _at("县市", 0, 1), _at("金额", 0, 2), _at("奇台县", 1, 1), _at("214.9", 1, 2)
    )
    assert _texts(table) == {
        (0, 0): "序号",
        (0, 1): "县市",
        (0, 2): "金额",
        (1, 1): "奇台县",
        (1, 2): "214.9",
    }
    assert (table.row_count, table.column_count, table.spans_known) == (2, 3, True)


def test_blank_cells_are_kept_with_their_spans() -> None:
    merged = (_cell(0, 0, 2, 1), _cell(0, 1, 1, 2), _cell(1, 1), _cell(1, 2))
    engine = FrozenEngine()
    table = _table(_at("5", 1, 2), engine=engine, cells=merged)
    assert [(c.row, c.column, c.row_span, c.column_span, c.text) for c in table.cells] == [
        (0, 0, 2, 1, ""),
        (0, 1, 1, 2, ""),
        (1, 1, 1, 1, ""),
        (1, 2, 1, 1, "5"),
    ]
    assert _at_place(table, 0, 0).place.confidence is None
    assert engine.crops == []


def test_boxes_are_fractions_of_the_page() -> None:
    table = _table(_at("5", 1, 2))
    read, blank = _at_place(table, 1, 2).place, _at_place(table, 0, 1).place
    assert read.page == 5
    assert read.confidence == 0.99
    assert read.box is not None
    assert blank.box is not None
    assert (read.box.x0, read.box.y0) == pytest.approx((820 / 1654, 490 / 2339))
    assert (blank.box.x0, blank.box.y1) == pytest.approx((500 / 1654, 480 / 2339))
    assert table.edges == pytest.approx([x / 1654 for x in (200, 500, 800, 1100)])


def test_a_token_over_a_rule_is_read_again_from_both_crops() -> None:
    engine = FrozenEngine(readings=[read_as("奇台县"), read_as("214.9")])
    over = _at("奇台县214.9", 1, 1.3, width=300)
    table = _table(over, engine=engine, page=_inked((1, 1), (1, 2)))
    assert _texts(table) == {(1, 1): "奇台县", (1, 2): "214.9"}
    assert len(engine.crops) == 2
    owner = _at_place(table, 1, 1)
    assert owner.place.confidence == 0.98
    assert [(r.text, r.reader) for r in owner.readings] == [("奇台县214.9", "frozen-1")]
    assert owner.place.box is not None
    assert owner.place.box.x1 <= 800 / 1654 + 1e-9  # its neighbour's pixels are not its evidence


def test_a_token_over_a_rule_that_no_crop_explains_is_not_trusted() -> None:
    engine = FrozenEngine(readings=[read_as("?", 0.2), read_as("214.9")])
    table = _table(_at("奇台县214.9", 1, 1.3, width=300), engine=engine, page=_inked((1, 1), (1, 2)))
    assert _texts(table) == {(1, 1): "奇台县214.9", (1, 2): "214.9"}
    assert _at_place(table, 1, 1).place.confidence == 0


def test_a_token_that_overhangs_a_little_stays_as_it_was_read() -> None:
    engine = FrozenEngine()
    table = _table(_at("奇台县人民政府", 1, 0.5, width=160), engine=engine, page=_inked((1, 0)))
    assert _texts(table) == {(1, 0): "奇台县人民政府"}
    assert engine.crops == []


def test_a_cell_with_ink_and_no_token_is_read_again() -> None:
    engine = FrozenEngine(readings=[read_as("7", 0.8)])
    table = _table(_at("序号", 0, 0), engine=engine, page=_inked((0, 0), (1, 0)))
    assert _texts(table) == {(0, 0): "序号", (1, 0): "7"}
    found = _at_place(table, 1, 0)
    assert (found.place.confidence, found.readings) == (0.8, ())
    assert len(engine.crops) == 1


def test_a_blank_cell_is_not_read_at_all() -> None:
    page = sheet()
    cv2.circle(page.pixels, (LEFT + 100, TOP + 40), 2, (0, 0, 0), -1)  # a speck
    assert _texts(_table(engine=FrozenEngine(), page=page)) == {}


@pytest.mark.parametrize(
    ("first", "again", "text", "confidence", "other"),
    [
        (0.7, read_as("214.9", 0.95), "214.9", 0.95, "274.9"),  # the crop is surer
        (0.7, read_as("214.9", 0.6), "274.9", 0.7, "214.9"),  # the page is
        (0.7, read_as("274.9", 0.95), "274.9", 0.95, None),  # they agree
        (0.7, read_as("", 0.0), "274.9", 0.7, None),
        (0.7, read_as("2", 0.3), "274.9", 0.7, None),  # rubbish is no second reading
    ],
)
def test_an_unsure_cell_keeps_both_readings(
    first: float, again: CropReading, text: str, confidence: float, other: str | None
) -> None:
    engine = FrozenEngine(readings=[again])
    cell = _at_place(_table(_at("274.9", 1, 2, confidence=first), engine=engine, page=_inked((1, 2))), 1, 2)
    assert (cell.text, cell.place.confidence) == (text, confidence)
    assert [r.text for r in cell.readings] == ([other] if other else [])


def test_specks_in_a_cell_give_no_text() -> None:
    engine = FrozenEngine()
    table = _table(_at("·", 0, 0, width=6, height=5), _at("一", 0, 1, confidence=0.3), engine=engine)
    assert _texts(table) == {}


def test_the_lines_of_a_cell_are_joined_and_numbered_items_begin_anew() -> None:
    page = sheet()
    cells = (_cell(0, 0, 4, 1),)
    lines = ("1.困难群众", "得到救助", "2.资金", "及时拨付")
    tokens = [_at(text, n * 0.9, 0) for n, text in enumerate(lines)]
    table = _table(*reversed(tokens), page=page, cells=cells)
    assert _texts(table) == {(0, 0): "1.困难群众得到救助\n2.资金及时拨付"}


def test_a_crop_of_several_lines_is_read_line_by_line() -> None:
    page = sheet()
    for y in (TOP + 20, TOP + 70, TOP + 120):
        cv2.rectangle(page.pixels, (LEFT + 30, y), (LEFT + 200, y + 28), (0, 0, 0), -1)
    engine = FrozenEngine(readings=[read_as("困难群众"), read_as("", 0.0), read_as("救助率", 0.7)])
    cell = _table(engine=engine, page=page, cells=(_cell(0, 0, 2, 1),)).cells[0]
    assert (cell.text, cell.place.confidence) == ("困难群众救助率", 0.7)
    assert len(engine.crops) == 3


def test_a_token_beside_the_table_goes_into_no_cell() -> None:
    assert _texts(_table(_at("见背面", 5, 5))) == {}


def test_white_space_is_cleaned_and_line_breaks_stay() -> None:
    assert clean_lines(" 1.  甲\n\n \n2.乙 ") == "1. 甲\n2.乙"


@settings(max_examples=40)
@given(
    st.lists(
        st.builds(
            lambda x, y, w, h, c: token("额", x, y, x + w, y + h, c),
            st.floats(0, 1500),
            st.floats(0, 2300),
            st.floats(0, 700),
            st.floats(0, 300),
            st.floats(0, 1),
        ),
        max_size=8,
    ),
    st.floats(-0.002, 0.002),
)
def test_any_tokens_leave_a_whole_grid_on_the_page(tokens: list[Token], slant: float) -> None:
    engine = FrozenEngine(readings=[read_as("", 0.0)] * 50)
    grid = grid_on(PAGE, LEFT, TOP, PLAIN)
    slanted = PAGE.to_page @ np.array([[1, slant, 0], [-slant, 1, 0], [0, 0, 1]])
    table = read_grid(grid, Raster(PAGE.pixels, PAGE.dpi, slanted), tokens, 1, engine)
    assert [(c.row, c.column) for c in table.cells] == [(c.row, c.column) for c in PLAIN]
    assert sum(c.text.count("额") for c in table.cells) <= len(tokens)


def test_the_box_of_a_text_is_that_of_its_ink_and_the_frame_that_of_the_cell() -> None:
    """An engine's box is half a line wider all round, over the rules of a low row."""
    page = _inked((0, 1))
    x, y = LEFT + WIDE + 30, TOP + 20
    (cell,) = [c for c in _table(token("8", x - 9, TOP - 6, x + 25, y + 52), page=page).cells if c.text]
    assert cell.place.box is not None
    width, height = page.width, page.height
    found = (cell.place.box.x0, cell.place.box.y0, cell.place.box.x1, cell.place.box.y1)
    hair = 2  # of paper
    ends = ((x - hair) / width, (y - hair) / height, (x + 15 + hair) / width, (y + 31 + hair) / height)
    assert found == pytest.approx(ends, abs=1e-4)
    left, right, bottom = LEFT + WIDE, LEFT + 2 * WIDE, TOP + HIGH
    corners = [(left, TOP), (right, TOP), (right, bottom), (left, bottom)]
    assert cell.frame is not None
    for corner, (across, down) in zip(cell.frame, corners, strict=True):
        assert corner == pytest.approx((across / width, down / height), abs=1e-4)


def test_without_ink_the_box_is_the_tokens_part_of_the_cell() -> None:
    (cell,) = [c for c in _table(token("8", LEFT + 20, TOP - 5, LEFT + 60, TOP + 50)).cells if c.text]
    assert cell.place.box is not None
    assert cell.place.box.y0 == pytest.approx(TOP / PAGE.height)
    assert cell.place.box.y1 == pytest.approx((TOP + 50) / PAGE.height)


def test_a_tables_place_and_edges_are_those_of_its_cells() -> None:
    """Its raster has a margin."""
    table = _table()
    assert table.place.box is not None
    ends = (table.place.box.x0, table.place.box.x1)
    assert ends == pytest.approx((LEFT / PAGE.width, (LEFT + 3 * WIDE) / PAGE.width))
    assert (table.edges[0], table.edges[-1]) == pytest.approx(ends)
