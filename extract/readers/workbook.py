"""Workbooks: every visible sheet is a page."""

from extract.readers.contract import EngineSource, FormatError
from extract.readers.zipped import refuse_bomb
from extract.workbook.blocks import page_of, problems_of
from extract.workbook.sheet import Sheet
from extract.workbook.xls import xls_sheets
from extract.workbook.xlsx import xlsx_sheets
from schemas.dataset.codes import TextOrigin
from schemas.document import Document


def read_xlsx(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:  # noqa: ARG001  the contract of all readers
    """Read an XLSX; raises `FormatError` where it is damaged, a bomb, or nothing stands in it."""
    refuse_bomb(data)
    return _document(xlsx_sheets(data), media_type)


def read_xls(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:  # noqa: ARG001  the contract of all readers
    """Read an XLS; raises `FormatError` where it is damaged, protected, or nothing stands in it."""
    return _document(xls_sheets(data), media_type)


def _document(sheets: tuple[Sheet, ...], media_type: str) -> Document:
    if not any(sheet.texts for sheet in sheets):
        raise FormatError("workbook-blank")
    return Document(
        media_type=media_type,
        text_origin=TextOrigin.TEXT_LAYER,
        pages=tuple(page_of(sheet) for sheet in sheets),
        problems=tuple(problem for sheet in sheets for problem in problems_of(sheet)),
    )
