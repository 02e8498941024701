"""OFD files: pages of text are read from it, scanned ones from their pictures, page by page."""

from collections.abc import Iterator
from functools import partial

from extract.ofd.content import content_of
from extract.ofd.document import PageRef, page_refs
from extract.ofd.package import Package
from extract.ofd.pictures import page_of_pictures
from extract.ofd.sheet import Sheet, sheet_of
from extract.pdf.decide import DENSE, MANY_SHAPES, bad_share, has_good_text, is_plausible, is_unknown
from extract.pdf.glyphs import Glyph
from extract.pdf.text_page import read_text_page
from extract.readers.contract import MOST_PAGES, FormatError
from extract.readers.paged import Ocr, PageRead, guarded, paged_document
from extract.readers.trouble import unreadable
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Document, Page, Problem, ProblemKind
from schemas.reasons import reason

_MOSTLY_PICTURE = 0.5
_MOST_UNKNOWN = 0.3


def read_ofd(data: bytes, media_type: str, ocr: Ocr | None = None) -> Document:
    """Read every page; raises `FormatError` where the file can't be opened or no page of it can be read."""
    package = Package(data)
    refs, attached = page_refs(package)
    numbered = enumerate(refs[:MOST_PAGES], start=1)
    found = [guarded(number, partial(_read, package, number, ref, ocr)) for number, ref in numbered]
    return paged_document(found, list(_file_problems(len(refs), attached)), media_type)


def _file_problems(count: int, attached: tuple[str, ...]) -> Iterator[Problem]:
    """What is in the file beside its pages and isn't read."""
    if count > MOST_PAGES:
        yield unreadable(None, reason("too-many-pages", most=MOST_PAGES))
    yield from (Problem(kind=ProblemKind.UNCLAIMED, detail=name) for name in attached)


def _read(package: Package, number: int, ref: PageRef, ocr: Ocr | None) -> PageRead:
    sheet = sheet_of(package, content_of(package, ref))
    if has_good_text(sheet.glyphs, sheet.drawing, sheet.frame):
        return _text_page(sheet, number)
    if _is_scan(sheet):
        return _scanned_page(package, sheet, number, ocr)
    if not sheet.glyphs or bad_share(sheet.glyphs) > _MOST_UNKNOWN or not is_plausible(_known(sheet)):
        raise FormatError("ofd-not-drawn")
    return _holed_page(sheet, number)


def _is_scan(sheet: Sheet) -> bool:
    """Whether pictures are what the page shows: most of it, or all but a few words."""
    covered = sum(picture.rect.area for picture in sheet.pictures)
    few = len(sheet.glyphs) < DENSE and bool(sheet.pictures)
    return few or covered >= _MOSTLY_PICTURE * sheet.frame.width * sheet.frame.height


def _text_page(sheet: Sheet, number: int) -> PageRead:
    blocks = read_text_page(number, sheet.glyphs, sheet.drawing, sheet.frame)
    return PageRead(page=Page(number=number, blocks=blocks), origin=TextOrigin.TEXT_LAYER if blocks else None)


def _holed_page(sheet: Sheet, number: int) -> PageRead:
    """Where embedded fonts alone know some characters: those are U+FFFD, and figures with them no figures."""
    glyphs = tuple(g._replace(char="\ufffd") if is_unknown(g) else g for g in sheet.glyphs)
    lost = sum(map(is_unknown, sheet.glyphs))
    problem = unreadable(number, reason("ofd-characters-lost", count=lost))
    return _text_page(sheet._replace(glyphs=glyphs), number).model_copy(update={"problems": (problem,)})


def _known(sheet: Sheet) -> list[Glyph]:
    return [glyph for glyph in sheet.glyphs if not is_unknown(glyph)]


def _scanned_page(package: Package, sheet: Sheet, number: int, ocr: Ocr | None) -> PageRead:
    if ocr is None:
        raise FormatError("page-needs-engine")
    blocks = ocr(page_of_pictures(package, sheet.pictures, sheet.frame), number)
    page = Page(number=number, blocks=tuple(_with_text(blocks, sheet, number)))
    drawn = sheet.drawing.shapes >= MANY_SHAPES  # text turned to curves, perhaps: it isn't on the pixels
    problems = (unreadable(number, reason("ofd-not-drawn")),) if drawn else ()
    return PageRead(page=page, origin=TextOrigin.OCR, problems=problems)


def _with_text(blocks: tuple[Block, ...], sheet: Sheet, number: int) -> list[Block]:
    """With the lines that stand on or beside the pictures; what lies under them isn't seen."""
    seen = [glyph for glyph in sheet.glyphs if glyph.shown]
    frame = sheet.frame
    beside = read_text_page(number, seen, sheet.drawing._replace(rules=()), frame) if seen else ()
    return sorted((*blocks, *beside), key=lambda block: block.place.box.y0 if block.place.box else 0.0)
