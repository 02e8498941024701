import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.caption import is_caption, is_note, read_caption
from tests.extract.made import lines


@pytest.mark.parametrize(
    ("texts", "number", "titles", "unit"),
    [
        (["附件1", "资金分配表", "单位：万元"], 1, ["资金分配表"], "单位：万元"),
        (["附件2：绩效目标表"], 2, ["绩效目标表"], None),  # label and title on one line
        (["附件：", "资金分配表"], None, ["资金分配表"], None),
        (
            ["资金分配表 单位：万元"],
            None,
            ["资金分配表"],
            "资金分配表 单位：万元",
        ),  # title and unit on one line
        (["资金分配表", "（单位:元）"], None, ["资金分配表"], "（单位:元）"),
        (["资金分配表", "金额单位：亿元"], None, ["资金分配表"], "金额单位：亿元"),
        (["资金分配表", "万元"], None, ["资金分配表"], "万元"),  # the unit alone
        (["绩效目标表", "（2021年度）", "榆阳区"], None, ["绩效目标表", "（2021年度）", "榆阳区"], None),
        (["附件1", "续表"], 1, [], None),
        (["填报单位：某县财政局"], None, ["填报单位：某县财政局"], None),  # 单位 is an organisation here
        ([], None, [], None),
    ],
)
def test_read_caption(texts: list[str], number: int | None, titles: list[str], unit: str | None) -> None:
    caption = read_caption(lines(*texts))
    assert caption.attachment == number
    assert [piece.text for piece in caption.titles] == titles
    assert (caption.unit.text if caption.unit else None) == unit


@pytest.mark.parametrize(
    "text", ["附件1", "单位：万元", "2021年资金分配表", "（2021年度 榆阳区）", "分配表（第二批）"]
)
def test_is_caption(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text", ["请遵照执行。", "2021年3月5日", "抄送：审计局", "某县财政局", "注：略", "分配如下："]
)
def test_is_no_caption(text: str) -> None:
    assert not is_caption(text)


@pytest.mark.parametrize(
    ("text", "first", "note"),
    [
        ("注：略", True, True),
        ("备注：略", True, True),
        ("说明：1.略", True, True),
        ("2.金额已取整。", True, False),  # a clause unless a note stands above
        ("2.金额已取整。", False, True),
        ("抄送：审计局", False, False),
    ],
)
def test_is_note(text: str, first: bool, note: bool) -> None:
    assert is_note(text, first=first) is note


@given(st.lists(st.text(max_size=30), max_size=6))
def test_never_raises(texts: list[str]) -> None:
    caption = read_caption(lines(*texts))
    assert len(caption.titles) <= len(texts)
    for text in texts:
        is_caption(text)
        is_note(text)
