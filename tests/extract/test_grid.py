import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.grid import distinct, is_figure, matrix
from schemas.document import Cell, Table
from tests.extract.made import table


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "421",
        "1,234.5",
        "-20",
        "－20",
        "１２",
        "35.2万元",
        "95%",
        "3人",
        "12公里",
        "10(其中,灾情因素6万元)",
        "0.240000152587891",
        " 5 ",
    ],
)
def test_figures(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "—",
        "睢县",
        "第3批",
        "财农〔2021〕3号",
        "2021年中央资金",
        "≥95%",
        "1.睢县",
        "8师",
        "第1批",
        "合计5",
    ],
)
def test_no_figures(text: str) -> None:
    assert not is_figure(text)


def test_a_merged_cell_stands_at_each_place_it_covers() -> None:
    cells = (
        Cell(text="高中", row=0, column=1, column_span=2),
        Cell(text="地区", row=0, column=0, row_span=2),
        Cell(text="5", row=1, column=2),
    )
    rows = matrix(Table(cells=cells, row_count=2, column_count=3, spans_known=True))
    assert [[c.text if c else None for c in row] for row in rows] == [
        ["地区", "高中", "高中"],
        ["地区", None, "5"],
    ]
    assert [c.text for c in distinct(rows[0])] == ["地区", "高中"]


def test_spans_beyond_the_edge_are_cut() -> None:
    cells = (Cell(text="甲", row=0, column=0, row_span=9, column_span=9),)
    assert len(matrix(Table(cells=cells, row_count=1, column_count=2, spans_known=True))[0]) == 2


def test_equal_texts_side_by_side_are_two_cells() -> None:
    assert len(distinct(matrix(table("5\t5"))[0])) == 2


@given(st.text())
def test_never_raises(text: str) -> None:
    assert is_figure(text) in (True, False)


@given(st.lists(st.text("甲乙1\t ", max_size=9), min_size=1, max_size=5))
def test_the_matrix_holds_every_cell(rows: list[str]) -> None:
    grid = table(*rows)
    found = {id(cell) for row in matrix(grid) for cell in row if cell}
    assert found == {id(cell) for cell in grid.cells if cell.text.strip()}
