"""PDF files: pages with a text layer are read from it, the others from their pixels, page by page."""

from collections.abc import Callable, Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from extract.pdf.decide import has_good_text
from extract.pdf.drawing import read_drawing
from extract.pdf.geometry import Frame
from extract.pdf.glyphs import Glyph, read_glyphs, upright
from extract.pdf.open import frame_of, is_cut_off, numbered_pages, opened
from extract.pdf.render import render
from extract.pdf.text_page import read_text_page
from extract.pixels.raster import Raster
from extract.readers.contract import MOST_PAGES, FormatError
from extract.readers.trouble import reason_of, unreadable
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Document, Page, Problem
from schemas.model import Frozen
from schemas.reasons import reason

Ocr = Callable[[Raster, int], tuple[Block, ...]]
"""A page's pixels and its number → what stands on it; raises `UnreadableError`."""


class _Read(Frozen):
    """What became of one page; `origin` is null where it is blank."""

    page: Page | None = None
    origin: TextOrigin | None = None
    problem: Problem | None = None


def read_pdf(data: bytes, media_type: str, ocr: Ocr | None = None) -> Document:
    """Read every page; raises `FormatError` where the file can't be opened or no page of it can be read."""
    with opened(data) as document:
        count = len(document)
        found = [_read(number, page, ocr) for number, page in numbered_pages(document)]
    pages = tuple(read.page for read in found if read.page is not None)
    problems = (*_file_problems(data, count), *(read.problem for read in found if read.problem is not None))
    if not pages:
        why = next(problem.reason for problem in reversed(problems) if problem.reason)
        raise FormatError("no-page", why=why)
    origins = {read.origin for read in found} - {None}
    return Document(
        media_type=media_type,
        text_origin=_origin(origins),
        pages=pages,
        problems=problems,
    )


def _origin(origins: set[TextOrigin | None]) -> TextOrigin:
    if len(origins) > 1:
        return TextOrigin.MIXED
    return TextOrigin.OCR if TextOrigin.OCR in origins else TextOrigin.TEXT_LAYER


def _file_problems(data: bytes, count: int) -> Iterator[Problem]:
    """What is wrong with the file beside its pages."""
    if is_cut_off(data):
        yield unreadable(None, reason("pdf-partly-cut-off", count=count))
    if count > MOST_PAGES:
        yield unreadable(None, reason("too-many-pages", most=MOST_PAGES))


def _read(number: int, page: pdfium.PdfPage | Problem, ocr: Ocr | None) -> _Read:
    if isinstance(page, Problem):
        return _Read(problem=page)
    try:
        return _read_page(number, page, ocr)
    except pdfium.PdfiumError:
        return _Read(problem=unreadable(number, reason("page-damaged")))
    except Exception as error:  # noqa: BLE001  one page must not cost the others; it becomes a finding
        return _Read(problem=unreadable(number, reason_of(error)))


def _read_page(number: int, page: pdfium.PdfPage, ocr: Ocr | None) -> _Read:
    frame = frame_of(page)
    if frame is None:
        raise FormatError("page-no-size")
    glyphs, frame = _standing(page, frame)
    drawing = read_drawing(page, frame)
    if has_good_text(glyphs, drawing, frame):
        blocks = read_text_page(number, glyphs, drawing, frame)
        origin = TextOrigin.TEXT_LAYER if blocks else None
        return _Read(page=Page(number=number, blocks=blocks), origin=origin)
    if ocr is None:
        raise FormatError("page-needs-engine")
    blocks = ocr(render(page), number)
    return _Read(page=Page(number=number, blocks=blocks), origin=TextOrigin.OCR)


def _standing(page: pdfium.PdfPage, frame: Frame) -> tuple[tuple[Glyph, ...], Frame]:
    """The characters in the frame in which most of them stand upright."""
    glyphs = read_glyphs(page, frame)
    turns = upright(glyphs)
    if turns == 0:
        return glyphs, frame
    for _ in range(turns):
        frame = frame.turned()
    return read_glyphs(page, frame), frame
