import pytest

from notices.recognise import is_notice
from tests.extract.made import printed
from tests.notices.texts import NO_NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "焦某市扶贫资金公示\n现将2018年扶贫资金公示如下:\n一、中央资金55万元。\n",  # a title and money
        "现下达2019年专项扶贫资金26428万元,予以公告。\n某市财政局\n2019年2月18日\n",  # signed, no title
        "各乡镇财政所:\n按照(遵财社[2009]30号)文件的要求下拨资金。\n",  # addressed, with its basis
        "绩效目标申报表\n绩效指标 一级指标 三级指标 指标值\n数量指标 救助 63人\n",  # a lost form
    ],
)
def test_notice(text: str) -> None:
    assert is_notice(printed(text))


@pytest.mark.parametrize(
    "text",
    [
        NO_NOTICE,
        "今天买菜花了100元。\n",  # a price is no fund
        "某公司年度资金计划为300万元。\n",  # money and nothing else
        "某市财政局\n2019年2月18日\n",
    ],
)
def test_no_notice(text: str) -> None:
    assert not is_notice(printed(text))
