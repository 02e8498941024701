from datetime import date

import pytest

from normalize.fiscal_year import fiscal_year
from normalize.header import own_number
from schemas.document import Place
from schemas.printed import PrintedClause, PrintedHeader, PrintedNotice
from tests.normalize.printing import piece


def notice(text: str, title: str | None, number: str | None) -> PrintedNotice:
    header = PrintedHeader(
        title=piece(title) if title else None, doc_number=piece(number) if number else None
    )
    clause = PrintedClause(number="0", level=0, label="", text=text, place=Place())
    return PrintedNotice(header=header, clauses=(clause,))


@pytest.mark.parametrize(
    ("text", "title", "number", "year"),
    [
        ("现下达2020年补助资金。", "关于下达2021年资金的通知", None, 2021),  # the title's first
        ("现下达2018年农村公路建设资金，次年1月备案。", None, "甲财〔2019〕1号", 2018),  # then the money's
        ("现将2018年扶贫资金公示如下。2017年扶贫资金已结。", None, None, 2018),  # what is sent now
        ("2018年资金。2019年资金。", None, "甲财〔2020〕1号", 2020),  # two years decide nothing
        (
            "按《关于提前下达2024年补助资金的通知》安排。",
            None,
            None,
            2024,
        ),  # a cited title, for want of better
        ("公示期至2021年8月10日，扶贫资金已到位。", None, None, 2025),  # a day names no money: the date
        ("资金已到位。", None, None, 2025),
    ],
)
def test_year(text: str, title: str | None, number: str | None, year: int) -> None:
    printed = notice(text, title, number)
    assert fiscal_year(printed, [], own_number(printed.header), date(2025, 1, 2)) == year


def test_none() -> None:
    assert fiscal_year(notice("资金已到位。", None, None), [], None, None) is None
