"""One notice in every format: the same header and the same money, whatever it came in."""

from collections.abc import Callable
from pathlib import PurePath

import pytest

from extract import media_type_of
from notices.process import process
from schemas.dataset.codes import Status, TableName
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


FORMATS: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: notice_text().encode(),
    "a.html": html,
    "a.xls": html,  # a web page with the wrong ending
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_notice(name: str) -> None:
    data = FORMATS[name]()
    media_type = media_type_of(PurePath(name), data[:2048])
    assert media_type is not None
    rows = process(data, path=name, media_type=media_type).rows
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
