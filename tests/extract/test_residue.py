"""What is left of a table among the lines of a notice, and what only looks like it."""

import pytest

from extract.flows.tabulate import tabulate
from extract.residue import lost_sums
from tests.extract.made import document

LOST = [
    # all in one line, the unit before it
    "附件1 补助资金安排表 单位：万元 县区 金额 睢县 58 宁陵县 42 合计 100",
    # commas, over several lines
    "2021年补助资金分配表\n县区,金额\n睢县,58\n宁陵县,42\n合计,100",
    # nothing between name and figure
    "2021年补助资金分配表\n县区金额\n睢县58\n宁陵县42\n合计100",
    # the unit line announces it as well
    "单位：万元\n睢县58 宁陵县42 虞城县1",
]

KEPT = [
    # a sentence of sums: each has its unit
    "2021年补助资金分配情况\n现下达睢县58万元、宁陵县42万元、虞城县1万元。",
    # years, attachments and dates
    "补助资金分配表\n附件 2\n(睢县 2024 年度)\n(宁陵县 2024 年度)\n(虞城县 2024 年度)",
    # telephone numbers
    "资金分配情况\n联系电话 0370-2697335 传真 0370-2697336",
    # nothing announces money
    "睢县58\n宁陵县42\n虞城县1",
    # two figures may be anything
    "单位：万元\n睢县58 宁陵县42",
    # a sum of a sentence keeps its unit, also behind a point
    "2021年补助资金分配情况\n皮山县58.97万元、墨玉县42.5万元、洛浦县1.25万元",
    # a list of attachments promises a table, and what a web page counts stands below it
    "附件：1.补助资金分配表\n浏览 12\n评论 0\n收藏 0",
    # the form of a performance table is told of elsewhere
    "资金绩效目标表\n数量 1\n质量 2\n时效 3",
]


@pytest.mark.parametrize(("text", "count"), [*((text, 1) for text in LOST), *((text, 0) for text in KEPT)])
def test_lost_sums(text: str, count: int) -> None:
    assert len(list(lost_sums(tuple(document(text).blocks())))) == count


def test_what_was_read_as_a_table_is_none() -> None:
    found = tabulate(
        tuple(document("某资金分配表\n单位：万元\n县区 金额\n睢县 58\n宁陵县 42\n合计 100").blocks())
    )
    assert not list(lost_sums(found.blocks))
