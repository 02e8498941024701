"""Pages turned by /Rotate or printed on their side: read upright, boxes on the page as displayed."""

import pytest
from reportlab.lib.pagesizes import A4, landscape

from schemas.document import Table
from tests.extract.pdf.made import blocks, grid, lines, only_table, pdf, table, texts, turned
from tests.extract.pdf.test_tables import TWO_LEVELS, XS, YS, as_grid

WIDE, HIGH = A4
# Where a viewer turns the page by so much, a point (x, y) given as fractions comes to lie here.
DISPLAYED = {
    0: lambda x, y: (x, y),
    90: lambda x, y: (1 - y, x),
    180: lambda x, y: (1 - x, 1 - y),
    270: lambda x, y: (y, 1 - x),
}


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_table_on_a_turned_page_is_read_upright_with_boxes_as_displayed(rotation):
    def draw(canvas):
        turned(canvas, rotation)
        table(TWO_LEVELS, XS, YS)(canvas)

    found = only_table(pdf(draw))
    assert grid(found) == as_grid(TWO_LEVELS)
    box = next(cell for cell in found.cells if cell.text == "省级").place.box
    corners = [DISPLAYED[rotation](x / WIDE, y / HIGH) for x, y in ((380.75, 130.75), (499.25, 159.25))]
    expected = (*map(min, *corners), *map(max, *corners))
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx(expected, abs=0.001)


@pytest.mark.parametrize("rotation", [90, 270])
def test_a_landscape_table_turned_for_display_reads_as_displayed(rotation):
    """What a spreadsheet program writes: the text on its side, /Rotate sets it upright."""

    def draw(canvas):
        turned(canvas, rotation)
        if rotation == 90:
            canvas.translate(WIDE, 0)
            canvas.rotate(90)
        else:
            canvas.translate(0, HIGH)
            canvas.rotate(-90)
        canvas.translate(0, WIDE - HIGH)
        table(TWO_LEVELS, XS, YS)(canvas)

    box = next(c for c in only_table(pdf(draw)).cells if c.text == "省级").place.box
    assert (box.x0, box.y0) == pytest.approx((380.75 / HIGH, 130.75 / WIDE), abs=0.001)


def test_a_landscape_page():
    data = pdf(lines("横向页面的一行文字", y=HIGH - WIDE + 50), size=landscape(A4))
    (line,) = blocks(data)
    assert line.text == "横向页面的一行文字"
    assert line.place.box.x0 == pytest.approx(90 / HIGH, abs=0.001)
    assert line.place.box.y1 == pytest.approx(51.4 / WIDE, abs=0.001)


def test_a_seals_writing_is_left_out():
    def draw(canvas):
        lines("甲州财政局", "2023年3月5日")(canvas)
        canvas.translate(200, 600)
        canvas.rotate(35)
        lines("甲州财政局公章", y=700)(canvas)

    assert texts(blocks(pdf(draw))) == ["甲州财政局", "2023年3月5日"]


def test_a_label_turned_inside_its_cell_is_read():
    cells = ((0, 0, 2, 1, ""), (0, 1, 1, 1, "一级指标"), (1, 1, 1, 1, "产出指标"))

    def draw(canvas):
        table(cells, (80, 110, 300), (100, 150, 200))(canvas)
        canvas.translate(90, HIGH - 110)
        canvas.rotate(-90)
        lines("绩效指标", x=0, y=HIGH)(canvas)

    found = blocks(pdf(draw))[0]
    assert isinstance(found, Table)
    assert found.cells[0].text == "绩效指标"
