from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.contract import FormatError
from extract.sections import Annex, split_notices, split_sections
from schemas.document import Block, Line, Table
from tests.extract.made import document, lines, table

TITLE = "关于下达2021年水利发展资金的通知"
TABLE = table("县区\t金额", "睢县\t421", "合计\t421")
FRAGMENTS = [
    "睢县财政局",
    "商财农〔2021〕3号",
    TITLE,
    "各县财政局：",
    "现下达资金421万元。",
    "一、请专款专用。",
    "附件：1.分配表",
    "2021年3月5日",
    "抄送：审计局",
    "商丘市财政局 2021年3月6日印发",
    "附件1",
    "资金分配表",
    "单位：万元",
    "注：不含省直管县。",
    "（此件主动公开）",
    "县区 421 说明",
]
BLOCKS = st.lists(st.sampled_from(FRAGMENTS).map(lambda text: lines(text)[0]) | st.just(TABLE), max_size=25)


def texts(found: tuple[Line, ...]) -> list[str]:
    return [line.text for line in found]


def annexes(*blocks: Line | Table) -> tuple[Annex, ...]:
    return split_sections(blocks).annexes


def test_caption_runs_up_to_the_attachment_label() -> None:
    blocks = [*lines("2021年3月5日", "附件1", "资金分配表", "单位：万元"), TABLE]
    sections = split_sections(blocks)
    assert texts(sections.front) == ["2021年3月5日"]
    assert texts(sections.annexes[0].caption) == ["附件1", "资金分配表", "单位：万元"]


@pytest.mark.parametrize(
    "above",
    [
        "现下达资金421万元。",  # a sentence
        "2021年3月5日",
        "抄送：审计局",
        "商丘市财政局",  # the signature
        "商丘市财政局 2021年3月6日印发",
        "附件：1.分配表",  # the body's list
        "一、资金安排如下",
        "具体金额如下：",
    ],
)
def test_no_caption(above: str) -> None:
    sections = split_sections([*lines(above), TABLE])
    assert texts(sections.front) == [above]
    assert sections.annexes[0].caption == ()


def test_imprint_before_and_after_the_annexes() -> None:
    before = [*lines("抄送：审计局", "附件", "分配表"), TABLE]
    after = [*lines("附件", "分配表"), TABLE, *lines("抄送：审计局")]
    assert texts(split_sections(before).front) == texts(split_sections(after).front) == ["抄送：审计局"]


def test_table_between_clauses() -> None:
    blocks = [*lines("一、资金分配如下：", "单位：万元"), TABLE, *lines("二、请专款专用。")]
    sections = split_sections(blocks)
    assert texts(sections.front) == ["一、资金分配如下：", "二、请专款专用。"]
    assert texts(sections.annexes[0].caption) == ["单位：万元"]


def test_notes_below_a_table_are_its_own() -> None:
    blocks = [TABLE, *lines("注：1.不含省直管县。", "2.金额已取整。", "抄送：审计局")]
    sections = split_sections(blocks)
    assert texts(sections.annexes[0].notes) == ["注：1.不含省直管县。", "2.金额已取整。"]
    assert texts(sections.front) == ["抄送：审计局"]


NOTICE = ["商丘市财政局", "商财农〔2021〕{}号", TITLE, "各县财政局：", "现下达资金。", "2021年3月5日"]


def test_two_notices_in_one_file() -> None:
    both = lines(*(line.format(n) for n in (3, 4) for line in NOTICE))
    first, second = split_notices(both)
    assert [b.text for b in first if isinstance(b, Line)] == [line.format(3) for line in NOTICE]
    assert [b.text for b in second if isinstance(b, Line)] == [line.format(4) for line in NOTICE]


@pytest.mark.parametrize(
    "further",
    [
        ["商财农〔2020〕9号"],  # a number alone is no letterhead
        ["附件", "商财农〔2020〕9号", "资金分配表"],
        ["根据《关于下达资金的通知》（商财农〔2020〕9号）"],
    ],
)
def test_one_notice(further: list[str]) -> None:
    assert len(split_notices(lines(*NOTICE, *further))) == 1


def test_a_pages_title_over_the_documents_is_one_notice() -> None:
    assert len(split_notices(lines(TITLE, "字号：", *NOTICE))) == 1


@given(BLOCKS)
def test_every_block_lands_in_exactly_one_part(blocks: list[Block]) -> None:
    blocks = [block.model_copy() for block in blocks]
    sections = split_sections(blocks)
    landed = [*map(id, sections.front)]
    for annex in sections.annexes:
        landed += [id(annex.table), *map(id, annex.caption), *map(id, annex.notes)]
    assert sorted(landed) == sorted(map(id, blocks))


@given(BLOCKS)
def test_every_block_is_in_exactly_one_notice_in_order(blocks: list[Block]) -> None:
    parts = split_notices(blocks)
    assert [block for part in parts for block in part] == blocks


@given(st.text(max_size=200))
def test_arbitrary_text(text: str) -> None:
    with suppress(FormatError):
        blocks = tuple(document(text).blocks())
        assert [block for part in split_notices(blocks) for block in part] == list(blocks)
        split_sections(blocks)
