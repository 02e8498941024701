"""XLS (BIFF 2 to 8, [MS-XLS]) through xlrd, with formats, merged cells and what is hidden."""

from decimal import Decimal
from io import StringIO

import xlrd
from xlrd.book import Book
from xlrd.sheet import Sheet as XlrdSheet

from extract.readers.contract import FormatError
from extract.workbook.number_format import BUILT_IN
from extract.workbook.sheet import Region, Sheet
from extract.workbook.shown import shown

_VISIBLE = 0


def xls_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet; raises `FormatError` for what xlrd can't make sense of."""
    try:
        book = _opened(data)
        return tuple(_sheet(book, sheet, n) for n, sheet in enumerate(book.sheets(), start=1))
    except MemoryError:
        raise
    except Exception as error:  # xlrd raises whatever its parsers meet in a damaged record
        encrypted = "encrypted" in str(error)
        raise FormatError("office-password" if encrypted else "workbook-damaged") from error


def _opened(data: bytes) -> Book:
    """Older BIFF has no formats; xlrd refuses to look for them there."""
    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=StringIO())
    except NotImplementedError:
        return xlrd.open_workbook(file_contents=data, logfile=StringIO())


def _sheet(book: Book, sheet: XlrdSheet, number: int) -> Sheet:
    places = [(row, column) for row in range(sheet.nrows) for column in range(sheet.row_len(row))]
    texts = {place: text for place in places if (text := _text(book, sheet, *place))}
    rows = {row for row, found in sheet.rowinfo_map.items() if found.hidden}
    columns = {column for column, found in sheet.colinfo_map.items() if found.hidden}
    return Sheet(
        name=sheet.name,
        number=number,
        texts=texts,
        merged=tuple(Region(r0, r1 - 1, c0, c1 - 1) for r0, r1, c0, c1 in sheet.merged_cells),
        hidden=sheet.visibility != _VISIBLE,
        hidden_rows=frozenset(rows),
        hidden_columns=frozenset(columns),
    )


def _text(book: Book, sheet: XlrdSheet, row: int, column: int) -> str:
    cell = sheet.cell(row, column)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(int(cell.value), "#?"))
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value), "General")
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _dated(book, float(cell.value), _format(book, cell.xf_index))
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return shown(cell.value, _format(book, cell.xf_index)).strip()
    text = str(cell.value).strip()
    return f"~~{text}~~" if text and _struck(book, cell.xf_index) else text


def _dated(book: Book, value: float, code: str) -> str:
    try:
        return shown(xlrd.xldate_as_datetime(value, book.datemode), code)
    except (xlrd.XLDateError, OverflowError, ValueError):
        return shown(Decimal(str(value)), "General")


def _format(book: Book, index: int | None) -> str:
    if index is None or index >= len(book.xf_list):
        return "General"
    key = book.xf_list[index].format_key
    found = book.format_map.get(key)
    return BUILT_IN.get(key) or (str(found.format_str) if found else "General")


def _struck(book: Book, index: int | None) -> bool:
    if index is None or index >= len(book.xf_list):
        return False
    font = book.xf_list[index].font_index
    return font < len(book.font_list) and bool(book.font_list[font].struck_out)
