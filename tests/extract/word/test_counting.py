import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.word.counting import chinese, counted
from schemas.notation.numbers import parse_chinese_integer


@pytest.mark.parametrize(
    ("number", "style", "expected"),
    [
        (1, "chineseCounting", "一"),
        (10, "chineseCountingThousand", "十"),
        (12, "japaneseCounting", "十二"),
        (20, "chineseCounting", "二十"),
        (105, "chineseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (21, "ideographDigital", "二一"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),  # there is no sign for it
        (2, "decimalEnclosedParen", "⑵"),
        (12, "decimalFullWidth", "１２"),
        (4, "upperRoman", "IV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (7, "decimal", "7"),
        (7, "someLaterStyle", "7"),
        (7, "bullet", ""),
        (0, "upperLetter", "0"),
    ],
)
def test_counted(number: int, style: str, expected: str) -> None:
    assert counted(number, style) == expected


@given(st.integers(1, 999))
def test_chinese_numbers_are_read_back(number: int) -> None:
    assert parse_chinese_integer(chinese(number)) == number
