import pytest

from extract.ending import split_end
from tests.extract.made import lines

BODY = ["现下达你县资金421万元。", "一、请专款专用。"]


@pytest.mark.parametrize(
    ("below", "listed"),
    [
        (["甲县财政局", "2021年3月5日", "举报电话在首页。"], 0),  # a page's sentence is nobody's clause
        (["甲县财政局", "2021年3月5日", "返回顶部", "霸州旧事"], 0),
        (["甲县财政局", "202135"], 0),  # 年 and 月 are lost
        (["附件：分配表", "甲县财政局 乙县财政局", "2021年3月5日"], 1),
        (["附件：1.分配表", "2.目标表", "2021年3月5日", "欢迎关注"], 2),
        (["附件：分配表", "欢迎关注"], 1),  # the entry is complete
        (["甲县财政局", "主办单位：甲县人民政府"], 0),  # no date
        ([], 0),
    ],
)
def test_split(below: list[str], listed: int) -> None:
    body, attachments, imprint = split_end(lines(*BODY, *below))
    assert [line.text for line in body] == BODY
    assert len(attachments) == listed
    assert len(imprint) == len(below) - listed


def test_a_telephone_number_is_no_date() -> None:
    below = ["二、监督电话", "0955-8806039", "三、通讯地址", "某路1号。"]
    body, _, imprint = split_end(lines(*BODY, *below))
    assert [line.text for line in body] == [*BODY, *below]
    assert imprint == ()
