"""A document as one of several files of a notice: every place in it says which."""

from extract.readers.changed import with_places
from schemas.document import Document, Page, Place


def filed(document: Document, number: int) -> Document:
    """The same with `file_no` in every place; the main file has number 1 and stays as it is."""
    if number == 1:
        return document
    pages = tuple(_page(page, number) for page in document.pages)
    problems = tuple(p.model_copy(update={"place": _place(p.place, number)}) for p in document.problems)
    return document.model_copy(update={"pages": pages, "problems": problems})


def _page(page: Page, number: int) -> Page:
    blocks = tuple(with_places(block, lambda place: _place(place, number)) for block in page.blocks)
    return page.model_copy(update={"blocks": blocks})


def _place(place: Place, number: int) -> Place:
    return place.model_copy(update={"file_no": number})
