import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.attachments import read_attachments
from tests.extract.made import lines


@pytest.mark.parametrize(
    ("found", "entries"),
    [
        (["附件：1.分配表", "2.目标表"], [(1, "分配表"), (2, "目标表")]),
        (["附件：1. 分配表 2. 目标表"], [(1, "分配表"), (2, "目标表")]),  # on one line
        (["附件：1、分配表；2、目标表。"], [(1, "分配表"), (2, "目标表")]),
        (["附件：1.2021年分配表"], [(1, "2021年分配表")]),  # a year behind the number
        (["附件：2021年分配表"], [(1, "2021年分配表")]),  # one, without a number
        (["附件：1.2020-2021年分配表"], [(1, "2020-2021年分配表")]),
        (["附件：分配表.xlsx"], [(1, "分配表")]),  # a web page's link
        (["附件：", "1.分配表", "2.目标表"], [(1, "分配表"), (2, "目标表")]),
        (["附件1：分配表", "附件2：目标表"], [(1, "分配表"), (2, "目标表")]),
        (["附件1、分配表", "2、目标表"], [(1, "分配表"), (2, "目标表")]),
        (
            ["附件：1.水利发展资金", "分配表", "2.目标表"],
            [(1, "水利发展资金分配表"), (2, "目标表")],
        ),  # broken
        (["附件：1.5万元以上项目表"], [(1, "1.5万元以上项目表")]),  # a decimal is no number of the list
        ([], []),
    ],
)
def test_attachments(found: list[str], entries: list[tuple[int, str]]) -> None:
    assert [(a.number, a.title.text) for a in read_attachments(lines(*found))] == entries


@given(st.lists(st.text("附件：1.2、；分配表2021年 ", max_size=20) | st.text(max_size=20), max_size=5))
def test_never_raises(found: list[str]) -> None:
    for entry in read_attachments(lines(*found)):
        assert entry.number >= 0
