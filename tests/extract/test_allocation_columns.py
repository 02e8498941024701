import pytest

from extract.allocation_columns import ColumnPlan, plan_columns
from extract.grid import matrix
from schemas.document import Cell, Table
from schemas.printed import ColumnKind
from tests.extract.made import table

S, N, V, T = ColumnKind.SERIAL, ColumnKind.NAME, ColumnKind.VALUE, ColumnKind.TEXT


def plan(header: list[str], data: list[str]) -> ColumnPlan | None:
    rows = matrix(table(*header, *data))
    return plan_columns(rows[: len(header)], rows[len(header) :], spans_known=False)


@pytest.mark.parametrize(
    ("header", "data", "kinds"),
    [
        (["县区\t金额"], ["睢县\t5"], [N, V]),
        (["序号\t县区\t金额\t备注"], ["1\t睢县\t5\t直管"], [S, N, V, T]),
        (["编号\t单位\t项目名称\t资金"], ["1\t睢县\t水库\t5"], [S, N, T, V]),  # a project is no recipient
        # only projects: their names, not where or by whom they are carried out
        (["项目名称\t建设地点\t责任单位\t资金"], ["水库\t睢县\t水利局\t5"], [N, T, T, V]),
        (["县区\t金额\t经济分类科目"], ["睢县\t5\t51301"], [N, V, T]),  # a code is no figure
        (["县区\t人数\t标准\t金额"], ["睢县\t5\t10\t50"], [N, V, V, V]),
        (["地区\t金额"], ["睢县\t5", "宁陵县\t-", "虞城县\t6"], [N, V]),  # a dash among figures
        (["\t\t"], ["1\t睢县\t5", "2\t宁陵县\t6", "3\t虞城县\t6"], [S, N, V]),  # no header: numbers count up
        (["市\t县\t金额"], ["商丘市\t睢县\t5", "\t宁陵县\t6"], [N, N, V]),
        (["县区\t资金"], ["睢县\t", "宁陵县\t"], [N, V]),  # no figure yet; the label says money
    ],
)
def test_kinds(header: list[str], data: list[str], kinds: list[ColumnKind]) -> None:
    found = plan(header, data)
    assert found is not None
    assert [column.kind for column in found.columns] == kinds


@pytest.mark.parametrize("data", [["睢县\t直管"], ["5\t6"], []])
def test_no_table_without_a_name_and_a_figure(data: list[str]) -> None:
    assert plan(["县区\t备注"], data) is None


@pytest.mark.parametrize(
    ("header", "paths"),
    [
        (
            ["县区\t合计\t高中\t", "\t\t中央\t省级"],
            [("县区",), ("合计",), ("高中", "中央"), ("高中", "省级")],
        ),  # merge lost
        (
            ["县区\t下达资金\t\t合计", "\t中央\t省级\t"],
            [("县区",), ("下达资金", "中央"), ("下达资金", "省级"), ("合计",)],
        ),
        (
            ["县区\t黔财农〔2021〕3号\t金额\t金额"],
            [(), (), (), ()],
        ),  # a row that cites numbers labels nothing
    ],
)
def test_paths_of_lost_merged_cells(header: list[str], paths: list[tuple[str, ...]]) -> None:
    found = plan(header, ["睢县\t3\t1\t2", "宁陵县\t3\t1\t2"])
    assert found is not None
    assert [column.path for column in found.columns] == paths


def test_paths_of_known_merged_cells() -> None:
    cells = (
        Cell(text="县区", row=0, column=0, row_span=2),
        Cell(text="资金", row=0, column=1, column_span=2),
        Cell(text="中央", row=1, column=1),
        Cell(text="省级", row=1, column=2),
        Cell(text="睢县", row=2, column=0),
        Cell(text="5", row=2, column=1),
        Cell(text="6", row=2, column=2),
    )
    rows = matrix(Table(cells=cells, row_count=3, column_count=3, spans_known=True))
    found = plan_columns(rows[:2], rows[2:], spans_known=True)
    assert found is not None
    assert [column.path for column in found.columns] == [("县区",), ("资金", "中央"), ("资金", "省级")]


@pytest.mark.parametrize(
    ("header", "data", "groups"),
    [
        (["县区\t金额\t县区\t金额"], ["睢县\t5\t虞城县\t6"], [(0, 1), (2, 3)]),
        (["序号\t县区\t金额\t序号\t县区\t金额"], ["1\t睢县\t5\t2\t虞城县\t6"], [(0, 1, 2), (3, 4, 5)]),
        (["县区\t金额\t县区\t金额\t备注"], ["睢县\t5\t虞城县\t6\t无"], [(0, 1), (2, 3)]),  # one note for all
        (["市\t县\t金额"], ["商丘市\t睢县\t5"], [(0, 1, 2)]),  # two name columns, no groups
    ],
)
def test_groups_side_by_side(header: list[str], data: list[str], groups: list[tuple[int, ...]]) -> None:
    found = plan(header, data)
    assert found is not None
    assert list(found.groups) == groups
