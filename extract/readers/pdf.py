"""PDF files, with the OCR engine for the pages that have no text of their own."""

from extract.ocr.contract import OcrEngine
from extract.pdf.reader import read_pdf as read_pages
from extract.pixels.page import read_pixels
from extract.pixels.raster import Raster
from extract.readers.contract import EngineSource
from schemas.document import Block, Document


def read_pdf(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read every page; without an engine pages of pixels become problems."""
    if engine is None:
        return read_pages(data, media_type)
    used: list[OcrEngine] = []

    def ocr(raster: Raster, page: int) -> tuple[Block, ...]:
        used[:] = [engine()]
        return read_pixels(raster, page, used[0])

    document = read_pages(data, media_type, ocr)
    return document.model_copy(update={"ocr_engine": used[0].identity}) if used else document
