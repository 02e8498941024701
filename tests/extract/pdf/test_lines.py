"""Lines of text-layer pages: blanks, indents, gaps, page numbers."""

import pytest

from extract.pdf.geometry import Rect
from extract.pdf.glyphs import Glyph
from extract.pdf.text_lines import text_lines
from schemas.document import Line
from tests.extract.pdf.made import blocks, both, lines, pdf, texts, write


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        # characters set one by one are one word
        (((90, "关"), (102, "于"), (114, "下达")), "关于下达"),
        # spread by a third of a character, as justified text is
        (((90, "关"), (106, "于"), (122, "下达")), "关于下达"),
        # joint agencies side by side
        (((90, "甲州财政局"), (200, "乙州民政局")), "甲州财政局 乙州民政局"),
        # a figure goes with the words around it
        (((90, "下达"), (114, "2022"), (140, "年")), "下达2022年"),
        # two figures apart stay apart
        (((90, "435"), (114, "20")), "435 20"),
        # in the file's order or not
        (((126, "资金"), (90, "中央财")), "中央财资金"),
        # bold faked by printing twice
        (((90, "资金"), (90.4, "资金")), "资金"),
    ],
)
def test_what_stands_on_one_line(parts, read):
    def draw(canvas):
        for x, text in parts:
            write(canvas, x, 100, text)

    assert texts(blocks(pdf(draw))) == [read]


def test_a_typed_blank_between_chinese_words_is_kept():
    assert texts(blocks(pdf(lines("低保对象人数 临时救助人次")))) == ["低保对象人数 临时救助人次"]


def test_a_large_word_beside_two_lines_joins_neither():
    page = both(
        lines("甲州财政局", "乙州民政局", pitch=30), lambda canvas: write(canvas, 200, 119, "文件", size=22)
    )
    assert sorted(texts(blocks(pdf(page)))) == ["乙州民政局", "文件", "甲州财政局"]


@pytest.mark.parametrize(
    ("text", "y"), [("— 3 —", 800), ("- 12 -", 40), ("第3页 共5页", 800), ("3", 800), ("3/12", 800)]
)
def test_page_numbers_go(text, y):
    assert texts(blocks(pdf(both(lines("正文一行。"), lines(text, x=280, y=y))))) == ["正文一行。"]


def test_a_lone_number_amid_the_page_stays():
    assert texts(blocks(pdf(lines("正文一行。", "435")))) == ["正文一行。", "435"]


def test_indents_and_gaps():
    def draw(canvas):
        for y, x, text in (
            (100, 114, "根据上级通知精神，现将资金下达你们，请按规定使用"),
            (122, 90, "好本笔资金，切实提高资金使用效益，具体的金额见附件"),
            (144, 90, "所列。"),
            (210, 114, "一、此项资金收入列入政府收支分类科目，支出列相应"),
            (232, 90, "科目，执行中请注意核算，及时办理资金拨付相关事宜。"),
        ):
            write(canvas, x, y, text)

    found = [block for block in blocks(pdf(draw)) if isinstance(block, Line)]
    assert [line.indent for line in found] == [2, 0, 0, 2, 0]
    assert [line.gap for line in found] == [True, False, False, True, False]
    assert {line.place.confidence for line in found} == {1.0}
    assert {line.place.page for line in found} == {1}


def test_radicals_that_fonts_put_for_ideographs_are_made_plain():
    rect = Rect(0, 0, 10, 10)
    glyphs = [
        Glyph(
            char, rect._replace(x0=10.0 * n, x1=10.0 * n + 10), 9, 10, 0, spaced=False, sound=True, shown=True
        )
        for n, char in enumerate("财政资⾦⽤途①")
    ]
    assert [line.text for line in text_lines(glyphs)] == ["财政资金用途①"]
