from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dataset.codes import Operator, TargetKind
from schemas.notation.errors import NotationError
from schemas.notation.targets import Target, parse_target

PIECES = st.lists(
    st.sampled_from(
        [*'≥≤><=≧0123456789.,，%‰ 人户元日月年内前Oo-~“”"$', "不低于", "以上", "不超过", "30日内", "\\geq "]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "canonical", "operator", "value", "unit"),
    [
        ("≥95%", "≥95%", "ge", "95", "%"),
        ("95%", "95%", None, "95", "%"),
        ("95 ％", "95%", None, "95", "%"),  # width and blank
        ("＞=90％", "≥90%", "ge", "90", "%"),  # two characters
        ("≧90%", "≥90%", "ge", "90", "%"),
        ('"≥ 90%"', "≥90%", "ge", "90", "%"),  # quotes left by another engine
        (r"$\geq 95\%$", "≥95%", "ge", "95", "%"),  # TeX left by another engine
        ("不低于90%", "不低于90%", "ge", "90", "%"),  # the words stay
        ("大于等于 90 %", "大于等于90%", "ge", "90", "%"),
        ("90%以上", "90%以上", "ge", "90", "%"),
        ("90%及以上", "90%及以上", "ge", "90", "%"),
        ("达到90%以上", "达到90%以上", "ge", "90", "%"),
        ("达到90%", "达到90%", None, "90", "%"),  # no bound printed
        ("控制在5%以内", "控制在5%以内", "le", "5", "%"),
        ("不超过30%", "不超过30%", "le", "30", "%"),
        ("超过30%", "超过30%", "gt", "30", "%"),
        ("≤4.5%", "≤4.5%", "le", "4.5", "%"),
        ("<3‰", "<3‰", "lt", "3", "‰"),
        ("=100%", "=100%", "eq", "100", "%"),
        ("100%完成", "100%完成", None, "100", "%"),
        ("参保率≥95%", "参保率≥95%", "ge", "95", "%"),  # a label before the sign
        ("100人", "100人", None, "100", "人"),
        ("≥1,287", "≥1,287", "ge", "1287", None),
        ("≥1，287人", "≥1,287人", "ge", "1287", "人"),  # a full-width comma in a group
        ("1500", "1500", None, "1500", None),
        ("1500.50", "1500.50", None, "1500.50", None),  # no date
        ("12.5万亩", "12.5万亩", None, "12.5", "万亩"),
        ("≥38.6", "≥38.6", "ge", "38.6", None),
        ("500元/人·月", "500元/人·月", None, "500", "元/人·月"),
        ("≥10km", "≥10km", "ge", "10", "km"),
        ("≤30日", "≤30日", "le", "30", "日"),  # a number of days, no limit
        ("30个工作日", "30个工作日", None, "30", "个工作日"),
        ("0", "0", None, "0", None),  # zero is zero
        ("0起", "0起", None, "0", "起"),
        ("≥95%；", "≥95%", "ge", "95", "%"),  # a closing mark
    ],
)
def test_numeric(text: str, canonical: str, operator: str | None, value: str, unit: str | None) -> None:
    assert parse_target(text) == Target(
        kind=TargetKind.NUMERIC,
        canonical=canonical,
        operator=Operator(operator) if operator else None,
        value=Decimal(value),
        unit=unit,
    )
    assert str(parse_target(text).value) == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("收到补助资金后30日内", "30", "日"),
        ("收到资金后三十日内", "30", "日"),
        ("30个工作日以内", "30", "个工作日"),
        ("一个月内下达", "1", "个月"),
        ("1.5年内", "1.5", "年"),
        ("6月30日前", None, None),
        ("2020年12月31日前", None, None),
        ("12月底前", None, None),
        ("2020年底前完成", None, None),
        ("2020年12月31日", None, None),
        ("2020-12-31", None, None),
        ("2020年", None, None),
        ("2020年度", None, None),
        ("2020年12月", None, None),
        ("年底", None, None),
    ],
)
def test_deadline(text: str, value: str | None, unit: str | None) -> None:
    assert parse_target(text) == Target(
        kind=TargetKind.DEADLINE,
        canonical=text,
        deadline=text,
        value=Decimal(value) if value else None,
        unit=unit,
    )


@pytest.mark.parametrize(
    "text",
    [
        "应保尽保",
        "不低于上年",
        "适度提高",
        "不低于上年末",
        "提前完成",
        "80%-90%",  # a range
        "80~90%",
        "约100人",  # about
        "100人左右",
        "100多人",
        "1:3",
        "1、完成任务",  # a list
        "“一站式”服务",
        "年底前达到95%",  # limit and number
        "无",
    ],
)
def test_qualitative(text: str) -> None:
    assert parse_target(text) == Target(kind=TargetKind.QUALITATIVE, canonical=text)


@pytest.mark.parametrize(
    ("text", "canonical", "value"),
    [
        ("≥9 5%", "≥95%", "95"),  # a blank between digits
        ("≥9 .5%", "≥9.5%", "9.5"),
        ("-95%", "-95%", "-95"),  # a dash where ≥ was
        ("9O%", "9O%", None),  # a letter
        ("95%o", "95%o", None),  # ‰ torn apart
        ("≥1,28", "≥1,28", None),  # a group of two
        ("1.2.3", "1.2.3", None),
        ("≥≥95%", "≥≥95%", None),
        ("≤95%以上", "≤95%以上", None),  # contradicts itself
        ("0095%", "0095%", None),
    ],
)
def test_doubtful(text: str, canonical: str, value: str | None) -> None:
    target = parse_target(text)
    assert (target.canonical, target.value, target.doubtful) == (
        canonical,
        Decimal(value) if value else None,
        True,
    )


@pytest.mark.parametrize("text", ["", " ", "-", "—", "/", "、", "。"])
def test_nothing_printed(text: str) -> None:
    with pytest.raises(NotationError):
        parse_target(text)


@given(
    st.sampled_from(["", "≥", "≤", ">", "<", "="]),
    st.decimals(min_value=0, max_value=10**9, places=2, allow_nan=False),
    st.sampled_from(["", "%", "‰", "人", "万元", "公里"]),
)
def test_any_bounded_number_comes_back(sign: str, value: Decimal, unit: str) -> None:
    target = parse_target(f"{sign}{value:,f}{unit}")
    assert (target.kind, target.value, target.unit or "") == (TargetKind.NUMERIC, value, unit)
    assert (target.operator.label_zh if target.operator else "") == sign
    assert not target.doubtful


@given(st.text() | PIECES)
def test_fails_only_with_its_error_and_is_stable(text: str) -> None:
    try:
        target = parse_target(text)
    except NotationError:
        return
    assert target.canonical
    assert (target.kind is TargetKind.NUMERIC) <= (target.value is not None)
    assert (target.deadline is None) == (target.kind is not TargetKind.DEADLINE)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "人", "30日内", "≥", " ", '"', "一", "1年", "1%", "前", "以上", "1O"]
)
def test_long_texts_come_to_an_end(piece: str) -> None:
    parse_target("≥" + piece * 60_000)
    parse_target(piece * 60_000 + "x")
