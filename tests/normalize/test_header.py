from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.header import issuing_agencies, normalize_header, own_number
from schemas.dataset.codes import FundLevel
from schemas.document import Piece
from schemas.printed import PrintedHeader, PrintedNotice
from tests.normalize.printing import jurisdiction, piece


def pieces(*texts: str) -> tuple[Piece, ...]:
    return tuple(map(piece, texts))


@pytest.mark.parametrize(
    ("printed", "agencies"),
    [
        (PrintedHeader(agencies=pieces("贵州省财政厅", "贵州省财政厅")), ["贵州省财政厅"]),  # printed twice
        (
            PrintedHeader(title=piece("贵州省财政厅 贵州省水利厅关于下达资金的通知")),
            ["贵州省财政厅", "贵州省水利厅"],
        ),
        (
            PrintedHeader(title=piece("关于下达资金的通知"), signatories=pieces("贵州省财政厅")),
            ["贵州省财政厅"],
        ),
        (
            PrintedHeader(
                title=piece("省财政厅关于下达资金的通知"), signatories=pieces("贵州省财政厅", "贵州省水利厅")
            ),
            ["贵州省财政厅", "贵州省水利厅"],
        ),  # the fuller one that another place confirms
        (
            PrintedHeader(
                agencies=pieces("经济建设处"),
                title=piece("贵州省财政厅贵州省水利厅关于下达资金的通知"),
                signatories=pieces("贵州省财政厅", "贵州省水利厅"),
            ),
            ["贵州省财政厅", "贵州省水利厅"],
        ),  # an office that no other place names
        (PrintedHeader(page_agencies=pieces("贵州省财政厅")), ["贵州省财政厅"]),
        (
            PrintedHeader(issuing_office=piece("贵州省财政厅办公室")),
            ["贵州省财政厅办公室"],
        ),  # better than none
        (PrintedHeader(), []),
    ],
)
def test_issuing_agencies(printed: PrintedHeader, agencies: list[str]) -> None:
    assert list(issuing_agencies(printed)) == agencies


@pytest.mark.parametrize(("text", "number"), [("黔财农[2021]47号", "黔财农〔2021〕47号"), ("47号", None)])
def test_own_number(text: str, number: str | None) -> None:
    found = own_number(PrintedHeader(doc_number=piece(text)))
    assert (found.value.canonical if found else None) == number


@pytest.mark.parametrize(
    ("signed", "imprinted", "issue", "printed", "bad"),
    [
        ("2021年3月5日", "2021年3月6日", date(2021, 3, 5), date(2021, 3, 6), 0),
        (None, "2021年3月6日", date(2021, 3, 6), date(2021, 3, 6), 0),  # issued when printed
        ("二〇二一年三月五日", None, date(2021, 3, 5), None, 0),
        ("（2021年3月5日）", None, date(2021, 3, 5), None, 0),
        ("2021年13月5日", "2021年3月6日", date(2021, 3, 6), date(2021, 3, 6), 1),
        ("2021年 月 日", None, None, None, 1),
        (None, None, None, None, 0),
    ],
)
def test_dates(
    signed: str | None, imprinted: str | None, issue: date | None, printed: date | None, bad: int
) -> None:
    made = PrintedHeader(
        sign_date=piece(signed) if signed else None, print_date=piece(imprinted) if imprinted else None
    )
    found = normalize_header(PrintedNotice(header=made), jurisdiction(None), [])
    assert (found.issue_date, found.print_date, len(found.bad_dates)) == (issue, printed, bad)


@pytest.mark.parametrize(
    ("title", "number", "tables", "year"),
    [
        ("关于下达2021年资金的通知", "黔财农〔2020〕47号", [2022], 2021),
        ("关于下达资金的通知", "黔财农〔2020〕47号", [2021, None, 2021], 2021),  # what the tables agree on
        ("关于下达资金的通知", "黔财农〔2020〕47号", [2021, 2022], 2020),
        ("关于下达资金的通知", "47号", [], None),
    ],
)
def test_fiscal_year(title: str, number: str, tables: list[int | None], year: int | None) -> None:
    made = PrintedHeader(title=piece(title), doc_number=piece(number))
    assert normalize_header(PrintedNotice(header=made), jurisdiction(None), tables).fiscal_year == year


@pytest.mark.parametrize(
    ("code", "level"),
    [("500000", FundLevel.PROVINCE), ("411400", FundLevel.PREFECTURE), ("520000", FundLevel.PREFECTURE)],
)
def test_the_city_level_of_a_municipality_is_a_province(code: str, level: FundLevel) -> None:
    made = PrintedHeader(title=piece("关于下达2021年市级林业资金的通知"))
    assert normalize_header(PrintedNotice(header=made), jurisdiction(code), []).fund_level == level


def test_addressees() -> None:
    blank, absent = PrintedHeader(addressees=()), PrintedHeader()
    assert normalize_header(PrintedNotice(header=blank), jurisdiction(None), []).addressees_printed == ""
    assert normalize_header(PrintedNotice(header=absent), jurisdiction(None), []).addressees_printed is None


@given(st.text(), st.text(), st.text())
def test_never_raises(title: str, number: str, day: str) -> None:
    made = PrintedHeader(
        title=piece(title), doc_number=piece(number), sign_date=piece(day), print_date=piece(title)
    )
    found = normalize_header(PrintedNotice(header=made), jurisdiction("520000"), [])
    assert found.jurisdiction_name == "贵州省"
