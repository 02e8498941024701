from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dataset.codes import Unit
from schemas.notation.errors import NotationError
from schemas.notation.money import find_money, find_units, parse_unit, round_to_fen, to_yuan

PIECES = st.lists(
    st.sampled_from([*"0123456789,.，．-~～ 万亿元百千壹拾整每人/\n", "万元", "用于", "2020年"])
).map("".join)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("万元", Unit.WAN),
        ("（万元）", Unit.WAN),
        ("单位：元", Unit.YUAN),
        ("金额单位:人民币元", Unit.YUAN),
        ("百万元", Unit.MILLION),
        ("亿 元", Unit.YI),  # a blank inside
    ],
)
def test_parse_unit(text: str, wanted: Unit) -> None:
    assert parse_unit(text) is wanted


@pytest.mark.parametrize("text", ["", "万", "元/人", "千万元", "美元", "个、万元", "1998万元"])
def test_parse_unit_refuses(text: str) -> None:
    with pytest.raises(NotationError):
        parse_unit(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("单位：万元", (Unit.WAN,)),
        ("资金情况(万元)", (Unit.WAN,)),
        ("（单位：个、万元）", (Unit.WAN,)),  # counted beside it
        ("金额单位:人民币元", (Unit.YUAN,)),
        ("金额/万元", (Unit.WAN,)),
        ("金额/元", (Unit.YUAN,)),
        ("单 位：万 元", (Unit.WAN,)),  # blanks inside
        ("金额万元", (Unit.WAN,)),  # brackets lost
        ("以元为单位", (Unit.YUAN,)),
        ("单位：元、万元", (Unit.YUAN, Unit.WAN)),  # a conflict for the caller
        ("单位：百万元", (Unit.MILLION,)),
        ("单位：千万元", ()),  # not a unit of ours: never taken for 万元
        ("补助标准（元/人）", ()),  # a rate
        ("补助标准（万元/亩）", ()),
        ("单元数", ()),
        ("金额（美元）", ()),
        ("多元化", ()),
        ("下达1998万元", ()),  # a sum declares nothing
        ("下达 1998 万元", ()),
        ("单位：人", ()),
        ("", ()),
    ],
)
def test_find_units(text: str, wanted: tuple[Unit, ...]) -> None:
    assert find_units(text) == wanted


@pytest.mark.parametrize(
    ("amount", "unit", "wanted"),
    [
        ("1998", Unit.WAN, "19980000.00"),
        ("2.5", Unit.YI, "250000000.00"),
        ("19160400.00", Unit.YUAN, "19160400.00"),
        ("0.000001", Unit.WAN, "0.01"),  # one 分
        ("-12.5", Unit.WAN, "-125000.00"),
        ("12345678901234.567890", Unit.WAN, "123456789012345678.90"),  # beyond a float
    ],
)
def test_to_yuan(amount: str, unit: Unit, wanted: str) -> None:
    assert str(to_yuan(Decimal(amount), unit)) == wanted


def test_digits_below_a_fen_are_not_lost_silently() -> None:
    dust = Decimal("0.240000152587891")
    with pytest.raises(NotationError):
        to_yuan(dust, Unit.WAN)
    assert round_to_fen(dust, Unit.WAN) == (Decimal("2400.00"), True)
    assert round_to_fen(Decimal("0.005"), Unit.YUAN) == (Decimal("0.01"), True)  # half goes up


@pytest.mark.parametrize(
    "amount", [Decimal("NaN"), Decimal("Infinity"), Decimal("1e18"), Decimal("999999999999999999.995")]
)
def test_sums_that_the_column_cannot_hold(amount: Decimal) -> None:
    with pytest.raises(NotationError):
        round_to_fen(amount, Unit.YUAN)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=6),
    st.sampled_from(Unit),
)
def test_to_yuan_is_exact_or_raises(amount: Decimal, unit: Unit) -> None:
    try:
        yuan = to_yuan(amount, unit)
    except NotationError:
        assert unit in (Unit.YUAN, Unit.THOUSAND)
    else:
        assert yuan == amount * unit.factor


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("资金1,998万元（详见附件）", [("1998", "万元", "1,998万元")]),
        ("资金 1998 万元", [("1998", "万元", "1998 万元")]),
        ("资金１，９９８万元", [("1998", "万元", "１，９９８万元")]),  # full-width
        ("资金1, 998万元", [("1998", "万元", "1, 998万元")]),  # never 998
        ("共19,160,400.00元。", [("19160400.00", "元", "19,160,400.00元")]),
        ("安排2.5亿元", [("2.5", "亿元", "2.5亿元")]),
        ("甲村150万,2、乙村20万", [("150", "万元", "150万"), ("20", "万元", "20万")]),  # without 元
        ("150万用于支出", [("150", "万元", "150万")]),
        ("人民币叁拾万元整", [("300000", "元", "叁拾万元")]),
        ("调整 -5万元", [("-5", "万元", "-5万元")]),
        ("0万元", [("0", "万元", "0万元")]),
        ("甲县435万元，乙县25万元", [("435", "万元", "435万元"), ("25", "万元", "25万元")]),
        ("覆盖150万人", []),
        ("灌溉1.5万亩", []),
        ("100美元", []),
        ("补助资金 万元", []),  # amount left blank
        ("10-20万元", []),  # a range
        ("10至20万元", []),
        ("增加至20万元", [("20", "万元", "20万元")]),  # no range
        ("甲县-5万元", []),  # a sign or a dash
        ("1,23万元", []),  # never 23
        ("1.2.3万元", []),
        ("壹仟元伍角", []),  # the 角 would be lost
        ("3万余元", []),  # about
    ],
)
def test_find_money(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(str(m.amount), m.unit.value, m.printed) for m in find_money(text)] == wanted


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("每人每月500元", [True]),
        ("每人每月不低于500元", [True]),
        ("500元/人·月", [True]),
        ("500元／人", [True]),  # full-width slash
        ("人均500元", [True]),
        ("每人500元，共计100万元", [True, False]),  # a comma ends it
        ("每人每月500元共100万元", [True, False]),
        ("下达500元", [False]),
    ],
)
def test_rates_are_marked(text: str, rates: list[bool]) -> None:
    assert [mention.is_rate for mention in find_money(text)] == rates


def test_sums_without_yuan_are_marked() -> None:
    assert [mention.abbreviated for mention in find_money("甲村150万，乙村20万元")] == [True, False]


@given(st.text() | PIECES)
def test_mentions_stand_where_they_say(text: str) -> None:
    end = 0
    for mention in find_money(text):
        assert text[mention.start : mention.end] == mention.printed
        assert mention.start >= end
        end = mention.end


@given(st.text() | PIECES)
def test_units_fail_only_with_their_error(text: str) -> None:
    assert all(isinstance(unit, Unit) for unit in find_units(text))
    try:
        assert find_units(text) == (parse_unit(text),)
    except NotationError:
        return


@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(Unit))
def test_any_sum_with_commas_is_found(amount: int, unit: Unit) -> None:
    (mention,) = find_money(f"下达资金{amount:,}{unit}。")
    assert (mention.amount, mention.unit) == (amount, unit)


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1 ,", "1, ", "1.", "1,,", "每", "壹", "1 ", "-1", "万", "每1元"]
)
def test_long_texts_come_to_an_end(piece: str) -> None:
    find_money(piece * 60_000)
    find_units(piece * 60_000)
