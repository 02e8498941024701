import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.title import find_title, opens_body, past_repeats
from tests.extract.made import lines

TITLE = "甲省财政厅关于下达2021年水利发展资金的通知"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ([TITLE], [TITLE]),
        (["甲县2021年种粮补贴资金的公示"], ["甲县2021年种粮补贴资金的公示"]),  # wholly without 关于
        (["甲市2021年财政衔接资金", "分配情况公告公示"], ["甲市2021年财政衔接资金", "分配情况公告公示"]),
        (["规范性文件", "2017年奖励资金分配方案"], ["2017年奖励资金分配方案"]),
        (["甲市扶贫资金公示公告", TITLE], [TITLE]),  # a page's section above the document's title
        (["甲省财政厅", "甲省教育厅关于下达资金的通知"], 2),  # joint, the first on a line of its own
        (["经济建设处", TITLE], [TITLE]),  # an office that belongs to no title
        (
            ["近日,甲省发布关于下达资金的通知,分7.9亿元。", "以下为原文", TITLE],
            [TITLE],
        ),  # a report on a notice
        (["现将资金公示如下：", TITLE], []),  # the body has begun
        (["按照《乙省财政厅关于下达资金的通知》(财建〔2021〕1号),", "安排资金"], []),
        (["附件：甲县资金分配方案"], []),
        (["公告公示"], []),  # names no money
    ],
)
def test_find(printed: list[str], title: list[str] | int) -> None:
    found = lines(*printed, "现下达你县资金421万元。")
    start, end = find_title(found)
    wanted = printed[-title:] if isinstance(title, int) else title
    assert [line.text for line in found[start:end]] == wanted


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("根据《预算法》规定下达资金", True),
        ("现将资金分配情况公示如下:", True),
        ("一、资金来源", True),
        ("经开区财政局：", False),  # an addressee
        ("各县财政局：", False),
        ("2021年3月5日", False),
    ],
)
def test_opens_body(text: str, opens: bool) -> None:
    assert opens_body(text) is opens


@pytest.mark.parametrize(
    ("printed", "passed"),
    [
        (["来源：甲厅", TITLE, "甲财〔2021〕1号"], 3),  # the page's title, then the document's
        (["甲省财政厅关于下达2021年", "水利发展资金的通知"], 2),
        (["各县财政局："], 0),
        ([], 0),
    ],
)
def test_past_repeats(printed: list[str], passed: int) -> None:
    found = lines(TITLE, *printed, "现下达资金。")
    assert past_repeats(found, found[:1], 1) == 1 + passed


@given(st.lists(st.text(max_size=40), max_size=12))
def test_never_raises(printed: list[str]) -> None:
    start, end = find_title(lines(*printed))
    assert 0 <= start <= end <= len(printed)
