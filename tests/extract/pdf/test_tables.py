"""Tables of text-layer pages: whatever rules they have, the cells come out with their spans and texts."""

import pytest

from tests.extract.pdf.made import (
    Merged,
    blocks,
    both,
    grid,
    lines,
    only_table,
    pdf,
    picture,
    rule,
    table,
    texts,
    write,
)

XS = (80, 140, 260, 380, 500)
YS = (100, 130, 160, 190, 220)

TWO_LEVELS: tuple[Merged, ...] = (
    (0, 0, 2, 1, "序号"), (0, 1, 2, 1, "县市"), (0, 2, 1, 2, "金额"),
    (1, 2, 1, 1, "中央"), (1, 3, 1, 1, "省级"),
    (2, 0, 1, 1, "1"), (2, 1, 1, 1, "甲县"), (2, 2, 1, 1, "435"), (2, 3, 1, 1, ""),
    (3, 0, 1, 2, "合计"), (3, 2, 1, 1, "435"), (3, 3, 1, 1, "0"),
)  # fmt: skip


def as_grid(cells: tuple[Merged, ...]) -> dict[tuple[int, int, int, int], str]:
    return {cell[:4]: cell[4] for cell in cells}


@pytest.mark.parametrize("sides", [True, False])
def test_spans_and_blank_cells_are_kept(sides):
    found = only_table(pdf(table(TWO_LEVELS, XS, YS, sides=sides)))
    assert grid(found) == as_grid(TWO_LEVELS)
    assert (found.row_count, found.column_count, found.spans_known) == (4, 4, True)


def test_lines_around_a_table_are_not_in_it_and_come_in_order():
    page = both(
        lines("资金分配表", y=60),
        table(TWO_LEVELS, XS, YS),
        lines("注：以上为全年数。", y=260),
        lines("- 3 -", y=800),
    )
    found = blocks(pdf(page))
    assert [type(block).__name__ for block in found] == ["Line", "Table", "Line"]
    assert texts(found) == ["资金分配表", "注：以上为全年数。"]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        # a wrapped name goes on without a blank
        ("困难群众基本生活救\n助保障率", "困难群众基本生活救助保障率"),
        # a line that ends early was broken on purpose
        ("低保对象人数\n临时救助人次", "低保对象人数\n临时救助人次"),
        # numbered goals keep their lines
        ("1.规范城乡低保政策；\n2.统筹特困人员救助", "1.规范城乡低保政策；\n2.统筹特困人员救助"),
        # a label printed downwards
        ("年\n度\n总\n体\n目\n标", "年度总体目标"),
        # two figures never become one
        ("435\n20", "435\n20"),
        ("1\n2", "1\n2"),
        # a figure too long for its cell is one
        ("13,645,\n500.00", "13,645,500.00"),
        ("适度提高全年水平线\n≥95%", "适度提高全年水平线\n≥95%"),
    ],
)
def test_lines_of_a_cell(printed, read):
    cells: tuple[Merged, ...] = ((0, 0, 1, 1, printed), (0, 1, 1, 1, "甲"))
    found = only_table(pdf(table(cells, (80, 180, 280), (100, 200))))
    assert found.cells[0].text == read


def test_a_cell_of_stacked_figures_is_cut_into_rows():
    cells: tuple[Merged, ...] = (
        (0, 0, 1, 1, "县市"), (0, 1, 1, 1, "金额"),
        (1, 0, 1, 1, "甲县\n乙县\n丙县"), (1, 1, 1, 1, "435\n20\n5"),
    )  # fmt: skip
    found = only_table(pdf(table(cells, (80, 180, 280), (100, 130, 200))))
    assert [[cell.text for cell in row] for row in found.rows()] == [
        ["县市", "金额"], ["甲县", "435"], ["乙县", "20"], ["丙县", "5"],
    ]  # fmt: skip


ROWS = (
    ("序号", "县市", "金额"),
    ("1", "甲县", "435"),
    ("2", "察布查尔锡伯自治县", "20"),
    ("", "合计", "455"),
)


def in_columns(canvas):
    for n, row in enumerate(ROWS):
        for x, text in zip((90, 180, 380), row, strict=True):
            write(canvas, x, 120 + 24 * n, text)


@pytest.mark.parametrize(
    "rules",
    [
        [],  # none
        [104, 128, 200],  # 三线表
        [104, 128, 152, 176, 200],  # one under every row
    ],
)
def test_columns_without_vertical_rules(rules):
    def draw(canvas):
        in_columns(canvas)
        for y in rules:
            rule(canvas, 80, y, 460, y)

    found = only_table(pdf(both(lines("资金分配表", y=70), draw, lines("附注在此。", y=260))))
    assert [[cell.text for cell in row] for row in found.rows()] == [
        ["序号", "县市", "金额"], ["1", "甲县", "435"], ["2", "察布查尔锡伯自治县", "20"], ["合计", "455"],
    ]  # fmt: skip


def test_a_name_wrapped_between_two_rules_is_one_cell():
    def draw(canvas):
        for n in range(3):
            rule(canvas, 80, 100 + 40 * n, 460, 100 + 40 * n)
            for x, text in ((90, str(n)), (380, "20")):
                write(canvas, x, 124 + 40 * n, text)
            write(canvas, 180, 116 + 40 * n, "察布查尔")
            write(canvas, 180, 132 + 40 * n, "自治县")
        rule(canvas, 80, 220, 460, 220)

    found = only_table(pdf(draw))
    assert [cell.text for cell in found.rows()[1]] == ["1", "察布查尔自治县", "20"]


@pytest.mark.parametrize(
    "found",
    [
        ("甲州财政局          乙州民政局", "2023年3月5日"),  # who signs
        ("抄送：州审计局。", "甲州财政局               2023年3月5日印发"),  # 版记
        ("一、收入列1100248项。", "二、支出列208项。", "三、资金120万元。"),  # clauses with figures
    ],
)
def test_text_is_no_table(found):
    def draw(canvas):
        for n in range(len(found) + 1):
            rule(canvas, 80, 80 + 24 * n, 500, 80 + 24 * n)
        lines(*found, y=97, pitch=24)(canvas)

    page = blocks(pdf(draw))
    assert [text.replace(" ", "") for text in texts(page)] == [text.replace(" ", "") for text in found]


def test_a_box_around_the_page_is_no_table():
    frame: tuple[Merged, ...] = ((0, 0, 1, 1, ""),)
    found = blocks(pdf(both(table(frame, (40, 550), (40, 780)), lines("第一行文字。", "第二行文字。"))))
    assert texts(found) == ["第一行文字。", "第二行文字。"]


def test_rules_drawn_as_filled_bars_and_pictures():
    def draw(canvas):
        for y in (700, 670, 640):
            canvas.rect(80, y, 200, 0.5, stroke=0, fill=1)
        for x in (80, 180):
            canvas.rect(x, 640, 0.5, 60, stroke=0, fill=1)
        picture(2, 200, (280, 640, 0.7, 60))(canvas)
        for n, row in enumerate((("县市", "金额"), ("甲县", "5"))):
            for x, text in zip((90, 190), row, strict=True):
                write(canvas, x, 160 + 30 * n, text)

    found = only_table(pdf(draw))
    assert [[cell.text for cell in row] for row in found.rows()] == [["县市", "金额"], ["甲县", "5"]]


def test_the_box_of_a_cell_lies_inside_its_borders():
    found = only_table(pdf(table(TWO_LEVELS, XS, YS)))
    box = next(cell for cell in found.cells if cell.text == "435").place.box
    assert (box.x0 * 595.28, box.x1 * 595.28) == pytest.approx((260.75, 379.25), abs=0.1)
    assert (box.y0 * 841.89, box.y1 * 841.89) == pytest.approx((160.75, 189.25), abs=0.1)
