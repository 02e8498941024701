import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.contract import FormatError
from extract.readers.markup import is_rule, plain
from extract.readers.text import read_text
from schemas.document import Block, Line, Table

FRAGMENTS = [
    "财政厅",
    "合计",
    "100",
    "1,234.5",
    "≥95%",
    "\t",
    "\t\t",
    "|",
    " | ",
    "---",
    "|---|---|",
    "。",
    "  ",
    "\u3000",
    "附件1",
    "一、",
    "~~",
    "**",
    "# ",
    "序号\t县区\t金额",
    "\n",
    "\n\n",
    "<br>",
    "第3页",
    "- 1 -",
]
TEXTS = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join)


def blocks(text: str) -> list[Block]:
    return list(read_text(text.encode(), "text/plain").blocks())


def grid(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    rows = [[""] * block.column_count for _ in range(block.row_count)]
    for cell in block.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("县区\t金额\n睢县\t421\n", [["县区", "金额"], ["睢县", "421"]]),
        ("序号\t县区\t金额", [["序号", "县区", "金额"]]),  # one row of three cells
        ("合计\t\t1227\n睢县\t小型水库\t421", [["合计", "", "1227"], ["睢县", "小型水库", "421"]]),
        ("|县区|金额|\n|---|:-:|\n|睢县|421|", [["县区", "金额"], ["睢县", "421"]]),  # Markdown
        ("||421|\n|睢县||", [["", "421"], ["睢县", ""]]),  # blank cells at either end keep their columns
        ("县区 | 金额 |\n睢县 | 421 |", [["县区", "金额"], ["睢县", "421"]]),  # a web page's table
        ("县区 | 金额\n睢县 | 421", [["县区", "金额"], ["睢县", "421"]]),  # no mark at the ends
        ("甲\t1.规范<br>2.提高\t3", [["甲", "1.规范\n2.提高", "3"]]),  # a break inside a cell
        ("\t合计\t5\n1\t甲县\t5", [["", "合计", "5"], ["1", "甲县", "5"]]),  # blank first cell
    ],
)
def test_tables(text: str, rows: list[list[str]]) -> None:
    (found,) = blocks(text)
    assert grid(found) == rows


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("一、甲。\n\n二、乙。", ["一、甲。", "二、乙。"]),
        ("\t现下达你县资金。", ["现下达你县资金。"]),  # a tab as indent
        ("附件：\t1.分配表", ["附件： 1.分配表"]),  # a tab between two pieces of a line
        ("通知 | |||\n来源：甲 | |||", ["通知", "来源：甲"]),  # a page's frame around its text
        ("首页 | 公告 | 联系我们", ["首页 | 公告 | 联系我们"]),  # a menu is no table
        ("甲\n---\n乙\n- 2 -\n丙", ["甲", "乙", "丙"]),  # rules and page numbers are breaks
        ("财　政　局", ["财 政 局"]),
        ("甲<br>乙", ["甲", "乙"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    found = blocks(text)
    assert [block.text for block in found if isinstance(block, Line)] == lines
    assert len(found) == len(lines)


def test_places_count_the_lines_of_the_file() -> None:
    found = blocks("\n通知\n\n县区\t金额\n睢县\t421\n\n完")
    assert [block.place.line for block in found] == [2, 4, 7]
    assert isinstance(found[1], Table)
    assert [cell.place.line for cell in found[1].cells] == [4, 4, 5, 5]


def test_gaps_and_headings() -> None:
    found = blocks("# 甲\n乙\n\n丙\n***\n丁")
    lines = [block for block in found if isinstance(block, Line)]
    assert [line.gap for line in lines] == [True, False, True, True]
    assert [line.heading for line in lines] == [1, None, None, None]


def test_a_tab_table_after_a_pipe_table_is_another_table() -> None:
    assert len(blocks("|甲|1|\n|乙|2|\n丙\t3\n丁\t4")) == 2


def test_a_blank_line_behind_every_line_is_none() -> None:
    """A converter wrote each line as a paragraph: the table's rows are still one table."""
    assert len(blocks("通知\n\n县区\t金额\n\n睢县\t421\n\n民权县\t17\n\n完\n\n")) == 3


def test_a_blank_line_between_two_tables_parts_them() -> None:
    """Here lines without one behind them show that a blank line means something."""
    assert len(blocks("县区\t金额\n睢县\t421\n\n县区\t金额\n民权县\t17\n")) == 2


@given(TEXTS)
def test_no_line_is_lost(text: str) -> None:
    """Each character of a line that is neither blank nor a rule is somewhere in the document."""
    try:
        found = blocks(text)
    except FormatError:
        return
    kept = "".join(
        block.text if isinstance(block, Line) else "".join(cell.text for cell in block.cells)
        for block in found
    )
    for line in text.split("\n"):
        if is_rule(line) or not set(line) - set(" \t\u3000|-:"):
            continue
        for char in set(plain(line)) - set(" \t\u3000|\n-:#*"):
            assert char in kept, (line, char)


@given(st.binary(max_size=200))
def test_fails_only_with_a_typed_error(data: bytes) -> None:
    try:
        document = read_text(data, "text/plain")
    except FormatError:
        return
    assert document.media_type == "text/plain"
