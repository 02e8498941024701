import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console

from notices.inspect import show
from notices.process import Rows
from notices.view.words import Language
from schemas.dataset.codes import Status, TableName
from schemas.dataset.notice_rows import NoticeRow
from schemas.dataset.performance_rows import PerformanceIndicatorRow, PerformanceTableRow
from tests.notices.rows import COUNTIES, sample


def shown(rows: Rows, width: int = 160, language: Language = "zh", *, terminal: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if terminal else "auto",
        legacy_windows=False,
    )
    show(rows, console, language)
    return file.getvalue()


def line_with(text: str, *words: str) -> str:
    found = [line for line in text.splitlines() if all(word in line for word in words)]
    assert found, words
    return found[0]


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(rows: Rows, width: int, language: Language) -> None:
    lines = shown(rows, width, language).splitlines()
    assert len(lines) > 40
    assert max(map(cell_len, lines)) <= width


def test_a_file_gets_no_colours_and_no_commands(rows: Rows) -> None:
    """Not ours, and none that a document brings along."""
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown(rows))


def test_a_terminal_gets_our_colours_but_no_command_of_a_document(rows: Rows) -> None:
    text = shown(rows, terminal=True)
    assert "\x1b[" in text
    assert "[red]\N{REPLACEMENT CHARACTER}[31m" in re.sub("\x1b\\[[0-9;]*m", "", text)
    assert re.search("\x1b\\[1;31m1,999", text)  # a figure with an error is red
    assert re.search("\x1b\\[33m5l6 → 516", text)  # one with a warning is yellow


def test_the_allocation_table() -> None:
    text = shown(sample(hostile=""))
    assert line_with(text, "!! 1,999", "甲州 (合计)")
    assert re.search(r"1 +东山县 +010101 +1,482\.5$", line_with(text, "1,482.5").rstrip())
    assert line_with(text, "西河县 → 西河自治县", "010102", "! 5l6 → 516")
    assert line_with(text, "州福利院 !")
    figures = [line for line in text.splitlines() if line.rstrip().endswith((" 516", " 1,482.5", "1,999"))]
    assert len({cell_len(line.rstrip()) for line in figures}) == 1  # to the right, under each other


def test_header_and_clauses() -> None:
    text = shown(sample(hostile=""))
    assert line_with(text, "甲州财社〔2020〕50号", "待核")
    assert line_with(text, "发文机关", "甲州财政局、甲州民政局")
    assert line_with(text, "总金额", "1,999 万元")
    assert line_with(text, "正文", "根据上级文件精神")
    assert line_with(text, "一、资金用于救助。", "…")
    assert line_with(text, "引用文件", "甲财社〔2020〕93号")
    assert line_with(text, "科目与代码", "2080299 其他支出")
    assert line_with(text, "绩效目标表（未附）")


def test_performance_side_by_side() -> None:
    text = shown(sample(hostile=""))
    assert line_with(text, "东山县", "2020", "1,482.5 万元", "中央资金 1,482.5")
    assert line_with(text, "三级指标", *(name for name, _ in COUNTIES))
    assert line_with(text, "按时发放率", "≥90%", "90% !")


def test_findings_are_listed_worst_first(rows: Rows) -> None:
    text = shown(rows)
    marks = re.findall("^ *(!!|!|\\?) +(错误|警告|提示)", text, re.MULTILINE)
    assert marks == [("!!", "错误"), *[("!", "警告")] * 4, ("?", "提示")]
    assert line_with(text, "allocation-total", "第1表", "原文第61行")
    assert line_with(text, "请逐行与原页核对")


def test_many_recipients_come_in_blocks() -> None:
    tables = tuple(
        PerformanceTableRow.model_validate(
            {**dict(sample()[TableName.PERFORMANCE_TABLES][0]), "table_no": n, "recipient": f"第{n}号县"}
        )
        for n in range(1, 15)
    )
    indicators = tuple(
        PerformanceIndicatorRow.model_validate({**dict(row), "table_no": n})
        for n in range(1, 15)
        for row in sample()[TableName.PERFORMANCE_INDICATORS][:4]
    )
    rows = {**sample(), TableName.PERFORMANCE_TABLES: tables, TableName.PERFORMANCE_INDICATORS: indicators}
    text = shown(rows, 80)
    assert max(map(cell_len, text.splitlines())) <= 80
    blocks = re.findall("第 ([0-9]+)–([0-9]+) 个，共 14 个", text)
    assert len(blocks) > 1
    assert [int(first) for first, _ in blocks[1:]] == [int(last) + 1 for _, last in blocks[:-1]]
    assert blocks[-1][1] == "14"
    assert all(line_with(text, "三级指标", f"第{n}号县") for n in (1, 14))


def test_a_file_that_failed_still_shows() -> None:
    text = shown({TableName.NOTICES: (NoticeRow(notice_id="f", source="坏.pdf", status=Status.FAILED),)})
    assert "无法读取" in text
    assert "坏.pdf" in text
    assert "未发现问题" in text
