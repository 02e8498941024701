"""All tables as one workbook (XLSX): a sheet a table, findings linked to their rows, doubtful cells coloured.

Written row by row, so that memory doesn't grow with the tables. Texts stay texts: no formula, no link is
made of what a document prints. A table longer than a sheet goes on in another.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from notices.output.marks import Marks, marks
from notices.output.ordering import in_order
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.columns import ColumnSpec, ColumnType, Row
from schemas.dataset.descriptors import LIST_SEPARATOR
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.tables import TABLES, TableSpec

FILE = "dataset.xlsx"

MOST_ROWS = 1_048_575
"""Of a sheet, below its header (ECMA-376)."""

LONGEST = 32_767
"""Characters of a cell; of a longer text the end is left out, and said."""

_CUT = " …"
_SAME_TIME = datetime(2000, 1, 1)  # noqa: DTZ001  the same tables give the same bytes, whenever
_FIRST = (TableName.NOTICES, TableName.MONEY, TableName.FINDINGS)
_COLOURS = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFF2CC"}
_WIDTHS = {ColumnType.TEXT: 22, ColumnType.LIST: 22, ColumnType.YUAN: 16, ColumnType.AMOUNT: 12}
_WIDTH = 12
_DIGITS = 15
"""What a cell's number holds exactly; a figure with more is a text."""


def write_workbook(tables: Mapping[TableName, Sequence[Row]], path: Path) -> None:
    """Write every table, the empty ones too; rows come in any order."""
    ordered = {spec.name: in_order(spec, tables.get(spec.name, ())) for spec in TABLES}
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(path, options)
    book.set_properties({"created": _SAME_TIME})
    sheets = _Sheets(book, marks(ordered))
    for spec in sorted(TABLES, key=lambda s: (*(s.name != name for name in _FIRST),)):
        sheets.write(spec, ordered[spec.name])
    book.close()


class _Sheets:
    """Writes tables into sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, marks: Marks) -> None:
        self._book, self._marks = book, marks
        self._header = book.add_format({"bold": True, "bottom": 1, "bg_color": "#DDEBF7"})
        self._link = book.add_format({"font_color": "#0563C1", "underline": 1})
        self._formats: dict[tuple[str | None, Severity | None], Format] = {}

    def write(self, spec: TableSpec, rows: Sequence[Row]) -> None:
        """One table, over as many sheets as it needs."""
        for number, start in enumerate(range(0, max(len(rows), 1), MOST_ROWS), start=1):
            name = str(spec.name) if number == 1 else f"{spec.name} {number}"
            self._sheet(name, spec, rows[start : start + MOST_ROWS], start)

    def _sheet(self, name: str, spec: TableSpec, rows: Sequence[Row], start: int) -> None:
        sheet = self._book.add_worksheet(name)
        for c, column in enumerate(spec.columns):
            sheet.set_column(c, c, _WIDTHS.get(column.type, _WIDTH))
            sheet.write_string(0, c, column.name, self._header)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(spec.columns) - 1)
        for r, row in enumerate(rows, start=1):
            self._row(sheet, r, spec, row, self._marks.doubtful.get((spec.name, start + r - 1), {}))

    def _row(
        self, sheet: Worksheet, r: int, spec: TableSpec, row: Row, doubtful: Mapping[str, Severity]
    ) -> None:
        for c, column in enumerate(spec.columns):
            self._cell(sheet, r, c, column, getattr(row, column.name), doubtful.get(column.name))
        if isinstance(row, FindingRow) and (place := self._marks.places.get(row.finding_id)):
            table, index = place
            target = f"internal:'{table}'!A{index % MOST_ROWS + 2}"
            sheet.write_url(r, 0, target, self._link, string=row.finding_id)

    def _cell(
        self, sheet: Worksheet, r: int, c: int, column: ColumnSpec, value: object, doubt: Severity | None
    ) -> None:
        if value is None or value == ():
            if doubt is not None:
                sheet.write_blank(r, c, None, self._format(None, doubt))
        elif isinstance(value, bool):
            sheet.write_boolean(r, c, value, self._format(None, doubt))
        elif isinstance(value, date):
            sheet.write_datetime(r, c, value, self._format("yyyy-mm-dd", doubt))
        elif _is_number(value):
            sheet.write_number(r, c, float(value), self._format(_shape(column), doubt))  # type: ignore[arg-type]  # just asked
        else:
            sheet.write_string(r, c, _text(value), self._format("@", doubt))

    def _format(self, shape: str | None, doubt: Severity | None) -> Format | None:
        if shape is None and doubt is None:
            return None
        key = (shape, doubt)
        if key not in self._formats:
            colour = {"bg_color": _COLOURS[doubt]} if doubt in _COLOURS else {}
            self._formats[key] = self._book.add_format({**({"num_format": shape} if shape else {}), **colour})
        return self._formats[key]


def _is_number(value: object) -> bool:
    if isinstance(value, Decimal):
        return len(value.as_tuple().digits) <= _DIGITS
    return isinstance(value, (int, float))


def _shape(column: ColumnSpec) -> str | None:
    return {ColumnType.YUAN: "#,##0.00", ColumnType.AMOUNT: "General"}.get(column.type)


def _text(value: object) -> str:
    text = LIST_SEPARATOR.join(_each(value)) if isinstance(value, tuple) else str(value)
    text = text.encode(errors="backslashreplace").decode()
    return text if len(text) <= LONGEST else text[: LONGEST - len(_CUT)] + _CUT


def _each(values: tuple[object, ...]) -> Iterator[str]:
    return (str(value) for value in values)
