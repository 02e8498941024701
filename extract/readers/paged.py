"""Formats of pages (PDF, OFD): each page read on its own, what goes wrong with one costs no other."""

from collections.abc import Callable, Sequence

from extract.ocr.contract import OcrEngine
from extract.pixels.page import read_pixels
from extract.pixels.raster import Raster
from extract.readers.contract import EngineSource, FormatError
from extract.readers.trouble import reason_of, unreadable
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Document, Page, Problem
from schemas.model import Frozen

Ocr = Callable[[Raster, int], tuple[Block, ...]]
"""A page's pixels and its number → what stands on it; raises `UnreadableError`."""


class PageRead(Frozen):
    """What became of one page; `origin` is null where it is blank."""

    page: Page | None = None
    origin: TextOrigin | None = None
    problems: tuple[Problem, ...] = ()


def guarded(number: int, read: Callable[[], PageRead]) -> PageRead:
    """Read a page; whatever goes wrong becomes a problem that names it."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001  one page must not cost the others; it becomes a finding
        return PageRead(problems=(unreadable(number, reason_of(error)),))


def paged_document(found: Sequence[PageRead], of_file: Sequence[Problem], media_type: str) -> Document:
    """All pages together; raises `FormatError` where none could be read."""
    pages = tuple(read.page for read in found if read.page is not None)
    problems = (*of_file, *(problem for read in found for problem in read.problems))
    if not pages:
        why = next(problem.reason for problem in reversed(problems) if problem.reason)
        raise FormatError("no-page", why=why)
    origins = {read.origin for read in found} - {None}
    return Document(media_type=media_type, text_origin=_origin(origins), pages=pages, problems=problems)


def _origin(origins: set[TextOrigin | None]) -> TextOrigin:
    if len(origins) > 1:
        return TextOrigin.MIXED
    return TextOrigin.OCR if TextOrigin.OCR in origins else TextOrigin.TEXT_LAYER


def with_engine(read: Callable[[Ocr | None], Document], engine: EngineSource | None) -> Document:
    """Read with the engine for the pages that need it; without one those become problems."""
    if engine is None:
        return read(None)
    used: list[OcrEngine] = []

    def ocr(raster: Raster, page: int) -> tuple[Block, ...]:
        used[:] = [engine()]
        return read_pixels(raster, page, used[0])

    document = read(ocr)
    return document.model_copy(update={"ocr_engine": used[0].identity}) if used else document
