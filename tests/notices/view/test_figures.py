from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.view.figures import BLANK, fraction, grouped, in_yuan, money, share


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1234567.50", "1,234,567.5"),  # every digit, no trailing zero
        ("0.240000152587891", "0.240000152587891"),  # dust stays visible
        ("-1234", "-1,234"),
        ("1E+3", "1,000"),
        ("-0", "0"),
    ],
)
def test_grouped(value: str, shown: str) -> None:
    assert grouped(Decimal(value)) == shown


@given(st.decimals(-(10**20), 10**20, places=15))
def test_grouped_loses_nothing(value: Decimal) -> None:
    assert Decimal(grouped(value).replace(",", "")) == value


@pytest.mark.parametrize(
    ("yuan", "zh", "en"),
    [
        ("19980000", ("1,998", "万元"), ("19.98", "million yuan")),
        ("123456789012", ("1,234.57", "亿元"), ("123.46", "billion yuan")),
        ("-25000", ("-2.5", "万元"), ("-25,000", "yuan")),  # the unit goes by size, not by sign
        ("9999.99", ("9,999.99", "元"), ("9,999.99", "yuan")),
        ("0", ("0", "元"), ("0", "yuan")),
    ],
)
def test_money_in_the_largest_unit_it_fills(yuan: str, zh: tuple[str, str], en: tuple[str, str]) -> None:
    assert money(Decimal(yuan), "zh") == zh
    assert money(Decimal(yuan), "en") == en


def test_unknown_money_is_a_dash() -> None:
    assert money(None, "zh") == (BLANK, "")
    assert grouped(None) == BLANK
    assert in_yuan(Decimal("12345.60")) == "12,345.6 元"


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        ("1", "3", "0.3333"),
        ("0.00", "2.00", "0"),  # no trace of how the sum was written
        ("0", "0", "0"),
    ],
)
def test_fraction(part: str, whole: str, shown: str) -> None:
    assert fraction(Decimal(part), Decimal(whole)) == shown


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        ("742", "1000", "74.2%"),
        ("1000", "1000", "100%"),
        ("999.99", "1000", "99.9%"),  # not all, so never 100%
        ("0.01", "1000", "0.1%"),  # not nothing, so never 0%
        ("0", "1000", "0%"),
        ("0", "0", BLANK),
    ],
)
def test_share(part: str, whole: str, shown: str) -> None:
    assert share(Decimal(part), Decimal(whole)) == shown
