"""Which reader takes a file, by its kind."""

from collections.abc import Mapping

from extract.readers.bundle import read_bundle
from extract.readers.contract import EngineSource, FormatError, Reader
from extract.readers.docx import read_docx
from extract.readers.engine_json import read_engine_json
from extract.readers.html import read_html
from extract.readers.image import read_image
from extract.readers.kinds import (
    DOCX,
    ENCRYPTED,
    HTML,
    IMAGES,
    JSON,
    MARKDOWN,
    OFD,
    PDF,
    TEXT,
    XLS,
    XLSX,
    ZIP,
    media_type_of,
    refined,
)
from extract.readers.legacy import CONVERTED, read_legacy
from extract.readers.ofd import read_ofd
from extract.readers.pdf import read_pdf
from extract.readers.text import read_text
from extract.readers.traditional import simplified
from extract.readers.workbook import read_xls, read_xlsx
from schemas.document import Document

__all__ = ["IMAGES", "PDF", "SUPPORTED", "media_type_of", "read"]

_READERS: Mapping[str, Reader] = {
    TEXT: read_text,
    MARKDOWN: read_text,
    HTML: read_html,
    PDF: read_pdf,
    DOCX: read_docx,
    JSON: read_engine_json,
    OFD: read_ofd,
    XLSX: read_xlsx,
    XLS: read_xls,
    **dict.fromkeys(IMAGES, read_image),
    **dict.fromkeys(CONVERTED, read_legacy),
}

SUPPORTED = frozenset((*_READERS, ZIP))


def read(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read a file of this media type; raises `UnreadableError` with advice, also where no text is found."""
    if not data:
        raise FormatError("empty")
    media_type = refined(media_type, data)
    if media_type == ENCRYPTED:
        raise FormatError("office-password")
    if media_type == ZIP:
        return read_bundle(data, _read_member, engine)
    reader = _READERS.get(media_type)
    if reader is None:
        raise FormatError("kind-not-read", kind=media_type)
    document = reader(data, media_type, engine)
    if not document.problems and not any(document.blocks()):
        raise FormatError("no-text")
    return simplified(document)


def _read_member(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """A file of an archive; an archive in an archive isn't opened."""
    if media_type == ZIP:
        raise FormatError("kind-not-read", kind=media_type)
    return read(data, media_type, engine)
