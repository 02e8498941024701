"""DOC, WPS, RTF, OpenDocument: through LibreOffice into Word and Excel files, then read as those."""

from collections.abc import Mapping
from typing import NamedTuple

from extract.office.convert import converted
from extract.readers.contract import EngineSource, FormatError, Reader
from extract.readers.docx import read_docx
from extract.readers.kinds import DOC, DOCX, ET, ODS, ODT, RTF, WPS, XLSX
from extract.readers.workbook import read_xlsx
from schemas.document import Document


class _Way(NamedTuple):
    """The suffix by which LibreOffice knows a format, and what becomes of it."""

    suffix: str
    target: str
    media_type: str
    read: Reader


_TEXT = ("docx", DOCX, read_docx)
_SHEET = ("xlsx", XLSX, read_xlsx)
_WAYS: Mapping[str, _Way] = {
    DOC: _Way("doc", *_TEXT),
    WPS: _Way("wps", *_TEXT),
    RTF: _Way("rtf", *_TEXT),
    ODT: _Way("odt", *_TEXT),
    ODS: _Way("ods", *_SHEET),
    ET: _Way("et", *_SHEET),
}

CONVERTED = frozenset(_WAYS)
"""Media types that need LibreOffice."""


def read_legacy(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Convert and read; raises `FormatError` where LibreOffice isn't here, fails, or takes too long."""
    way = _WAYS[media_type]
    result = converted(data, way.suffix, way.target)
    try:
        document = way.read(result, way.media_type, engine)
    except FormatError as error:
        # the file that we made says nothing that the user could act on
        raise FormatError("office-failed", kind=way.suffix.upper()) from error
    return document.model_copy(update={"media_type": media_type})
