from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dataset.decimals import fits, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+3", "1000"),  # no exponent
        ("2.50", "2.5"),  # no trailing zeros
        ("2.00", "2"),  # nor the point
        ("1000", "1000"),  # zeros before the point stay
        ("-0.00", "0"),  # zero has no sign
        ("-0.50", "-0.5"),
        ("0.240000152587891", "0.240000152587891"),  # float dust is printed, so it is kept
        ("1E-15", "0.000000000000001"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**22), max_value=10**22, places=15))
def test_plain_loses_nothing(value: Decimal) -> None:
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)


@pytest.mark.parametrize(
    ("value", "fitting"),
    [
        ("999999999999999999.99", True),  # the largest
        ("1000000000000000000", False),  # one digit more
        ("1E+18", False),  # the same with an exponent
        ("0.010", True),  # a zero at the end is no digit
        ("0.001", False),
        ("Infinity", False),
        ("NaN", False),
    ],
)
def test_fits_in_yuan(value: str, fitting: bool) -> None:
    assert fits(Decimal(value), 20, 2) is fitting
