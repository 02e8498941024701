from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.allocation.columns import Figures, measure_of, rate_unit_of, unit_of, with_roles
from schemas.dataset.codes import ColumnRole, Measure, Unit
from schemas.notice import AllocationColumn
from tests.normalize.printing import wan

M = Measure
LABELS = [
    "合计",
    "提前下达",
    "本次下达",
    "中央资金",
    "省级资金",
    "项目总投资",
    "原下达",
    "调整数",
    "调整后",
    "总额",
    "人数",
    "小计",
]


@pytest.mark.parametrize(
    ("path", "measure"),
    [
        (("金额",), M.AMOUNT),
        (("补助人数",), M.COUNT),
        (("高中", "人数"), M.COUNT),
        (("受灾面积（万亩）",), M.COUNT),
        (("项目个数",), M.COUNT),
        (("任务数",), M.COUNT),
        (("调整数",), M.AMOUNT),  # 数 of money
        (("应补数",), M.AMOUNT),
        (("预算数",), M.AMOUNT),
        (("清算数",), M.AMOUNT),
        (("指标数",), M.AMOUNT),
        (("补贴系统数",), M.AMOUNT),
        (("补贴户数",), M.COUNT),
        (("投资规模",), M.AMOUNT),
        (("建设规模",), M.COUNT),
        (("补助标准",), M.STANDARD),
        (("补助标准（元/人）",), M.STANDARD),
        (("单价",), M.STANDARD),
        (("分担比例",), M.RATE),
        (("完成率",), M.RATE),
        (("下达资金", "高中"), M.AMOUNT),  # a label of neither kind
        ((), M.AMOUNT),
        (("人数", "补助资金"), M.AMOUNT),  # the lowest label that says so
    ],
)
def test_measure(path: tuple[str, ...], measure: Measure) -> None:
    assert measure_of(path) == measure


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        (("资金（元）",), Unit.YUAN),
        (("资金", "中央（亿元）"), Unit.YI),  # the lower label
        (("资金（元）", "中央"), Unit.YUAN),
        (("资金",), Unit.WAN),  # the table's
        (("标准（元/人）",), Unit.WAN),  # so much for each is no unit of sums
    ],
)
def test_unit(path: tuple[str, ...], unit: Unit) -> None:
    assert unit_of(path, Unit.WAN) == unit


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        (("补助标准（元/人）",), Unit.YUAN),
        (("标准", "万元/公里"), Unit.WAN),
        (("标准（元每人）",), Unit.YUAN),
        (("补助标准",), None),
    ],
)
def test_rate_unit(path: tuple[str, ...], unit: Unit | None) -> None:
    assert rate_unit_of(path) == unit


def columns(*labels: str) -> list[AllocationColumn]:
    return [
        AllocationColumn(
            number=n,
            printed=label,
            role=ColumnRole.OTHER,
            measure=measure_of(label.split(" / ")),
            unit=Unit.WAN,
        )
        for n, label in enumerate(labels, start=1)
    ]


def figures(*rows: str) -> list[Figures]:
    """The rows' figures between blanks, the last row the total; `.` for a blank cell."""
    table = [[None if text == "." else Decimal(text) for text in row.split()] for row in rows]
    return [Figures(values=tuple(values), total=values[-1]) for values in zip(*table, strict=True)]


@pytest.mark.parametrize(
    ("labels", "rows", "sent", "roles"),
    [
        (["金额"], ["5", "5"], [], "main"),
        (["项目总投资"], ["5", "5"], [], "main"),  # the only money there is
        (
            ["高中", "初中", "小学", "资金金额"],
            ["1 2 4 7"],
            [],
            "part part part main",
        ),  # in one row, of three
        (["高中", "初中", "资金金额"], ["1 2 3"], [], "main main main"),  # of two it may be chance
        (  # the sum of one group, and a fund beside it: both are sent
            ["下达资金 / 小计", "下达资金 / 中央", "下达资金 / 省级", "彩票公益金"],
            ["3 1 2 4", "3 1 2 4"],
            [],
            "main part part main",
        ),
        (  # each group's sum is what its label says
            ["提前下达 / 小计", "提前下达 / 中央", "本次下达 / 小计", "本次下达 / 中央"],
            ["3 1 4 2", "3 1 4 2"],
            [],
            "earlier earlier main part",
        ),
        (["项目总投资", "补助金额"], ["9 5", "9 5"], [], "other main"),
        (["申报资金", "核定下达"], ["9 5", "9 5"], [], "other main"),
        (["提前下达", "本次下达", "合计"], ["1 2 3", "1 2 3"], [], "earlier main sum"),
        (
            ["提前下达", "本次下达", "合计"],
            ["1 2 3", "1 2 3"],
            ["2"],
            "earlier main sum",
        ),  # the text names it
        (["提前下达", "本次下达", "合计"], ["1 2 3", "1 2 3"], ["3"], "part part main"),  # the text sends all
        (
            ["合计", "已下达", "此次下达"],
            ["3 1 2", "3 1 2"],
            ["2", "3"],
            "sum earlier main",
        ),  # the text names both
        (["原下达", "调整数", "调整后"], ["5 -1 4", "5 -1 4"], [], "earlier main sum"),
        (["中央资金", "省级资金", "合计"], ["1 2 3", "1 2 3"], [], "part part main"),
        (
            ["总资金", "中央", "省级"],
            ["3 1 2", "6 2 4"],
            [],
            "main part part",
        ),  # no word for it: the figures say so
        (["水利资金", "林业资金"], ["1 2", "1 2"], [], "main main"),  # two funds side by side
        (["人数", "标准", "金额"], ["2 3 6", "2 3 6"], [], "other other main"),
        (["人数", "提前下达资金", "本次下达资金"], ["2 3 6", "2 3 6"], [], "other earlier main"),
    ],
)
def test_roles(labels: list[str], rows: list[str], sent: list[str], roles: str) -> None:
    found = with_roles(columns(*labels), figures(*rows), frozenset(map(wan, sent)))
    assert " ".join(column.role.value for column in found) == roles


FIGURE = st.none() | st.decimals(-99, 99, places=1)


@given(st.data(), st.lists(st.sampled_from(LABELS), min_size=1, max_size=6))
def test_every_table_of_money_has_a_main_or_an_earlier_column(data: st.DataObject, labels: list[str]) -> None:
    rows = [
        Figures(values=tuple(data.draw(st.lists(FIGURE, min_size=3, max_size=3))), total=data.draw(FIGURE))
        for _ in labels
    ]
    made = columns(*labels)
    found = with_roles(made, rows, frozenset(data.draw(st.lists(st.just(wan("3")), max_size=1))))
    money = [column for column in found if column.measure == Measure.AMOUNT]
    assert all(column.role == ColumnRole.OTHER for column in found if column.measure != Measure.AMOUNT)
    assert not money or {column.role for column in money} & {ColumnRole.MAIN, ColumnRole.EARLIER}
