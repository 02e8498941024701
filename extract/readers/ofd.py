"""OFD files, with the OCR engine for the pages that are scans."""

from extract.ofd.reader import read_ofd as read_pages
from extract.readers.contract import EngineSource
from extract.readers.paged import with_engine
from schemas.document import Document


def read_ofd(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read every page; without an engine scanned pages become problems."""
    return with_engine(lambda ocr: read_pages(data, media_type, ocr), engine)
