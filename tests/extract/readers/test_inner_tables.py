import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.contract import FormatError
from extract.readers.inner_tables import parts_of
from extract.readers.text import read_text
from schemas.document import Block, Document, Line, ProblemKind, Table

TABLE = (
    "<table><tr><td rowspan=2>县区</td><td colspan=2>金额</td></tr>"
    "<tr><td>合计</td><td>其中</td></tr><tr><td>睢县</td><td>421</td><td>1</td></tr></table>"
)


def read(text: str) -> Document:
    return read_text(text.encode(), "text/markdown")


def grid(block: Block) -> list[tuple[int, int, int, int, str]]:
    assert isinstance(block, Table)
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in block.cells]


SPANS = [(0, 0, 2, 1, "县区"), (0, 1, 1, 2, "金额"), (1, 1, 1, 1, "合计"), (1, 2, 1, 1, "其中"),
         (2, 0, 1, 1, "睢县"), (2, 1, 1, 1, "421"), (2, 2, 1, 1, "1")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"附件1\n\n{TABLE}\n\n注：略",
        f"附件1\n<html><body>{TABLE}</body></html>\n\n注：略",  # MinerU
        # PaddleOCR
        f'附件1\n\n<div style="text-align: center;"><html><body>{TABLE}</body></html></div>\n\n注：略',
        "附件1\n\n" + TABLE.replace("</tr>", "</tr>\n") + "\n\n注：略",  # over several lines
        "附件1\n" + TABLE.replace("<table>", '<TABLE border="1">').replace("</table>", "</TABLE>") + "注：略",
    ],
)
def test_a_table_keeps_its_spans_and_stands_where_it_was(text: str) -> None:
    before, table, after = read(text).blocks()
    assert isinstance(before, Line)
    assert isinstance(after, Line)
    assert grid(table) == SPANS
    assert (before.text, after.text) == ("附件1", "注：略")
    assert after.place.line == 1 + text[: text.index("注")].count("\n")
    assert isinstance(table, Table)
    assert {c.text: c.place.line for c in table.cells}["421"] == 1 + text[: text.index("421")].count("\n")


def test_formulas_and_escapes_in_cells_and_lines() -> None:
    text = (
        r"3\~5月，$\geq 9 5 \%$" + "\n" + r"<table><tr><td>率</td><td><eq>\geq 9 5 \%</eq></td></tr></table>"
    )
    first, second, third = read(text + "\n" + r"|甲\|乙|$5 \%$|" + "\n|丙|6|").blocks()
    assert isinstance(first, Line)
    assert first.text == "3~5月，≥95%"
    assert [cell[-1] for cell in grid(second)] == ["率", "≥95%"]
    assert [cell[-1] for cell in grid(third)] == ["甲|乙", "5%", "丙", "6"]


def test_a_table_that_breaks_off_is_named() -> None:
    document = read("附件1\n\n<table><tr><td>县区</td><td>金额</td></tr><tr><td>睢县\n\n抄送：甲")
    assert [p.reason.code for p in document.problems if p.reason] == ["table-not-closed"]
    assert document.problems[0].place.line == 3
    assert [b.text for b in document.blocks() if isinstance(b, Line)] == ["附件1", "抄送：甲"]


@pytest.mark.parametrize("text", ["![](images/a.jpg)", '<img src="images/a.jpg" width="50%" />'])
def test_a_picture_is_named_and_is_no_text(text: str) -> None:
    document = read(f"甲\n\n{text}\n乙")
    assert [(p.kind, p.detail, p.place.line) for p in document.problems] == [
        (ProblemKind.UNCLAIMED, "images/a.jpg", 3)
    ]
    assert [b.text for b in document.blocks() if isinstance(b, Line)] == ["甲", "乙"]


MARKS = ["<table>", "</table>", "<tr>", "<td>", "<table", "<html><body>", "</div>", "\n", "\n\n", "甲", "5"]


@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
def test_the_parts_are_the_text(text: str) -> None:
    assert "".join(part.text for part in parts_of(text)) == text


@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
def test_fails_only_with_a_typed_error(text: str) -> None:
    try:
        read(text)
    except FormatError as error:
        assert error.reason.code == "text-blank"  # noqa: PT017  the error is one of two outcomes
