"""What pdfplumber reads in the cells that pdfium found, on real files."""

import re
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4

from extract.pdf.geometry import Frame, displayed
from extract.pdf.reader import read_pdf
from extract.pdf.second_reader import DOUBT, READER, SecondReader
from schemas.document import Block, Cell, Table
from tests.extract.pdf.made import PDF, Draw, both, lines, only_table, pdf, table, turned

SIZE = tuple(map(float, A4))


def printed(*rows: tuple[str, str]) -> Draw:
    cells = [(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return table(cells, (100, 200, 300), tuple(100 + 30 * n for n in range(len(rows) + 1)))


SUMS = printed(("县区", "金额"), ("睢县", "435.5"), ("宁陵县", "1,020"))
FRAME = displayed((0, 0, *SIZE), 0)


def compared(data: bytes, blocks: Sequence[Block], frame: Frame = FRAME) -> dict[str, tuple[str, ...]]:
    """Text of each cell in doubt → what the second reader has in its place."""
    with SecondReader(data) as second:
        found = second.compared(blocks, 1, frame)
    cells = [cell for block in found if isinstance(block, Table) for cell in block.cells]
    assert all((cell.place.confidence == DOUBT) == bool(cell.readings) for cell in cells)
    return {c.text: tuple(r.text for r in c.readings if r.reader == READER) for c in cells if c.readings}


def with_text(found: Table, before: str, after: str) -> Table:
    def changed(cell: Cell) -> Cell:
        return cell.model_copy(update={"text": after}) if cell.text == before else cell

    return found.model_copy(update={"cells": tuple(map(changed, found.cells))})


def test_two_readers_that_agree_leave_no_doubt() -> None:
    data = pdf(SUMS)
    assert compared(data, [only_table(data)]) == {}


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [
        ("435.5", "485.5", {"485.5": ("435.5",)}),  # another digit
        ("435.5", "4355", {"4355": ("435.5",)}),  # no point
        ("1,020", "1020", {}),  # marks that are no digit of the sum
        ("睢县", "雎县", {}),  # names aren't asked about
    ],
)
def test_a_figure_that_the_second_reads_otherwise(
    before: str, after: str, doubted: dict[str, tuple[str, ...]]
) -> None:
    data = pdf(SUMS)
    assert compared(data, [with_text(only_table(data), before, after)]) == doubted


def test_a_page_of_another_size_cannot_be_compared() -> None:
    data = pdf(SUMS)
    other = with_text(only_table(data), "435.5", "485.5")
    assert compared(data, [other], displayed((0, 0, 400, 400), 0)) == {}


def test_a_turned_page_is_compared_where_it_is_displayed() -> None:
    data = pdf(both(lambda canvas: turned(canvas, 90), SUMS))
    assert compared(data, [only_table(data)], displayed((0, 0, *SIZE), 90)) == {}


def test_where_the_second_fails_the_first_stands() -> None:
    data = pdf(SUMS)
    other = with_text(only_table(data), "435.5", "485.5")
    assert compared(b"%PDF-1.4 damaged", [other]) == {}


def test_tables_of_indicators_are_not_asked_about() -> None:
    form = printed(("三级指标", "指标值"), ("低保人数", "≥95"), ("覆盖率", "100"))
    data = pdf(form)
    assert compared(data, [with_text(only_table(data), "100", "700")]) == {}


def test_reading_a_file_asks_the_second_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def compared(_: SecondReader, blocks: Sequence[Block], number: int, frame: Frame) -> tuple[Block, ...]:
        asked.append(number)
        assert (frame.width, frame.height) == pytest.approx(SIZE, abs=0.01)
        return tuple(blocks)

    monkeypatch.setattr(SecondReader, "compared", compared)
    read_pdf(pdf(SUMS, lines("完")), PDF)
    assert asked == [1, 2]


def test_a_page_tree_that_the_second_cannot_read_costs_nothing() -> None:
    data = pdf(SUMS)
    found = only_table(data)
    for box in re.findall(rb"/MediaBox \[[^]]*\]", data):
        data = data.replace(box, b"/MediaBoy [" + box[11:])
    assert compared(data, [found]) == {}
