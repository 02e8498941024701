"""PDF files: pages with a text layer are read from it, the others from their pixels, page by page."""

from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from extract.pdf.decide import has_good_text
from extract.pdf.drawing import read_drawing
from extract.pdf.geometry import Frame
from extract.pdf.glyphs import Glyph, read_glyphs, upright
from extract.pdf.open import frame_of, is_cut_off, numbered_pages, opened
from extract.pdf.render import render
from extract.pdf.second_reader import SecondReader
from extract.pdf.text_page import read_text_page
from extract.readers.contract import MOST_PAGES, FormatError
from extract.readers.paged import Ocr, PageRead, guarded, paged_document
from extract.readers.trouble import unreadable
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Page, Problem
from schemas.reasons import reason


def read_pdf(data: bytes, media_type: str, ocr: Ocr | None = None) -> Document:
    """Read every page; raises `FormatError` where the file can't be opened or no page of it can be read."""
    with opened(data) as document, SecondReader(data) as second:
        count = len(document)
        found = [_read(number, page, second, ocr) for number, page in numbered_pages(document)]
    return paged_document(found, list(_file_problems(data, count)), media_type)


def _file_problems(data: bytes, count: int) -> Iterator[Problem]:
    """What is wrong with the file beside its pages."""
    if is_cut_off(data):
        yield unreadable(None, reason("pdf-partly-cut-off", count=count))
    if count > MOST_PAGES:
        yield unreadable(None, reason("too-many-pages", most=MOST_PAGES))


def _read(number: int, page: pdfium.PdfPage | Problem, second: SecondReader, ocr: Ocr | None) -> PageRead:
    if isinstance(page, Problem):
        return PageRead(problems=(page,))
    return guarded(number, lambda: _undamaged(number, page, second, ocr))


def _undamaged(number: int, page: pdfium.PdfPage, second: SecondReader, ocr: Ocr | None) -> PageRead:
    try:
        return _read_page(number, page, second, ocr)
    except pdfium.PdfiumError as error:
        raise FormatError("page-damaged") from error


def _read_page(number: int, page: pdfium.PdfPage, second: SecondReader, ocr: Ocr | None) -> PageRead:
    frame = frame_of(page)
    if frame is None:
        raise FormatError("page-no-size")
    glyphs, frame = _standing(page, frame)
    drawing = read_drawing(page, frame)
    if has_good_text(glyphs, drawing, frame):
        blocks = second.compared(read_text_page(number, glyphs, drawing, frame), number, frame)
        origin = TextOrigin.TEXT_LAYER if blocks else None
        return PageRead(page=Page(number=number, blocks=blocks), origin=origin)
    if ocr is None:
        raise FormatError("page-needs-engine")
    blocks = ocr(render(page), number)
    return PageRead(page=Page(number=number, blocks=blocks), origin=TextOrigin.OCR)


def _standing(page: pdfium.PdfPage, frame: Frame) -> tuple[tuple[Glyph, ...], Frame]:
    """The characters in the frame in which most of them stand upright."""
    glyphs = read_glyphs(page, frame)
    turns = upright(glyphs)
    if turns == 0:
        return glyphs, frame
    for _ in range(turns):
        frame = frame.turned()
    return read_glyphs(page, frame), frame
