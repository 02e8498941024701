import pytest

from extract.html.charset import decode_html, is_html
from extract.readers.contract import FormatError

PAGE = "<html><head><meta charset='{}'></head><body>财政厅关于下达资金的通知</body></html>"


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("gb2312", "gb18030"),  # browsers read GB2312 as its superset
        ("GBK", "gbk"),
        ("gb2312", "utf-8"),  # the declaration is wrong: valid UTF-8 is no accident
        ("utf-8", "gb18030"),  # wrong the other way
        ("", "gb18030"),  # nothing declared
        ("utf-8", "utf-16"),  # its mark says so
        ("x-unknown", "gbk"),
    ],
)
def test_encodings(declared: str, encoding: str) -> None:
    text = PAGE.format(declared)
    assert decode_html(text.encode(encoding)) == text


def test_big5() -> None:
    text = PAGE.format("big5").translate(str.maketrans("财厅关于达资", "財廳關於達資"))
    assert decode_html(text.encode("big5")) == text


def test_a_bad_byte_costs_one_character() -> None:
    data = PAGE.format("gb2312").encode("gb18030").replace("通".encode("gb18030"), b"\xff")
    assert "的\ufffd知" in decode_html(data)


def test_rubbish_is_refused() -> None:
    with pytest.raises(FormatError):
        decode_html(bytes(range(128, 256)) * 40)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\r\n <HTML lang=zh>", True),
        (b"<!-- saved from url=x --><html>", True),
        ("<html>".encode("utf-16"), True),
        (b'<?xml version="1.0"?><!DOCTYPE html>', True),
        (b'<?xml version="1.0"?><ofd:OFD>', False),
        ("财政厅<br>".encode(), False),  # text with a mark in it
        (b"<table><tr>", False),  # what an OCR engine left: no page
        (b"", False),
    ],
)
def test_is_html(head: bytes, expected: bool) -> None:
    assert is_html(head) == expected
