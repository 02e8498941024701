import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.citations import read_citations
from schemas.document import Piece, Place
from schemas.printed import PrintedClause

PIECES = st.lists(
    st.sampled_from(
        [
            "《",
            "》",
            "（",
            "）",
            "关于下达资金的通知",
            "财农",
            "〔2021〕",
            "33号",
            "、",
            "34号",
            "和",
            "根据",
            "，",
        ]
    ),
    max_size=16,
).map("".join)


def clause(text: str) -> PrintedClause:
    return PrintedClause(number="0", level=0, label="", text=text, place=Place())


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("根据《关于甲的通知》（财农〔2021〕33号）", [("财农〔2021〕33号", "关于甲的通知")]),
        (
            "根据财农〔2021〕33号《关于甲的通知》",
            [("财农〔2021〕33号", "关于甲的通知")],
        ),  # the title after it
        ("根据（财农〔2021〕33号）精神", [("财农〔2021〕33号", None)]),
        (
            "《关于甲的通知》（财农〔2021〕33号、34号）",
            [("财农〔2021〕33号", "关于甲的通知"), ("34号", "关于甲的通知")],
        ),
        (
            "《转发〈关于甲的意见〉的通知》（财农〔2021〕33号）",
            [("财农〔2021〕33号", "转发〈关于甲的意见〉的通知")],
        ),
        (
            "《关于印发《甲办法》的通知》（财农〔2021〕33号）",
            [("财农〔2021〕33号", "关于印发《甲办法》的通知")],
        ),  # nested
        (
            "《甲办法》（财农〔2020〕1号）和《乙办法》（财社〔2021〕2号）",
            [("财农〔2020〕1号", "甲办法"), ("财社〔2021〕2号", "乙办法")],
        ),
        ("按《甲办法》执行，见财农〔2021〕33号", [("财农〔2021〕33号", None)]),  # another document's title
        ("第1100248号科目", []),
    ],
)
def test_citations(text: str, citations: list[tuple[str, str | None]]) -> None:
    assert [(c.doc_number.text, c.title) for c in read_citations([clause(text)], [])] == citations


def test_an_elliptic_number_is_completed() -> None:
    first, second = read_citations([clause("（财农〔2021〕33号、34号）")], [])
    assert (first.number.canonical, second.number.canonical) == ("财农〔2021〕33号", "财农〔2021〕34号")


def test_those_of_tables_come_last_and_name_no_clause() -> None:
    found = read_citations([clause("（财农〔2021〕33号）")], [Piece(text="黔财农〔2020〕5号 下达")])
    assert [(c.number.canonical, c.clause) for c in found] == [
        ("财农〔2021〕33号", "0"),
        ("黔财农〔2020〕5号", None),
    ]


@given(st.text() | PIECES)
def test_never_raises_and_prints_what_stands_there(text: str) -> None:
    for citation in read_citations([clause(text)], [Piece(text=text)]):
        assert citation.doc_number.text in text
        assert citation.title is None or citation.title in text
