import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.markup import heading_level, is_rule, plain


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("## 关于下达资金的通知", "关于下达资金的通知"),
        ("**附件1**", "附件1"),
        ("__合计__", "合计"),
        ("<b>合计</b>", "合计"),
        ("甲县<br>乙县", "甲县\n乙县"),
        ("<ol><li>一项</li><li>二项</li></ol>", "一项\n二项"),
        ('<li style="x">一项', "一项"),
        ("~~作废~~ 甲县", "~~作废~~ 甲县"),  # that it was struck is on the page
        ("a&nbsp;b", "a\xa0b"),
        ("≥95%&lt;", "≥95%<"),
        ("<95%", "<95%"),  # an operator, no tag
        ("财政部关于印发<管理办法>的通知", "财政部关于印发<管理办法>的通知"),  # a title in angle brackets
        ("2 * 3 ** 4", "2 * 3 ** 4"),
        ("#1标段", "#1标段"),  # no heading without a blank
    ],
)
def test_plain(text: str, without: str) -> None:
    assert plain(text) == without


@pytest.mark.parametrize("line", ["---", "***", "- - -", "____", "— 3 —", "-12-", "第 3 页", "第3页 共10页"])
def test_rules_and_page_numbers(line: str) -> None:
    assert is_rule(line)


@pytest.mark.parametrize("line", ["", "--", "-5", "第3页所列", "3", "- 甲县", "—", "2020"])
def test_no_rules(line: str) -> None:
    assert not is_rule(line)


@pytest.mark.parametrize(("line", "level"), [("# 甲", 1), ("### 甲", 3), ("甲", None), ("####### 甲", None)])
def test_heading_level(line: str, level: int | None) -> None:
    assert heading_level(line) == level


@given(st.text())
def test_never_raises(text: str) -> None:
    plain(text)
    is_rule(text)
    heading_level(text)


@given(st.text(alphabet="财政0123456789.%、，万元"))
def test_text_without_marks_stays(text: str) -> None:
    assert plain(text) == text
