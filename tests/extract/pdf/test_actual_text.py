"""Text that a file says of its glyphs in so many words (ActualText), as browsers write it."""

from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from extract.pdf.matrix import Matrix, inverse, moved, times, way
from extract.pdf.reader import read_pdf
from schemas.document import Line
from tests.extract.pdf.made import PDF, Draw, grid, only_table, pdf, table, write


def said(canvas: Canvas, x: float, y: float, text: str, shown: str) -> None:
    """Glyphs of one text object, and what they stand for."""
    code = text.encode("utf-16-be").hex().upper()
    canvas._code.append(f"/Span <</ActualText <FEFF{code}>>> BDC")
    write(canvas, x, y, shown)
    canvas._code.append("EMC")


def in_a_form(draw: Draw) -> Draw:
    """In a form of other units, as Chromium prints pages: 0.24 points, top down."""

    def drawn(canvas: Canvas) -> None:
        canvas.beginForm("page")
        canvas.scale(1 / 0.24, -1 / 0.24)
        canvas.translate(0, -800)
        draw(canvas)
        canvas.endForm()
        canvas.saveState()
        canvas.translate(0, 800)
        canvas.scale(0.24, -0.24)
        canvas.doForm("page")
        canvas.restoreState()

    return drawn


def line(canvas: Canvas) -> None:
    write(canvas, 100, 100, "现下达")
    said(canvas, 136, 100, "金", "金")
    said(canvas, 148, 100, "1100", "1100")
    write(canvas, 172, 100, "万元")


@pytest.mark.parametrize("draw", [line, in_a_form(line)])
def test_it_stands_where_its_glyphs_do(draw: Draw) -> None:
    found = read_pdf(pdf(draw), PDF)
    assert [block.text for block in found.blocks() if isinstance(block, Line)] == ["现下达金1100万元"]


CELLS = [(0, 0, 1, 1, "县区"), (0, 1, 1, 1, "金额"), (1, 0, 1, 1, "甲县"), (1, 1, 1, 1, "")]


@pytest.mark.parametrize("wrap", [lambda draw: draw, in_a_form])
@pytest.mark.parametrize("shown", ["100,055.00", "ABCDEFGHIJ"])  # glyphs that a font names otherwise
def test_no_digit_moves_to_another_cell_or_is_taken_for_a_twin(
    wrap: Callable[[Draw], Draw], shown: str
) -> None:
    def draw(canvas: Canvas) -> None:
        table(CELLS, (100, 200, 300), (100, 130, 160))(canvas)
        said(canvas, 210, 150, "100,055.00", shown)

    found = grid(only_table(pdf(wrap(draw))))
    assert [text for _, text in sorted(found.items())] == ["县区", "金额", "甲县", "100,055.00"]


MATRICES: list[Matrix] = [(1, 0, 0, 1, 5, 7), (0.24, 0, 0, -0.24, 76, 754), (0, 2, -3, 0, 1, 1)]


@pytest.mark.parametrize("start", MATRICES)
@pytest.mark.parametrize("end", MATRICES)
def test_the_way_from_one_matrix_to_another(start: Matrix, end: Matrix) -> None:
    found = way(start, end)
    if start == end:
        assert found is None
        return
    assert found is not None
    assert moved(times(start, found), 3, 4) == pytest.approx(moved(end, 3, 4))


def test_what_lays_all_on_a_line_has_no_way_back() -> None:
    assert inverse((1, 1, 1, 1, 0, 0)) is None
