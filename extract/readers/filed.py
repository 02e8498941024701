"""A document as one of several files of a notice: every place in it says which."""

from schemas.document import Block, Document, Page, Place, Table


def filed(document: Document, number: int) -> Document:
    """The same with `file_no` in every place; the main file has number 1 and stays as it is."""
    if number == 1:
        return document
    pages = tuple(_page(page, number) for page in document.pages)
    problems = tuple(p.model_copy(update={"place": _place(p.place, number)}) for p in document.problems)
    return document.model_copy(update={"pages": pages, "problems": problems})


def _page(page: Page, number: int) -> Page:
    return page.model_copy(update={"blocks": tuple(_block(block, number) for block in page.blocks)})


def _block(block: Block, number: int) -> Block:
    changed: dict[str, object] = {"place": _place(block.place, number)}
    if isinstance(block, Table):
        changed["cells"] = tuple(
            cell.model_copy(update={"place": _place(cell.place, number)}) for cell in block.cells
        )
    return block.model_copy(update=changed)


def _place(place: Place, number: int) -> Place:
    return place.model_copy(update={"file_no": number})
