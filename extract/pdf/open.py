"""A PDF's bytes → its pages, one at a time.

pdfium keeps every page it has loaded until that page is closed: a generator that closes each as the next is
asked for keeps memory flat over thousands of pages.
"""

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from extract.pdf.geometry import Frame, displayed
from extract.readers.contract import MOST_PAGES, FormatError
from extract.readers.trouble import unreadable
from schemas.document import Problem
from schemas.reasons import reason

_TAIL = 8192
_PASSWORD = "password"  # noqa: S105  # how pdfium names the reason, no secret
# pdfium won't open a file without pages and gives the reason of whatever failed before.
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_A_PAGE = re.compile(rb"/Type\s*/Page\b")


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document, closed afterwards; raises `FormatError` where it can't be opened or has no pages."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(data, str(error)) from error
    try:
        if len(document) == 0:
            raise FormatError("pdf-no-pages")
        yield document
    finally:
        document.close()


def _refused(data: bytes, reason: str) -> FormatError:
    if _PASSWORD in reason.lower():
        return FormatError("pdf-password")
    if b"%PDF-" not in data[:1024]:
        return FormatError("pdf-is-none")
    if is_cut_off(data):
        return FormatError("pdf-cut-off")
    if _NO_PAGES.search(data) and not _A_PAGE.search(data):
        return FormatError("pdf-no-pages")
    return FormatError("pdf-damaged")


def is_cut_off(data: bytes) -> bool:
    """Whether the end mark is missing: pdfium repairs such a file, perhaps without its last pages."""
    return b"%%EOF" not in data[-_TAIL:]


def numbered_pages(document: pdfium.PdfDocument) -> Iterator[tuple[int, pdfium.PdfPage | Problem]]:
    """Each page with its number from 1, closed as the next is asked for; a problem where it won't load."""
    for number in range(1, min(len(document), MOST_PAGES) + 1):
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            yield number, unreadable(number, reason("page-damaged"))
            continue
        try:
            yield number, page
        finally:
            page.close()


def frame_of(page: pdfium.PdfPage) -> Frame | None:
    """How the page is displayed; null where its box is empty or no box at all."""
    box = tuple(float(side) for side in page.get_bbox())
    left, bottom, right, top = box
    if not all(map(math.isfinite, box)) or right - left < 1 or top - bottom < 1:
        return None
    return displayed((left, bottom, right, top), int(page.get_rotation()))
