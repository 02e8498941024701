"""Whole files, made with every construct that writers use."""

from decimal import Decimal
from pathlib import PurePath

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import media_type_of, printed_notices, read
from extract.ofd.reader import read_ofd
from extract.pixels.raster import Raster
from extract.readers.kinds import OFD, refined
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Document, Line, ProblemKind, Table
from tests.extract.ofd.made import XMLNS, Sheet, ofd, png

NOTICE = [
    "某省财政厅文件",
    "某财农〔2021〕12号",
    "关于下达2021年水利资金的通知",
    "甲县财政局：",
    "现下达你县资金1227万元。",
]
ROWS = [["县区", "金额"], ["甲县", "421"], ["乙县", "806.50"], ["合计", "1,227.50"]]


def notice() -> Sheet:
    sheet = Sheet()
    for n, text in enumerate(NOTICE):
        sheet.text(30, 30 + 12 * n, text)
    return sheet.text(30, 110, "附件1").text(130, 110, "单位：万元").table(30, 120, [40, 60], ROWS)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks() if isinstance(block, Line)]


def grid(block: Block) -> list[list[str]]:
    assert isinstance(block, Table)
    rows = [[""] * block.column_count for _ in range(block.row_count)]
    for cell in block.cells:
        rows[cell.row][cell.column] = cell.text
    return rows


def test_a_notice_with_its_table() -> None:
    data = ofd(notice())
    assert refined(media_type_of(PurePath("x.zip"), data[:2048]) or "", data) == OFD  # by content
    document = read(data, OFD)
    assert document.text_origin == TextOrigin.TEXT_LAYER
    assert texts(document) == [*NOTICE, "附件1 单位：万元"]
    (table,) = (block for block in document.blocks() if isinstance(block, Table))
    assert grid(table) == ROWS
    cell = next(cell for cell in table.cells if cell.text == "421")
    assert cell.place.page == 1
    assert cell.place.confidence == 1
    assert cell.place.box is not None
    assert [round(cell.place.box.x0 * 210), round(cell.place.box.y0 * 297)] == [70, 128]
    (printed,) = printed_notices(document)
    assert len(printed.allocations) == 1


FIGURES = st.decimals(0, 10**9, places=2).map(lambda d: f"{d:,.2f}")


@settings(max_examples=30)
@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=6), st.sampled_from([2.5, 3.17, 4.23]))
def test_every_digit_comes_out(figures: list[tuple[str, str]], size: float) -> None:
    sheet = Sheet()
    for n in range(len(figures) + 1):
        sheet.line(20, 20 + 8 * n, 180, 20 + 8 * n)
    for x in (20, 100, 180):
        sheet.line(x, 20, x, 20 + 8 * len(figures))
    for n, row in enumerate(figures):
        sheet.text(21, 25 + 8 * n, row[0], size).text(101, 25 + 8 * n, row[1], size)
    (table,) = read(ofd(sheet), OFD).blocks()
    assert grid(table) == [list(row) for row in figures]
    assert all(Decimal(text.replace(",", "")) >= 0 for row in grid(table) for text in row)


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ('<ofd:TextCode X="0" Y="4" DeltaX="g 3 2">1227</ofd:TextCode>', "1227"),  # three times 2
        ('<ofd:TextCode X="0" Y="4" DeltaX="g 2 2 2">1227</ofd:TextCode>', "1227"),
        ('<ofd:TextCode X="0" Y="4" DeltaX="2">1227</ofd:TextCode>', "1227"),  # too few go on
        ('<ofd:TextCode X="0" Y="4" DeltaX="2 2 2 2 2 2">1227</ofd:TextCode>', "1227"),  # too many
        ('<ofd:TextCode X="0" Y="4">1227</ofd:TextCode>', "1227"),  # none: as the font has it
        ('<ofd:TextCode X="0" Y="4" DeltaX="x">1227</ofd:TextCode>', "1227"),
        ('<ofd:TextCode X="0" Y="4" DeltaX="g 9999999 2">1227</ofd:TextCode>', "1227"),  # no bomb
        # the second on the line of the first
        ('<ofd:TextCode X="0" Y="4">1</ofd:TextCode><ofd:TextCode X="2">2</ofd:TextCode>', "12"),
        ('<ofd:TextCode X="0" Y="4" DeltaX="4 4">甲 乙</ofd:TextCode>', "甲 乙"),  # a typed blank
        ('<ofd:TextCode X="0" Y="4" DeltaX="2 2 2 2">12 34</ofd:TextCode>', "12 34"),
        ('<ofd:TextCode X="0" Y="4" DeltaX="2 30 2">1234</ofd:TextCode>', "12 34"),  # two columns
        ('<ofd:TextCode X="0" Y="4" DeltaX="6 6">甲乙丙</ofd:TextCode>', "甲乙丙"),  # spread
        ('<ofd:TextCode X="0" Y="4" DeltaX="3 3">甲乙丙</ofd:TextCode>', "甲乙丙"),  # condensed
        # glyphs change nothing
        ('<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>7 8</ofd:Glyphs>'
         '</ofd:CGTransform><ofd:TextCode X="0" Y="4" DeltaX="4">甲乙</ofd:TextCode>', "甲乙"),
    ],
)  # fmt: skip  # a code a line
def test_text_codes(codes: str, text: str) -> None:
    assert texts(read(ofd(Sheet().raw_text(30, 50, codes)), OFD)) == [text]


def test_lines_below_one_another_in_one_code() -> None:
    codes = '<ofd:TextCode X="0" Y="4" DeltaX="4 -4 4" DeltaY="0 8 0">甲乙丙丁</ofd:TextCode>'
    assert texts(read(ofd(Sheet().raw_text(30, 50, codes)), OFD)) == ["甲乙", "丙丁"]


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"CTM": "0.5 0 0 0.5 0 0"}, ["甲乙1227"]),  # smaller
        ({"HScale": "0.6"}, ["甲乙1227"]),
        ({"Visible": "false"}, []),
        ({"Alpha": "0"}, []),
    ],
)
def test_objects_moved_and_hidden(attributes: dict[str, str], expected: list[str]) -> None:
    sheet = Sheet().text(30, 50, "甲乙1227", **attributes).text(30, 90, "丙")
    assert texts(read(ofd(sheet), OFD)) == [*expected, "丙"]


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    sheet = Sheet()
    for n in range(4):
        sheet.raw_text(100 + 10 * n, 250, '<ofd:TextCode X="0" Y="0" DeltaX="4 4 4">关于下达</ofd:TextCode>',
                       CTM="0 -1 1 0 0 0")  # fmt: skip
    found = read(ofd(sheet), OFD)
    assert texts(found) == ["关于下达"] * 4
    line = next(found.blocks())
    assert line.place.box is not None
    assert line.place.box.y1 - line.place.box.y0 > line.place.box.x1 - line.place.box.x0


def test_templates_lie_under_or_over_the_page() -> None:
    below, page = Sheet().table(30, 20, [40, 60], [["县区", "金额"], ["", ""]]), Sheet()
    page.text(31, 33.5, "甲县").text(71, 33.5, "421")
    page.templates = [("0", "Background"), ("1", "Foreground")]
    document = read(ofd(page, templates=[below, Sheet().text(30, 60, "注：略")]), OFD)
    table, note = document.blocks()
    assert grid(table) == [["县区", "金额"], ["甲县", "421"]]
    assert isinstance(note, Line)
    assert note.text == "注：略"


def test_blocks_and_composite_objects() -> None:
    inner = Sheet().text(10, 20, "甲").objects[0]
    page = Sheet()
    page.objects += [
        f"<ofd:PageBlock>{Sheet().text(30, 20, '乙').objects[0]}</ofd:PageBlock>",
        '<ofd:CompositeObject ID="1" ResourceID="7" Boundary="30 100 50 50" CTM="1 0 0 1 0 0"/>',
    ]
    unit = (
        f'<ofd:CompositeGraphicUnit ID="7" Width="50" Height="50"><ofd:Content>{inner}</ofd:Content>'
        "</ofd:CompositeGraphicUnit>"
    )
    document = read(
        ofd(page, resources=f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>"), OFD
    )
    assert texts(document) == ["乙", "甲"]


@pytest.mark.parametrize("name", ["ofd:", "o:", ""])
def test_other_namespaces(name: str) -> None:
    page = Sheet().text(30, 50, "甲").xml().replace("ofd:", name)
    page = page.replace(
        f"xmlns:{name[:-1]}" if name else "xmlns:", f"xmlns:{name[:-1]}" if name else "xmlns:x"
    )
    page = page.replace("2016", "2019").replace("xmlns:ofd", f"xmlns:{name[:-1]}" if name else "xmlns")
    assert texts(read(ofd(Sheet(), parts={"Doc_0/Pages/Page_0/Content.xml": page}), OFD)) == ["甲"]


@pytest.mark.parametrize(
    ("data", "attributes", "inner"),
    [
        ("M 0 0 L 60 0 L 60 20 L 0 20 C", {}, ""),  # an outline
        ("S 0 0 L 60 0 L 60 20 L 0 20 C", {"Stroke": "true", "Fill": "false"}, ""),
        ("M 0 0 L 60 0 M 60 0 L 60 20 M 60 20 L 0 20 M 0 20 L 0 0", {}, ""),
        ("M 0 0 L 60 0 L 60 20 L 0 20 C", {"CTM": "1 0 0 1 0 0"}, '<ofd:StrokeColor Value="#0 #0 #0"/>'),
        ("M 0 0 L 60 0 L 60 0.3 L 0 0.3 C M 0 20 L 60 20 L 60 20.3 L 0 20.3 C "
         "M 0 0 L 0.3 0 L 0.3 20 L 0 20 C M 60 0 L 60.3 0 L 60.3 20 L 60 20 C",
         {"Stroke": "false", "Fill": "true"}, ""),  # thin rectangles
    ],
)  # fmt: skip
def test_rules_drawn_in_every_way(data: str, attributes: dict[str, str], inner: str) -> None:
    sheet = Sheet().path(data, "30 50 60 20", inner, **attributes).line(60, 50, 60, 70)
    (table,) = read(ofd(sheet.text(32, 60, "甲县").text(62, 60, "421")), OFD).blocks()
    assert grid(table) == [["甲县", "421"]]


@pytest.mark.parametrize(
    ("data", "attributes", "inner"),
    [
        ("M 0 0 L 60 0", {"Stroke": "false"}, ""),  # nothing is drawn
        ("M 0 0 L 60 0", {}, '<ofd:StrokeColor Value="255 255 255"/>'),  # white
        ("M 0 0 L 60 0", {}, '<ofd:StrokeColor Value="0 0 0 0"/>'),  # no ink
        ("M 0 0 L 60 0", {}, '<ofd:StrokeColor Value="0 0 0" Alpha="0"/>'),
        ("M 0 0 Q 30 10 60 0", {}, ""),  # a curve
        ("M 0 0 L 60 x", {}, ""),
        ("", {}, ""),
    ],
)
def test_what_is_no_rule(data: str, attributes: dict[str, str], inner: str) -> None:
    sheet = Sheet().table(30, 50, [30, 30], [["甲", "5"], ["乙", "6"]])
    grid_with = read(ofd(sheet.path(data, "30 62 60 1", inner, **attributes)), OFD)
    assert [grid(block) for block in grid_with.blocks()] == [[["甲", "5"], ["乙", "6"]]]


def ocr(raster: Raster, page: int) -> tuple[Block, ...]:
    """Says where on the page there is something else than white."""
    ys, xs = np.nonzero((raster.pixels < 128).any(axis=2))
    found = (
        [round(float(v), 2) for v in (xs.min() / raster.width, ys.min() / raster.height)] if len(xs) else []
    )
    return (Line(text=f"{found}", place={"page": page}),)  # type: ignore[arg-type]  # pydantic makes a place of it


def test_a_scan_is_read_from_its_picture_and_a_seal_does_not_hide_it() -> None:
    scan = Sheet().picture(0, 0, 210, 297).picture(100, 200, 40, 40, "8")
    data = ofd(scan, notice(), media={"9": png(1654, 2339, "black"), "8": png(color="white")})
    document = read_ofd(data, OFD, ocr)
    assert texts(document)[0] == "[0.0, 0.0]"
    assert document.text_origin == TextOrigin.MIXED
    assert document.problems == ()


@pytest.mark.parametrize(
    ("ctm", "corner"),
    [
        ("60 0 0 40 0 0", "[0.14, 0.17]"),
        ("60 0 0 40 5 10", "[0.17, 0.2]"),
        ("0 40 -60 0 60 0", "[0.14, 0.17]"),  # a quarter turned
    ],
)
def test_a_picture_lies_where_its_matrix_says(ctm: str, corner: str) -> None:
    sheet = Sheet()
    sheet.objects.append(f'<ofd:ImageObject ID="1" ResourceID="9" CTM="{ctm}" Boundary="30 50 60 40"/>')
    assert texts(read_ofd(ofd(sheet, media={"9": png(color="black")}), OFD, ocr)) == [corner]


def test_text_on_a_scan_is_kept_and_text_under_it_is_not() -> None:
    sheet = Sheet().text(30, 50, "另一程序所读").picture(0, 0, 210, 297).text(30, 90, "收文章")
    assert texts(read_ofd(ofd(sheet, media={"9": png()}), OFD, ocr)) == ["[]", "收文章"]


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (Sheet().picture(0, 0, 210, 297), "page-needs-engine"),
        (Sheet().text(30, 50, "\ue001\ue002\ue003"), "ofd-not-drawn"),  # characters of the font's own
        (Sheet().text(30, 50, "¤" * 60), "ofd-not-drawn"),
    ],
)
def test_pages_that_can_not_be_read(sheet: Sheet, code: str) -> None:
    document = read(ofd(notice(), sheet, media={"9": png()}), OFD)
    (problem,) = document.problems
    assert problem.reason is not None
    assert problem.reason.code == code
    assert problem.place.page == 2


def test_lost_characters_leave_holes() -> None:
    sheet = Sheet().text(30, 50, "关于下达资金的通知现下达你县\ue0011227万元")
    document = read(ofd(sheet), OFD)
    assert texts(document) == ["关于下达资金的通知现下达你县\ufffd1227万元"]
    assert [p.reason.code for p in document.problems if p.reason] == ["ofd-characters-lost"]


def test_attached_files_are_named() -> None:
    listed = (
        f'<ofd:Attachments {XMLNS}><ofd:Attachment ID="1" Name="x"><ofd:FileLoc>a/分配表.xlsx</ofd:FileLoc>'
        "</ofd:Attachment></ofd:Attachments>"
    )
    data = ofd(notice(), document="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
               parts={"Doc_0/Attachs/Attachments.xml": listed})  # fmt: skip
    assert [(p.kind, p.detail) for p in read(data, OFD).problems] == [(ProblemKind.UNCLAIMED, "分配表.xlsx")]
