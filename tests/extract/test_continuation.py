import pytest

from extract.continuation import joined
from extract.sections import Annex
from tests.extract.made import annex, lines

TOP = annex("县区\t金额", "睢县\t5", caption=("分配表",))
PERFORMANCE = ("一级指标\t二级指标\t三级指标\t指标值", "产出指标\t数量指标\t水库数量\t5座")


def rows(found: Annex) -> list[str]:
    return ["".join(cell.text for cell in row) for row in found.table.rows()]


@pytest.mark.parametrize(
    ("below", "count"),
    [
        (annex("宁陵县\t6"), 1),
        (annex("县区\t金额", "宁陵县\t6"), 1),  # the header printed again
        (annex("宁陵县\t6\t备注"), 1),  # a column more, where text lost its grid
        (annex("宁陵县\t6", caption=("另一表",)), 2),  # a caption of its own
        (annex("宁陵县\t6\t1\t1\t1\t1"), 2),  # other columns
        (annex("宁陵县\t6\t备注", spans_known=True), 2),  # known columns must agree
    ],
)
def test_joined(below: Annex, count: int) -> None:
    assert len(joined([TOP, below])) == count


def test_rows_follow_each_other() -> None:
    (found,) = joined([TOP, annex("宁陵县\t6"), annex("合计\t11")])
    assert rows(found) == ["县区金额", "睢县5", "宁陵县6", "合计11"]


def test_two_performance_tables_stay_two() -> None:
    assert len(joined([annex(*PERFORMANCE), annex(*PERFORMANCE)])) == 2


def test_notes_close_a_table() -> None:
    closed = TOP.model_copy(update={"notes": lines("注：略")})
    assert len(joined([closed, annex("宁陵县\t6")])) == 2


EDGES = (0.09, 0.15, 0.25, 0.4, 0.75, 0.95)


@pytest.mark.parametrize(
    ("edges", "count"),
    [
        (EDGES, 1),
        (tuple(e + 0.03 for e in EDGES), 1),  # the sheet lay further right
        ((*EDGES[:-1], 1.0), 1),  # a streak carries the right border off
        (tuple(e + 0.08 for e in EDGES), 2),  # too far
        ((0.09, 0.2, 0.33, 0.5, 0.62, 0.92), 2),  # other columns
    ],
)
def test_columns_agree_where_the_sheet_lay_askew(edges: tuple[float, ...], count: int) -> None:
    found = [
        one.model_copy(update={"table": one.table.model_copy(update={"edges": e, "column_count": 5})})
        for one, e in (
            (annex("甲\t1\t2\t3\t4", spans_known=True), EDGES),
            (annex("乙\t1\t2\t3\t4", spans_known=True), edges),
        )
    ]
    together = joined(found)
    assert len(together) == count
    if count == 1:
        assert [cell.column for cell in together[0].table.cells if cell.row == 1] == [0, 1, 2, 3, 4]
