"""XLSX (ECMA-376) through openpyxl: the file is read twice, for the formulas and for their results."""

import warnings
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from extract.readers.contract import FormatError
from extract.workbook.number_format import BUILT_IN
from extract.workbook.sheet import Region, Sheet
from extract.workbook.shown import Value, shown


def xlsx_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet; raises `FormatError` for what openpyxl can't make sense of."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that no table needs
            formulas = load_workbook(BytesIO(data), data_only=False)
            results = load_workbook(BytesIO(data), data_only=True)
            return tuple(_sheets(formulas, results))
    except MemoryError:
        raise
    except Exception as error:  # openpyxl raises whatever its parsers meet in a damaged part
        raise FormatError("workbook-damaged") from error


def _sheets(formulas: Workbook, results: Workbook) -> list[Sheet]:
    numbers = {name: number for number, name in enumerate(results.sheetnames, start=1)}
    return [_sheet(formulas[sheet.title], sheet, numbers[sheet.title]) for sheet in results.worksheets]


def _sheet(formulas: Worksheet, sheet: Worksheet, number: int) -> Sheet:
    # Worksheet.iter_rows would make a cell for each blank place of a sheet that claims a million rows.
    cells = {(row - 1, column - 1): cell for (row, column), cell in sheet._cells.items()}
    computed = {(r - 1, c - 1) for (r, c), cell in formulas._cells.items() if cell.data_type == "f"}
    texts = {place: text for place, cell in cells.items() if (text := _text(cell))}
    lost = sorted(p for p in computed if cells[p].value is None and cells[p].data_type != "str")
    texts |= {place: str(formulas.cell(place[0] + 1, place[1] + 1).value) for place in lost}
    return Sheet(
        name=sheet.title,
        number=number,
        texts=texts,
        merged=tuple(
            Region(m.min_row - 1, m.max_row - 1, m.min_col - 1, m.max_col - 1)
            for m in sheet.merged_cells.ranges
        ),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(row - 1 for row, found in sheet.row_dimensions.items() if found.hidden),
        hidden_columns=_hidden_columns(sheet),
        uncomputed=tuple(lost),
    )


def _text(cell: Cell | MergedCell) -> str:
    """What is shown; struck-through text stays marked."""
    value = cell.value
    if isinstance(cell, MergedCell) or not isinstance(value, Value):
        return ""
    code = BUILT_IN.get(cell._style.numFmtId) if cell.has_style else None  # type: ignore[attr-defined]  # the stubs leave it out
    text = shown(value, code or cell.number_format).strip()
    return f"~~{text}~~" if text and cell.has_style and cell.font.strike else text


def _hidden_columns(sheet: Worksheet) -> frozenset[int]:
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            found |= set(range(dimension.min - 1, dimension.max))
    return frozenset(found)
