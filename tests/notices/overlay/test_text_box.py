import pytest
from PIL import Image

from notices.overlay.fonts import chinese_font
from notices.overlay.text_box import Writer

needs_chinese = pytest.mark.skipif(chinese_font(10) is None, reason="needs a Chinese font")


@pytest.fixture
def writer() -> Writer:
    return Writer(Image.new("RGB", (10, 10)), 20)


@needs_chinese
@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("分配表", ["分配表"]),
        ("分配表的金额", ["分配表的", "金额"]),  # Chinese breaks anywhere
        ("金额 12345", ["金额", "12345"]),  # a figure stays whole
        ("分配表的，金额", ["分配表的，", "金额"]),  # a comma hangs
        ("分配表“金额”", ["分配表", "“金额”"]),  # an opening mark goes with its word
        ("a\nb", ["a b"]),
        ("", []),
    ],
)
def test_text_is_wrapped_as_chinese_is(writer: Writer, text: str, lines: list[str]) -> None:
    assert writer.wrapped(text, 82, 9) == lines


@needs_chinese
def test_what_is_left_out_shows(writer: Writer) -> None:
    assert writer.wrapped("一二三四五六七八", 42, 2) == ["一二", "三…"]


def test_no_line_but_one_of_a_long_word_is_too_wide(writer: Writer) -> None:
    lines = writer.wrapped("plain words and then averyveryverylongword", 100, 99)
    assert all(writer.width(line) <= 100 for line in lines)
    assert "".join(lines).replace(" ", "") == "plainwordsandthenaveryveryverylongword"


def test_what_a_document_hides_is_not_written(writer: Writer) -> None:
    assert writer.wrapped("a\u202eb", 500, 1) == ["a\N{REPLACEMENT CHARACTER}b"]
