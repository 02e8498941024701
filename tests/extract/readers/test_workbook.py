from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
import xlwt
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from extract.readers.choose import read
from extract.readers.contract import FormatError
from extract.readers.kinds import XLS, XLSX
from schemas.document import Block, Document, Line, Table
from tests.extract.workbook.made import saved, xls, xlsx

ROWS = [
    ["附件1"],
    ["2021年资金分配表"],
    [None, None, "单位：万元"],
    ["序号", "县区", "金额"],
    [1, "睢县", 1234.5],
]


def filled(sheet: Worksheet) -> None:
    for row in ROWS:
        sheet.append(row)
    for merged in ("A1:C1", "A2:C2"):
        sheet.merge_cells(merged)
    sheet["C5"].number_format = "#,##0.00"


def cells(block: Block) -> list[str]:
    """Each cell as row,column,rows,columns text."""
    assert isinstance(block, Table)
    assert block.spans_known
    return [f"{c.row},{c.column},{c.row_span},{c.column_span} {c.text}" for c in block.cells]


def texts(document: Document) -> list[str]:
    return [b.text if isinstance(b, Line) else "|".join(c.text for c in b.cells) for b in document.blocks()]


def test_titles_are_lines_and_figures_as_shown() -> None:
    *lines, table = read(xlsx(filled), XLSX).blocks()
    assert [line.text for line in lines if isinstance(line, Line)] == [
        "附件1",
        "2021年资金分配表",
        "单位：万元",
    ]
    assert cells(table) == [
        "0,0,1,1 序号", "0,1,1,1 县区", "0,2,1,1 金额", "1,0,1,1 1", "1,1,1,1 睢县", "1,2,1,1 1,234.50",
    ]  # fmt: skip
    assert table.place.page == 1


def test_xls() -> None:
    def fill(sheet: xlwt.Worksheet) -> None:
        sheet.write_merge(0, 0, 0, 1, "2021年资金分配表")
        sheet.write_merge(1, 2, 0, 0, "县区")
        sheet.write(1, 1, "金额")
        sheet.write(2, 1, "合计")
        sheet.write(3, 0, "睢县")
        sheet.write(3, 1, 1234.5, xlwt.easyxf(num_format_str="#,##0.00"))

    title, table = read(xls(fill), XLS).blocks()
    assert isinstance(title, Line)
    assert cells(table) == [
        "0,0,2,1 县区",
        "0,1,1,1 金额",
        "1,1,1,1 合计",
        "2,0,1,1 睢县",
        "2,1,1,1 1,234.50",
    ]


def test_every_visible_sheet_is_a_page_with_its_number() -> None:
    book = openpyxl.Workbook()
    for name in ("隐藏", "附件2"):
        book.create_sheet(name).append(["睢县", 5])
    book["隐藏"].sheet_state = "hidden"
    document = read(saved(book), XLSX)
    assert [(page.number, len(page.blocks)) for page in document.pages] == [(1, 0), (2, 0), (3, 1)]
    [problem] = document.problems
    assert (problem.kind, problem.place.page, problem.detail) == ("content-hidden", 2, "隐藏!A1 睢县, B1 5")


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["县区", "代码", "金额"], ["睢县", 1, 5], ["宁陵县", 2, 6], ["民权县", 3, 7]):
            sheet.append(row)
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["B"].hidden = True
        sheet.merge_cells("A2:A3")  # what is merged ends where it is seen to end

    document = read(xlsx(fill), XLSX)
    [table] = document.blocks()
    assert cells(table) == [
        "0,0,1,1 县区", "0,1,1,1 金额", "1,0,1,1 睢县", "1,1,1,1 5", "2,0,1,1 民权县", "2,1,1,1 7",
    ]  # fmt: skip
    assert [p.detail for p in document.problems] == ["Sheet!B1 代码, B2 1, B3 2, C3 6, B4 3"]


def test_formulas() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["县区", "金额"], ["睢县", 5], ["合计", "=SUM(B2:B2)"], ["空", '=""']):
            sheet.append(row)

    document = read(xlsx(fill), XLSX)
    assert texts(document)[0].endswith('合计|=SUM(B2:B2)|空|=""')  # never a zero
    [problem] = document.problems
    assert problem.reason is not None
    assert (problem.reason.code, problem.place.page) == ("formula-no-value", 1)
    assert "Sheet!B3" in problem.reason.detail
    computed = _with_results(xlsx(fill))
    assert texts(read(computed, XLSX))[0].endswith("合计|5|空")
    assert not read(computed, XLSX).problems


def _with_results(data: bytes) -> bytes:
    """As Excel saves it: each formula with its result, an empty text as an empty one."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(stream, "w") as after:
        for name in before.namelist():
            part = before.read(name).replace(b"<f>SUM(B2:B2)</f><v />", b"<f>SUM(B2:B2)</f><v>5</v>")
            part = part.replace(b"<f>SUM(B2:B2)</f><v></v>", b"<f>SUM(B2:B2)</f><v>5</v>")
            part = part.replace(b'<c r="B4"><f>', b'<c r="B4" t="str"><f>')
            after.writestr(name, part)
    return stream.getvalue()


def test_two_tables_on_a_sheet() -> None:
    def fill(sheet: Worksheet) -> None:
        for row in (["县区", "金额"], ["睢县", 5], [], ["附件2"], ["县区", "面积"], ["宁陵县", 6]):
            sheet.append(row)

    assert texts(read(xlsx(fill), XLSX)) == ["县区|金额|睢县|5", "附件2", "县区|面积|宁陵县|6"]


def test_struck_through_text_stays_marked() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["睢县", 5])
        sheet["B1"].font = Font(strike=True)

    assert texts(read(xlsx(fill), XLSX)) == ["睢县|~~5~~"]


def test_a_sheet_of_paragraphs_is_lines() -> None:
    def fill(sheet: Worksheet) -> None:
        for text in ("关于下达资金的通知", "现下达你县资金5万元，请专款专用。"):
            sheet.append([text])

    assert texts(read(xlsx(fill), XLSX)) == ["关于下达资金的通知", "现下达你县资金5万元，请专款专用。"]


def test_a_sheet_that_claims_a_million_rows() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(["睢县", 5])
        sheet["XFD1048576"].font = Font(bold=True)

    assert texts(read(xlsx(fill), XLSX)) == ["睢县|5"]


def _zip(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()


WORKBOOK = xlsx(filled)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (b"", XLSX, "empty"),
        (WORKBOOK[:-200], XLSX, "zip-damaged"),  # cut off
        (b"PK\x03\x04", XLSX, "zip-damaged"),
        (_zip({"xl/workbook.xml": b"<workbook"}), XLSX, "workbook-damaged"),
        (_zip({"xl/workbook.xml": bytes(600 << 20)}), XLSX, "zip-too-large"),  # a bomb
        (xlsx(lambda _: None), XLSX, "workbook-blank"),
        (OLE + b"\x00\x00" + "EncryptedPackage\0".encode("utf-16-le"), XLSX, "office-password"),
        (OLE, XLS, "workbook-damaged"),
        (b"rubbish" * 9, XLS, "workbook-damaged"),
        (xls(lambda sheet: sheet.write(0, 0, "睢县"))[:900], XLS, "workbook-damaged"),
    ],
)
def test_bad_workbooks(data: bytes, media_type: str, code: str) -> None:
    with pytest.raises(FormatError) as raised:
        read(data, media_type)
    assert raised.value.reason.code == code


def test_a_wrong_name_does_no_harm() -> None:
    old = xls(lambda sheet: [sheet.write(0, n, text) for n, text in enumerate(["睢县", "5"])] and None)
    assert texts(read(old, XLSX)) == ["睢县|5"]
    assert texts(read(WORKBOOK, XLS))[0] == "附件1"


@given(st.binary(max_size=200), st.integers(0, len(WORKBOOK)))
def test_no_bytes_break_it(data: bytes, at: int) -> None:
    for damaged in (WORKBOOK[:at] + data + WORKBOOK[at + len(data) :], b"\x09\x08" + data):
        for media_type in (XLSX, XLS):
            with suppress(FormatError):
                read(damaged, media_type)
