import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.performance import is_performance, read_performance
from schemas.printed import LabelledValue, PrintedPerformance
from tests.extract.made import annex, table

GRID = ["绩效指标\t一级指标\t二级指标\t三级指标\t指标值", "\t产出指标\t数量指标\t水库数量\t≥5座"]
CELLS = st.sampled_from(
    [
        "",
        "资金情况（万元）",
        "年度金额：",
        "其中：中央补助",
        "5",
        "总体目标",
        "1.甲。2.乙。",
        "一级指标",
        "指标值",
        "产出指标",
        "甲",
    ]
)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=5).map("\t".join), max_size=8)


def pairs(found: tuple[LabelledValue, ...]) -> list[tuple[str, str | None]]:
    return [(pair.label.text, pair.value.text if pair.value else None) for pair in found]


def performance(*above: str) -> PrintedPerformance:
    return read_performance(annex(*above, *GRID, caption=("附件2", "绩效目标表", "（2021年度）")))


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        (GRID, True),
        (["一级指标\t二级指标\t指标值", "产出\t数量\t5"], True),
        (["县区\t金额", "睢县\t5"], False),
        (["县区\t下达指标", "睢县\t5"], False),
        (["绩效指标\t指标值", "产出指标\t5"], False),  # one label is too few
    ],
)
def test_is_performance(rows: list[str], is_one: bool) -> None:
    assert is_performance(table(*rows)) is is_one


@pytest.mark.parametrize(
    ("above", "funds", "unit"),
    [
        (
            ["资金情况（万元）\t年度金额：\t421", "\t其中：中央补助\t400", "\t地方资金\t21"],
            [("年度金额：", "421"), ("其中：中央补助", "400"), ("地方资金", "21")],
            "资金情况（万元）",
        ),
        (
            ["资金情况\t年度资金总额：\t421", "\t其中：财政拨款\t"],
            [("年度资金总额：", "421"), ("其中：财政拨款", None)],
            None,
        ),
        (
            ["年度金额（万元）\t421\t其中：中央补助\t421"],
            [("年度金额（万元）", "421"), ("其中：中央补助", "421")],
            None,
        ),  # one row
        ([], [], None),
    ],
)
def test_funds(above: list[str], funds: list[tuple[str, str | None]], unit: str | None) -> None:
    found = performance(*above)
    assert pairs(found.funds) == funds
    assert (found.unit.text if found.unit else None) == unit


def test_info_goals_and_grid() -> None:
    found = performance(
        "专项名称\t水利发展资金",
        "中央主管部门\t水利部\t省级财政部门\t财政厅",
        "资金情况（万元）\t年度金额：\t421",
        "总体目标\t1.保障用水。2.提高效益。",
    )
    assert pairs(found.info) == [
        ("专项名称", "水利发展资金"),
        ("中央主管部门", "水利部"),
        ("省级财政部门", "财政厅"),
    ]
    assert [goal.text for goal in found.goals] == ["保障用水。", "提高效益。"]
    assert [row.name.text for row in found.indicators if row.name] == ["水库数量"]
    assert found.caption.attachment == 2


@given(ROWS)
def test_never_raises(above: list[str]) -> None:
    performance(*above)


@given(st.lists(st.text(max_size=10), max_size=5))
def test_arbitrary_cells(above: list[str]) -> None:
    performance(*above)
