from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.contract import FormatError
from extract.readers.decode import decode

TEXT = "临夏州财政局\n关于下达2021年水利发展资金的通知\n现下达你县资金1,234.5万元（≥95%）。\n" * 3
TRADITIONAL = "縣財政局關於下達水利發展資金的通知\n現下達補助經費一百萬元，請專款專用。\n" * 6


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",  # with a mark, as Windows' editor saves
        "utf-16",  # with a mark
        "utf-16-le",  # without one
        "gb18030",
        "gbk",
        "utf-32",
    ],
)
def test_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_signs_that_notices_print() -> None:
    """Small brackets around each number, square metres, ticks: rare in books, not on pages."""
    text = "﹝2017﹞191号 120㎡ ✓ ㈠\n" * 9
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbf\xe8\xb4\xa2", "财"),  # the mark is no character
        ("甲县\r\n乙县\r丙县".encode(), "甲县\n乙县\n丙县"),  # line ends of three systems
    ],
)
def test_line_ends_and_marks(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    "data",
    [
        b"   \n\t\n",  # nothing but blanks
        b"\x00\x01\x02\x03\xff\xfe\xfd" * 200,  # binary
        b"\xef\xbb\xbf" + "财政".encode()[:-1],  # UTF-8 with its mark, cut in a character
        b"\xff\xfe" + "财政厅".encode("utf-16-le")[:-1],  # UTF-16 cut in a character
        "关于下达资金的通知".encode().decode("latin-1").encode() * 9,  # UTF-8 taken for Latin-1 and saved
        "\ue000\ue001\ue002".encode() * 50,  # a font's private characters
    ],
)
def test_refused(data: bytes) -> None:
    with pytest.raises(FormatError) as raised:
        decode(data)
    assert raised.value.reason.advice


def test_traditional_characters_are_read_or_refused_but_never_garbled() -> None:
    try:
        text = decode(TRADITIONAL.encode("big5"))
    except FormatError:
        return
    assert text == TRADITIONAL


@given(st.binary(max_size=300))
def test_fails_only_with_a_typed_error(data: bytes) -> None:
    with suppress(FormatError):
        text = decode(data)
        assert text.strip()
        assert "\r" not in text


@given(st.text(alphabet="财政厅关于下达二〇年第批资金的通知，。、0123456789.%\n ", min_size=12))
def test_chinese_text_in_utf8_is_read_as_it_is(text: str) -> None:
    if text.strip():
        assert decode(text.encode()) == text
