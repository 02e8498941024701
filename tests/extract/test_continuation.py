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
