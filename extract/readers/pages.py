"""A file's pages as pictures, each as displayed: the frame that every box counts in."""

from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types

from extract.pdf.open import numbered_pages, opened
from extract.pdf.render import render
from extract.pixels.raster import Raster
from extract.readers.choose import IMAGES, PDF
from extract.readers.contract import FormatError
from extract.readers.image import rasters
from schemas.document import Problem

PAGED = frozenset((*IMAGES, PDF))
"""Media types whose files have pages; the others are text."""


def page_images(data: bytes, media_type: str) -> Iterator[tuple[int, Raster]]:
    """Each page with its number from 1; one that can't be rendered is left out.

    Raises `FormatError` for a file without pages (text), and for one that can't be opened.
    """
    if media_type == PDF:
        yield from _of_pdf(data)
    elif media_type in IMAGES:
        numbered = enumerate(rasters(data), start=1)
        yield from ((number, found) for number, found in numbered if isinstance(found, Raster))
    else:
        raise FormatError("no-pages", kind=media_type)


def _of_pdf(data: bytes) -> Iterator[tuple[int, Raster]]:
    with opened(data) as document:
        for number, page in numbered_pages(document):
            raster = None if isinstance(page, Problem) else _rendered(page)
            if raster is not None:
                yield number, raster


def _rendered(page: pdfium.PdfPage) -> Raster | None:
    """Null where reading the page has failed for the same reason and said so."""
    try:
        return render(page)
    except (FormatError, pdfium.PdfiumError):
        return None
