"""LibreOffice for real: the same notice in every format that needs it."""

import io
from pathlib import PurePath

import docx
import openpyxl
import pytest
from docx.document import Document as WordDocument

from extract import media_type_of, read
from extract.office.convert import converted
from extract.office.find import find_office
from extract.readers.kinds import DOC, ODS, ODT, RTF, XLS, refined
from schemas.document import Block, Line, Table
from schemas.errors import UnreadableError

pytestmark = [
    pytest.mark.skipif(find_office() is None, reason="LibreOffice isn't installed"),
    pytest.mark.slow,
]
ROWS = [["县区", "金额", ""], ["", "合计", "其中"], ["甲县", "421", "400.50"], ["乙县", "806", "1,227.00"]]
LINES = [
    "某省财政厅文件",
    "关于下达2021年水利资金的通知",
    "现下达你县资金1227万元。",
    "1. 加强管理。",
    "2. 注重绩效。",
    "附件1",
    "注：略",
]
CELLS = [(0, 0, 2, 1, "县区"), (0, 1, 1, 2, "金额"), (1, 1, 1, 1, "合计"), (1, 2, 1, 1, "其中"),
         (2, 0, 1, 1, "甲县"), (2, 1, 1, 1, "421"), (2, 2, 1, 1, "400.50"),
         (3, 0, 1, 1, "乙县"), (3, 1, 1, 1, "806"), (3, 2, 1, 1, "1,227.00")]  # fmt: skip


def word() -> bytes:
    document = docx.Document()
    for text in LINES[:3]:
        document.add_paragraph(text)
    for text in LINES[3:5]:
        document.add_paragraph(text[3:], style="List Number")
    document.add_paragraph(LINES[5])
    _table(document)
    document.add_paragraph("注：略")  # Word never ends with a table
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _table(document: WordDocument) -> None:
    table = document.add_table(rows=4, cols=3)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            table.cell(r, c).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))


def cells(block: Block) -> list[tuple[int, int, int, int, str]]:
    assert isinstance(block, Table)
    return [(c.row, c.column, c.row_span, c.column_span, c.text) for c in block.cells if c.text]


@pytest.mark.parametrize(("suffix", "kind"), [("doc", DOC), ("rtf", RTF), ("odt", ODT)])
def test_a_text_in_every_format(suffix: str, kind: str) -> None:
    data = converted(word(), "docx", suffix)
    found = refined(media_type_of(PurePath("x.doc"), data[:2048]) or "", data)  # by content
    assert found == kind
    document = read(data, found)
    assert document.media_type == kind
    assert [" ".join(b.text.split()) for b in document.blocks() if isinstance(b, Line)] == LINES
    (table,) = (block for block in document.blocks() if isinstance(block, Table))
    assert cells(table) == CELLS


@pytest.mark.parametrize(("suffix", "kind"), [("ods", ODS), ("xls", XLS)])
def test_a_workbook_in_every_format(suffix: str, kind: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["县区", "金额"], ["甲县", 421], ["乙县", 1227.5]):
        sheet.append(row)
    sheet["B3"].number_format = "#,##0.00"
    stream = io.BytesIO()
    book.save(stream)
    data = converted(stream.getvalue(), "xlsx", suffix)
    found = refined(media_type_of(PurePath("x.et"), data[:2048]) or "", data)
    assert found == kind
    (table,) = read(data, found).blocks()
    assert [text for *_, text in cells(table)] == ["县区", "金额", "甲县", "421", "乙县", "1,227.50"]


def test_damage_is_a_reason() -> None:
    data = converted(word(), "docx", "doc")
    with pytest.raises(UnreadableError) as raised:
        read(data[:600] + bytes(len(data) - 600), DOC)
    assert raised.value.reason.code in {"office-failed", "no-text"}
