from decimal import Decimal

import pytest

from normalize.allocation.table import normalize_allocation
from normalize.performance.table import normalize_performance
from schemas.dataset.codes import FundsSource, Unit
from schemas.notice import PerformanceTable
from schemas.printed import PrintedPerformance
from tests.normalize.printing import allocation, indicator, labelled, people, performance

F = FundsSource
ROSTER = people("411400")


def normal(*printed: PrintedPerformance) -> tuple[PerformanceTable, ...]:
    rows = allocation("县区 金额", "睢县 421", "宁陵县 376")
    paid = [normalize_allocation(rows, 1, ROSTER, frozenset())]
    return normalize_performance(printed, paid, ROSTER, "水利发展资金")


FUNDS = (labelled("年度金额：", "421"), labelled("其中：中央补助", "400"), labelled("地方资金", "21"))


def test_funds_and_owner() -> None:
    (table,) = normal(
        performance(indicator("甲", "1"), titles=("绩效目标表", "（2021年度 睢县）"), funds=FUNDS)
    )
    assert table.match.name == "睢县"
    assert table.amount is not None
    assert table.amount.yuan == Decimal("4210000.00")
    assert [(fund.source, fund.amount.value) for fund in table.funds] == [(F.CENTRAL, 400), (F.LOCAL, 21)]


@pytest.mark.parametrize(
    ("label", "source"),
    [
        ("其中：中央财政资金", F.CENTRAL),
        ("其中：财政拨款", F.OTHER),
        ("省级资金", F.PROVINCE),
        ("自治区补助", F.PROVINCE),
        ("市级资金", F.PREFECTURE),
        ("州级配套", F.PREFECTURE),
        ("自治州资金", F.PREFECTURE),
        ("县级资金", F.COUNTY),
        ("地方资金", F.LOCAL),
        ("其他资金", F.OTHER),
        ("市县配套", F.LOCAL),  # which of the two isn't said
    ],
)
def test_sources(label: str, source: FundsSource) -> None:
    (table,) = normal(
        performance(indicator("甲", "1"), funds=(labelled("年度金额", "5"), labelled(label, "5")))
    )
    assert [fund.source for fund in table.funds] == (
        [source] if source != F.LOCAL or "地方" in label else [table.funds[0].source]
    )


@pytest.mark.parametrize(
    ("unit", "label", "found"),
    [
        ("资金情况（万元）", "年度金额", Unit.WAN),
        ("资金情况", "年度金额（元）", Unit.YUAN),
        ("资金情况", "年度金额", None),
        (None, "年度资金总额（万元）", Unit.WAN),
    ],
)
def test_unit(unit: str | None, label: str, found: Unit | None) -> None:
    (table,) = normal(performance(indicator("甲", "1"), funds=(labelled(label, "421"),), unit=unit))
    assert table.amount is not None
    assert (table.amount.value, table.amount.unit) == (Decimal(421), found)


def test_blank_parts_are_kept_and_a_blank_amount_is_none() -> None:
    (table,) = normal(
        performance(indicator("甲", "1"), funds=(labelled("年度金额", None), labelled("地方资金", None)))
    )
    assert table.amount is not None
    assert table.amount.value is None
    assert [fund.amount.value for fund in table.funds] == [None]


def test_info() -> None:
    info = (
        labelled("专项名称", "水利发展资金"),
        labelled("中央主管部门", "水利部"),
        labelled("省级财政部门", "省财政厅"),
        labelled("省级主管部门", "水利厅、农业厅"),
        labelled("实施期限", "2021年"),
    )
    (table,) = normal(performance(indicator("甲", "1"), info=info))
    assert table.project_name == "水利发展资金"
    assert table.competent_departments == ("水利部", "水利厅", "农业厅")
    assert table.finance_departments == ("省财政厅",)
    assert table.implementation_period == "2021年"


def test_a_label_twice_with_other_values_is_told() -> None:
    info = (
        labelled("主管部门", "水利厅"),
        labelled("主管部门", "财政厅"),
        labelled("专项名称", "甲"),
        labelled("专项名称", "甲"),
    )
    (table,) = normal(performance(indicator("甲", "1"), info=info))
    assert [piece.text for piece in table.repeated_labels] == ["主管部门"]


def test_no_tables() -> None:
    assert normal() == ()
