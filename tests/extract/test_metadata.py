import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.metadata import Field, entries, is_bare_key, is_footer, is_key, is_metadata
from tests.extract.made import lines


@pytest.mark.parametrize(
    "text",
    [
        "索引号：001",
        "发布日期：2021-03-05 浏览次数：20",
        "【字体：大 中 小】",
        "来源：财政局",
        "发布机构 市财政局",  # no colon behind a long key
        "字号:",
        "打印 分享到 :",  # buttons
        "保存 打印",
        "首页 > 政务公开 > 资金分配",
        "某市农业农村局> 法定主动公开内容>",
        "2020-08-08 16:50 某省财政厅",  # a time stamp
        "•标题：关于下达资金的通知",
    ],
)
def test_metadata(text: str) -> None:
    assert is_metadata(text)


@pytest.mark.parametrize(
    "text",
    [
        "通知",
        "附件1",
        "现将文件印发",
        "来源于上级的资金",
        "名称不变",
        "单位应当报送",
        "10",  # a cell of a lost table
        "时间：2021-03-05 按要求,现将资金情况公示如下:",  # the opening of the body glued to it
        "根据《关于印发<管理办法>的通知》",  # marks of a title, no breadcrumb
    ],
)
def test_no_metadata(text: str) -> None:
    assert not is_metadata(text)


@pytest.mark.parametrize(
    "text",
    ["主办：某市财政局版权所有", "某ICP备19008961号-1", "返回顶部", "扫一扫在手机打开当前页", "相关文章："],
)
def test_footer(text: str) -> None:
    assert is_footer(text)


@pytest.mark.parametrize("text", ["相关学校：", "某市财政局", "2021年3月5日", "主办此事的单位"])
def test_no_footer(text: str) -> None:
    assert not is_footer(text)


@pytest.mark.parametrize(
    ("text", "key", "bare"),
    [("文  号", True, True), ("文号：甲财〔2021〕1号", True, False), ("通知", False, False)],
)
def test_key(text: str, key: bool, bare: bool) -> None:
    assert (is_key(text), is_bare_key(text)) == (key, bare)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (
            ["文 号：甲财〔2021〕1号 发布机构：甲市财政局"],
            [("number", "甲财〔2021〕1号"), ("agency", "甲市财政局")],
        ),
        (
            ["来源：甲市财政局发布日期：2021-03-05"],
            [("other", "甲市财政局"), ("other", "2021-03-05")],
        ),  # glued
        (
            ["文号", "甲财〔2021〕1号"],
            [("number", ""), ("number", "甲财〔2021〕1号")],
        ),  # lines that take turns
        (["服务对象", "甲市资金分配公示"], [("other", "")]),  # a blank value, the title below
        (["字号：", "甲财〔2021〕1号"], [("button", "")]),  # the number is nobody's font size
        (["字体：[ 大 中 小 ]", "甲市财政局"], [("button", "大 中 小")]),
        (["字体", "甲市财政局"], [("button", "")]),  # the letterhead is nobody's font
        (["浏览次数：", "1204"], [("button", ""), ("button", "1204")]),
        (["成文日期", "2021-03-05"], [("date", ""), ("date", "2021-03-05")]),
        (["标题：", "关于下达资金的通知"], [("title", ""), ("title", "关于下达资金的通知")]),
        (["现下达资金。"], []),
    ],
)
def test_entries(printed: list[str], found: list[tuple[str, str]]) -> None:
    assert [(e.field.value, e.text) for line in entries(lines(*printed)) for e in line] == found


@given(st.lists(st.text(max_size=40), max_size=8))
def test_never_raises(printed: list[str]) -> None:
    given_lines = lines(*printed)
    found = list(entries(given_lines))
    assert len(found) == len(given_lines)
    assert all(isinstance(e.field, Field) for line in found for e in line)
    assert all(is_footer(text) in (True, False) for text in printed)
