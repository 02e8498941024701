from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.notation.errors import NotationError
from schemas.notation.numbers import is_number, parse_chinese_integer, parse_number


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1998", "1998"),
        (" 435 ", "435"),  # blanks around
        ("1,998", "1998"),
        ("19,160,400.00", "19160400.00"),  # trailing zeros stay
        ("１，９９８．５０", "1998.50"),  # full-width digits, comma and point
        ("1, 998", "1998"),  # a blank inside a group
        ("0", "0"),
        ("0.5", "0.5"),
        ("-12.5", "-12.5"),
        ("−12", "-12"),  # minus sign
        ("－12", "-12"),  # full-width hyphen
        ("–12", "-12"),  # en dash
        ("+3", "3"),
        ("0.240000152587891", "0.240000152587891"),  # float dust is what is printed
    ],
)
def test_parse_number(text: str, wanted: str) -> None:
    assert str(parse_number(text)) == wanted
    assert is_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "—",
        "/",
        "1,23",  # no group of three
        "1234,567",  # first group too long
        "0,123",  # a group can't begin with zero
        "1,,234",
        "1.234.5",  # two points
        ".5",  # a digit may be lost
        "5.",
        "1O5",  # letter O
        "O",
        "1 998",  # two cells in one
        "1998. 5",
        "007",  # a code
        "(123)",  # brackets are no minus
        "（123）",
        "1e3",
        "①",
        "10²",
        "١٢",  # other scripts' digits
        "--5",
        "—5",  # an em dash is a filler
        "5万",
        "1\n998",
    ],
)
def test_parse_number_refuses(text: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_number(text)
    assert caught.value.text == text
    assert not is_number(text)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20))
def test_any_decimal_with_commas_comes_back(value: Decimal) -> None:
    assert parse_number(f"{value:,f}") == value
    assert str(parse_number(f"{value:f}").copy_abs()) == str(value.copy_abs())


@given(st.text() | st.text(alphabet="0123456789,.，．+-−– O"))
def test_parse_number_fails_only_with_its_error(text: str) -> None:
    try:
        value = parse_number(text)
    except NotationError:
        assert not is_number(text)
    else:
        assert value.is_finite()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("十二", 12),
        ("二十", 20),
        ("一百零三", 103),
        ("一百一十二", 112),
        ("一百十二", 112),  # 一 before 十 left out
        ("二〇二〇", 2020),
        ("〇", 0),
        ("二○二零", 2020),  # a circle and 零 for 〇
        ("两万三千", 23_000),
        ("三千万", 30_000_000),
        ("一亿零五百万", 105_000_000),
        ("一千零二十万零三百", 10_200_300),
        ("叁拾万", 300_000),  # 大写
        ("壹仟贰佰叁拾肆", 1234),
    ],
)
def test_parse_chinese_integer(text: str, wanted: int) -> None:
    assert parse_chinese_integer(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12",
        "一百八",  # 180 or 108
        "三万五",  # 35 000 or 30 005
        "十十",
        "万",
        "百零",
        "一是",
        "一" * 25,  # longer than any number named
    ],
)
def test_parse_chinese_integer_refuses(text: str) -> None:
    with pytest.raises(NotationError):
        parse_chinese_integer(text)


def _spelt(value: int) -> str:
    """An independent speller for numbers under 100 000 000, by four-digit sections."""
    high, low = divmod(value, 10_000)
    if high:
        gap = "零" if 0 < low < 1000 else ""
        return f"{_spelt(high)}万{gap}{_spelt(low) if low else ''}"
    out = ""
    for worth, place in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // worth % 10
        if digit:
            out += "零一二三四五六七八九"[digit] + place
        elif out and value % worth and not out.endswith("零"):
            out += "零"
    return out


@given(st.integers(min_value=1, max_value=99_999_999))
def test_any_integer_spelt_out_comes_back(value: int) -> None:
    assert parse_chinese_integer(_spelt(value)) == value


@given(st.text() | st.text(alphabet="零〇一二两三九十百千万亿叁拾"))
def test_parse_chinese_integer_fails_only_with_its_error(text: str) -> None:
    try:
        assert parse_chinese_integer(text) >= 0
    except NotationError:
        return
