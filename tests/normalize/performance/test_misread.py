import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.misread import UNREAD, distance

TEXTS = st.text("0123456789≥≤>%.不低于上年", max_size=8)


@pytest.mark.parametrize(
    ("read", "meant", "digits", "rest"),
    [
        ("≥95%", "≥95%", 0, 0),
        ("295%", "≥95%", 0, 0.4),  # the sign as a digit
        (">95%", "≥95%", 0, 0.4),  # its bar is lost
        ("2954", "≥95%", 0, 0.8),  # and % as a digit
        ("≥95", "≥95%", 0, 0.8),  # % is lost
        ("≥9.5%", "≥95%", 0, 0.2),  # a speck
        (f"{UNREAD}95%", "≥95%", 0, 0.4),  # ink before the number that was not read
        ("95%", "≥95%", 2, 0),  # nothing stands where the sign should: it may not have been printed
        ("≥85%", "≥95%", 1, 0),
        ("≥953%", "≥95%", 1, 0),
        ("不低户上年", "不低于上年", 0, 0.8),
    ],
)
def test_distance(read: str, meant: str, digits: int, rest: float) -> None:
    found = distance(read, meant)
    assert (found.digits, found.rest) == (digits, pytest.approx(rest))


@given(TEXTS)
def test_a_text_is_itself(text: str) -> None:
    assert distance(text, text).digits == distance(text, text).rest == 0


@given(TEXTS, TEXTS)
def test_other_texts_are_some_way_off(one: str, other: str) -> None:
    found = distance(one, other)
    assert (found.digits > 0 or found.rest > 0) == (one != other)


@given(st.integers(10, 99), st.integers(10, 99))
def test_no_digit_becomes_another_for_nothing(one: int, other: int) -> None:
    assert (distance(f"≥{one}%", f"≥{other}%").digits > 0) == (one != other)
