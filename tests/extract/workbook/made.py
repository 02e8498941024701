"""Workbooks made in tests, as bytes."""

from collections.abc import Callable
from io import BytesIO

import openpyxl
import xlwt
from openpyxl.worksheet.worksheet import Worksheet


def xlsx(fill: Callable[[Worksheet], None]) -> bytes:
    """A workbook whose first sheet is filled by a function."""
    book = openpyxl.Workbook()
    assert isinstance(book.active, Worksheet)
    fill(book.active)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(fill: Callable[[xlwt.Worksheet], None]) -> bytes:
    """The same in the old format."""
    book = xlwt.Workbook()
    fill(book.add_sheet("表1"))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
