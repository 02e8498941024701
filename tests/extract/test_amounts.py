import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.amounts import read_amounts
from schemas.document import Place
from schemas.printed import PrintedClause


def clause(text: str) -> PrintedClause:
    return PrintedClause(number="2", level=1, label="", text=text, place=Place(line=7))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("现下达资金421万元。", [("421万元", "现下达资金")]),
        ("前句。现下达1,189,810元", [("1,189,810元", "现下达")]),  # the sentence begins behind 。
        ("甲1万元；乙2.5亿元", [("1万元", "甲"), ("2.5亿元", "乙")]),
        ("补助每人每月500元", []),  # a rate
        ("补助 万元", []),  # left blank
        ("2021年资金", []),
    ],
)
def test_amounts(text: str, amounts: list[tuple[str, str]]) -> None:
    assert [(a.piece.text, a.before) for a in read_amounts([clause(text)])] == amounts


def test_each_names_its_clause_and_place() -> None:
    (amount,) = read_amounts([clause("下达1万元")])
    assert (amount.clause, amount.piece.place.line) == ("2", 7)


@given(st.text() | st.text("现下达每人，。；1234.万亿元"))
def test_never_raises_and_prints_what_stands_there(text: str) -> None:
    for amount in read_amounts([clause(text)]):
        assert amount.before + amount.piece.text in text
