"""One notice in every format: the same header and the same money, whatever it came in."""

from collections.abc import Callable
from pathlib import PurePath

import pytest
import xlwt

from extract import media_type_of
from notices.process import process
from schemas.dataset.codes import Status, TableName
from tests.extract.word.made import docx, item, kind, numbered, p, tbl, tc
from tests.extract.workbook.made import xls, xlsx
from tests.notices.texts import notice_text

TITLE_ROWS = ("附件", "2021年困难群众救助补助资金分配表", "单位：万元")
ROWS = (
    ("序号", "县（市、区）", "金额"),
    ("", "合计", "30.5"),
    ("1", "榆阳区", "10"),
    ("2", "神木市", "20.5"),
)


def body_lines() -> list[str]:
    """The notice's lines before its table."""
    text = notice_text()
    return [line for line in text[: text.index("\n附件\n")].split("\n") if line.strip()]


def html() -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in body_lines())
    titles = "".join(f"<tr><td colspan=3>{text}</td></tr>" for text in TITLE_ROWS)
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in ROWS)
    menu = "<ul class=nav><li><a>首页</a><li><a>公开</a></ul>"
    page = f"<html><meta charset=gb2312><body>{menu}<div>{lines}<table>{titles}{rows}</table></div>{menu}"
    return page.encode("gb18030")


def workbook_rows() -> list[list[str | float]]:
    """A sheet that holds the whole notice; figures are numbers."""
    titles: list[list[str | float]] = [[text] for text in (*body_lines(), *TITLE_ROWS)]
    return [*titles, *([float(c) if c[:1].isdigit() and n else c for n, c in enumerate(row)] for row in ROWS)]


def in_xlsx() -> bytes:
    return xlsx(lambda sheet: [sheet.append(row) for row in workbook_rows()] and None)


def in_xls() -> bytes:
    def fill(sheet: xlwt.Worksheet) -> None:
        for r, row in enumerate(workbook_rows()):
            for c, value in enumerate(row):
                sheet.write(r, c, value)

    return xls(fill)


def in_docx() -> bytes:
    """The clauses' numbers are Word's own."""
    lines = "".join(p(line[2:], item(1)) if line[1] == "、" else p(line) for line in body_lines())
    titles = (tc(text, '<w:gridSpan w:val="3"/>') for text in TITLE_ROWS)
    table = tbl(*titles, *("".join(tc(text) for text in row) for row in ROWS))
    return docx(lines + table, numbering=kind(0, ("chineseCounting", "%1、")) + numbered(1, 0))


FORMATS: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: notice_text().encode(),
    "a.html": html,
    "html.xls": html,  # a web page with the wrong ending
    "a.xlsx": in_xlsx,
    "a.xls": in_xls,
    "new.xls": in_xlsx,
    "a.docx": in_docx,
    "new.doc": in_docx,
    "a.et": in_xls,  # WPS's own
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_notice(name: str) -> None:
    data = FORMATS[name]()
    kind = media_type_of(PurePath(name), data[:2048])
    assert kind is not None
    rows = process(data, path=name, media_type=kind).rows
    [notice] = rows[TableName.NOTICES]
    assert (notice.status, notice.doc_number, str(notice.issue_date)) == (
        Status.OK,
        "榆政财社发〔2021〕12号",
        "2021-03-15",
    )
    money = [(row.recipient, str(row.amount_yuan), row.verified) for row in rows[TableName.MONEY]]
    assert money == [("榆阳区", "100000.00", True), ("神木市", "205000.00", True)]
    assert [(row.clause_no, row.label) for row in rows[TableName.CLAUSES]] == [
        ("0", None),
        ("1", "一、"),
        ("2", "二、"),
    ]
