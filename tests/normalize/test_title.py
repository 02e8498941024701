import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.title import read_title
from schemas.dataset.codes import Action, FundLevel

A, L = Action, FundLevel


@pytest.mark.parametrize(
    ("title", "action", "fund"),
    [
        ("关于下达2021年中央财政水利发展资金的通知", A.ALLOCATE, "水利发展资金"),
        ("贵州省财政厅 贵州省水利厅关于拨付2021年水利发展资金的通知", A.DISBURSE, "水利发展资金"),
        ("关于提前下达2022年城乡义务教育补助经费预算的通知", A.ADVANCE, "城乡义务教育补助经费"),
        ("关于下达2021年省级财政农业专项资金（第二批）的通知", A.ALLOCATE, "农业专项资金"),
        (
            "关于清算2020年度并下达2021年奖补资金的通知",
            A.SETTLE,
            None,
        ),  # two funds or one: only the action counts
        ("关于收回2020年下达水利资金的通知", A.WITHDRAW, None),
        ("关于调整2021年农业生产发展资金的通知", A.ADJUST, "农业生产发展资金"),
        ("关于2023年农业资源保护资金分配的通知", A.ALLOCATE, "农业资源保护资金"),  # the verb behind the fund
        ("关于2023年水利资金安排的通知", A.ALLOCATE, "水利资金"),
        ("关于下达2022年优抚对象补助经费预算指标的通知", A.ALLOCATE, "优抚对象补助经费"),
        ("关于批复2022年部门预算的函", A.ALLOCATE, "部门"),
        ("关于印发管理办法的通知", A.OTHER, None),
        ("", A.OTHER, None),
    ],
)
def test_action_and_fund(title: str, action: Action, fund: str | None) -> None:
    found = read_title(title)
    assert found.action == action
    assert fund is None or found.fund_name == fund


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("关于下达2021年中央财政水利发展资金的通知", L.CENTRAL),
        ("关于下达2021年中央和省级财政水利发展资金的通知", L.CENTRAL),  # the one named first
        ("关于下达2021年省级水利发展资金的通知", L.PROVINCE),
        ("关于下达2021年自治区财政水利发展资金的通知", L.PROVINCE),
        ("关于下达2021年市级林业资金的通知", L.PREFECTURE),
        ("关于下达2021年自治州财政林业资金的通知", L.PREFECTURE),
        ("关于下达2021年县级配套资金的通知", L.COUNTY),
        ("关于下达2021年水利发展资金的通知", L.OTHER),
        ("关于下达2021年国家助学金的通知", L.OTHER),  # a fund's own name
        ("四川省财政厅关于下达2021年水利发展资金的通知", L.OTHER),  # the issuer's province is no level
    ],
)
def test_level(title: str, level: FundLevel) -> None:
    assert read_title(title).fund_level == level


@pytest.mark.parametrize(
    ("title", "year", "batch"),
    [
        ("关于下达2021年水利资金（第二批）的通知", 2021, "第二批"),
        ("关于下达2021年度第三批水利资金的通知", 2021, "第三批"),
        ("关于下达二〇二一年水利资金的通知", 2021, None),
        ("关于下达2020-2021年水利资金的通知", 2020, None),
        ("关于下达水利资金的通知", None, None),
    ],
)
def test_year_and_batch(title: str, year: int | None, batch: str | None) -> None:
    found = read_title(title)
    assert (found.fiscal_year, found.batch) == (year, batch)


@given(st.text() | st.text("关于下达提前2021年度第二批（中央省级）资金补助的通知"))
def test_never_raises(title: str) -> None:
    found = read_title(title)
    assert found.fund_name is None or found.fund_name
