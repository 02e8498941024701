import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.allocation import int_or, read_allocation
from schemas.printed import PrintedAllocation
from tests.extract.made import annex

CELLS = st.sampled_from(
    [
        "",
        "睢县",
        "合计",
        "5",
        "1,234.5",
        "-",
        "序号",
        "金额",
        "单位：万元",
        "2021",
        "注：略",
        "黔财农〔2021〕3号",
        "县区",
        "小计",
    ]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5).map("\t".join), min_size=1, max_size=8)


def rows(found: PrintedAllocation | None) -> list[list[str | None]]:
    assert found is not None
    return [[cell.text if cell else None for cell in row.cells] for row in found.rows]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (["县区\t金额", "睢县\t5", "合计\t5"], [["睢县", "5"], ["合计", "5"]]),
        (
            ["县区\t金额", "睢县\t5", "县区\t金额", "合计\t5"],
            [["睢县", "5"], ["合计", "5"]],
        ),  # header after a page end
        (["县区\t金额", "1\t2", "睢县\t5"], [["1", "2"], ["睢县", "5"]]),  # two numbers may be a row
        (
            ["县区\t中央\t省级\t合计", "1\t2\t3\t4", "睢县\t1\t2\t3"],
            [["睢县", "1", "2", "3"]],
        ),  # column numbers
        (["县区\t2020年\t2021年", "睢县\t5\t6"], [["睢县", "5", "6"]]),
        (["县区\t项目\t2020\t2021", "睢县\t水库\t5\t6"], [["睢县", "水库", "5", "6"]]),  # years are labels
        (["县区\t金额", "睢县\t5", "注：不含省直管县"], [["睢县", "5"]]),  # a note inside the grid
        (["县区\t金额", "睢县\t5", "宁陵县\t"], [["睢县", "5"], ["宁陵县", None]]),  # a blank figure
        (["资金分配表", "单位：万元", "县区\t金额", "睢县\t5"], [["睢县", "5"]]),  # titles inside the grid
        (
            ["县区\t金额\t县区\t金额", "睢县\t5\t虞城县\t6", "宁陵县\t7\t\t"],
            [["睢县", "5"], ["宁陵县", "7"], ["虞城县", "6"]],
        ),
    ],
)
def test_rows(printed: list[str], expected: list[list[str | None]]) -> None:
    assert rows(read_allocation(annex(*printed))) == expected


def test_titles_and_unit_inside_the_grid_join_the_caption() -> None:
    found = read_allocation(annex("资金分配表", "单位：万元", "县区\t金额", "睢县\t5", caption=("附件3",)))
    assert found is not None
    assert found.caption.attachment == 3
    assert found.caption.text == "资金分配表"
    assert found.caption.unit is not None
    assert found.caption.unit.text == "单位：万元"


def test_numbers_that_the_header_cites() -> None:
    found = read_allocation(annex("县区\t金额", "文号\t黔财农〔2021〕3号", "睢县\t5", "合计\t5"))
    assert found is not None
    assert [piece.text for piece in found.header_texts] == ["黔财农〔2021〕3号"]
    assert [row[0] for row in rows(found)] == ["睢县", "合计"]


@pytest.mark.parametrize("printed", [["甲\t乙", "丙\t丁"], ["5\t6", "7\t8"], ["联系人\t电话"]])
def test_no_allocation(printed: list[str]) -> None:
    assert read_allocation(annex(*printed)) is None


@pytest.mark.parametrize(("text", "number"), [("3", 3), ("０", 0), ("三", 0), ("", 0)])
def test_int_or(text: str, number: int) -> None:
    assert int_or(text) == number


@given(ROWS)
def test_never_raises_and_prints_only_what_stands_there(printed: list[str]) -> None:
    found = read_allocation(annex(*printed))
    there = {cell for row in printed for cell in row.split("\t")}
    for row in found.rows if found else ():
        assert len(row.cells) == len(found.columns) if found else True
        assert all(cell is None or cell.text in there for cell in row.cells)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_arbitrary_cells(printed: list[str]) -> None:
    read_allocation(annex(*printed))
