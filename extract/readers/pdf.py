"""PDF files, with the OCR engine for the pages that have no text of their own."""

from extract.pdf.reader import read_pdf as read_pages
from extract.readers.contract import EngineSource
from extract.readers.paged import with_engine
from schemas.document import Document


def read_pdf(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read every page; without an engine pages of pixels become problems."""
    return with_engine(lambda ocr: read_pages(data, media_type, ocr), engine)
