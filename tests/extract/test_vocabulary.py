import pytest

from extract import vocabulary as v


@pytest.mark.parametrize(
    "text",
    ["一级指标", "三级指标", "指标值", "年度指标值", "绩效指标值", "指标值（单位）", "目标值", "指标名称"],
)
def test_labels_of_the_grid(text: str) -> None:
    assert v.is_performance_label(text)


@pytest.mark.parametrize("text", ["产出指标", "金额", "绩效目标", "数量指标", "指标", "下达指标"])
def test_other_labels(text: str) -> None:
    assert not v.is_performance_label(text)


@pytest.mark.parametrize(
    "text", ["资金情况（万元）", "项目资金", "资金情况", "预算情况(万元)", "项目资金(万元)"]
)
def test_funds_label(text: str) -> None:
    assert v.FUNDS_LABEL.match(text)


@pytest.mark.parametrize(
    "text", ["年度金额：", "年度资金总额", "全年预算数", "总金额", "年度资金总额:", "实施期资金总额"]
)
def test_annual_amount(text: str) -> None:
    assert v.ANNUAL_AMOUNT.match(text)


@pytest.mark.parametrize(
    "text", ["年度总体目标", "年度目标", "总体目标", "绩效目标", "年度绩效目标", "2021年度目标"]
)
def test_goals_label(text: str) -> None:
    assert v.GOALS_LABEL.match(text)


def test_squeezed() -> None:
    assert v.squeezed(" 指 标\n值\u3000") == "指标值"
