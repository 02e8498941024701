"""What is to be drawn on each page: pieces as read, sections, and the values that carry findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from extract import outline
from extract.outline import Section, SectionKind
from normalize.checks.confidence import SURE
from notices.overlay.values import Value, values
from notices.process import Examined
from schemas.document import Box, Cell, Line, Page, Piece, Place, Quad
from schemas.model import Frozen


class PieceMark(Frozen):
    """A line, or the text of a cell: `box` is that of the text, `frame` the cell's borders.

    `doubtful`: read with a confidence below `SURE`. `reread`: another reading of its pixels differs.
    """

    box: Box
    frame: Quad | None = None
    is_cell: bool
    has_text: bool
    doubtful: bool
    reread: bool


class SectionMark(Frozen):
    """A section's part on one page."""

    kind: SectionKind
    number: str
    box: Box


class PageMarks(Frozen):
    """Everything on one page; `values` from the top down, those without a box first."""

    number: int
    pieces: tuple[PieceMark, ...] = ()
    sections: tuple[SectionMark, ...] = ()
    values: tuple[Value, ...] = ()


def page_marks(examined: Examined) -> Mapping[int, PageMarks]:
    """The marks of every page by its number; what concerns no page stands on the first one."""
    first = next((page.number for page in examined.document.pages if page.number is not None), 1)
    found: dict[int, list[Value]] = defaultdict(list)
    for number, value in values(examined.parts):
        found[number or first].append(value)
    sections = _sections(outline(examined.document))
    pages = {page.number: page for page in examined.document.pages if page.number is not None}
    return {
        number: PageMarks(
            number=number,
            pieces=tuple(_pieces(pages[number])) if number in pages else (),
            sections=tuple(sections.get(number, ())),
            values=tuple(sorted(found.get(number, ()), key=_down)),
        )
        for number in sorted({*pages, *found})
    }


def _down(value: Value) -> tuple[int, float]:
    """In bands of two hundredths of the page: what stands side by side goes from left to right."""
    return (round(value.box.y0 * 50), value.box.x0) if value.box else (-1, -1.0)


def _pieces(page: Page) -> Iterator[PieceMark]:
    for block in page.blocks:
        pieces: tuple[Piece, ...] = (block,) if isinstance(block, Line) else block.cells
        for piece in pieces:
            if piece.place.box is not None:
                yield _piece(piece, piece.place.box)


def _piece(piece: Piece, box: Box) -> PieceMark:
    confidence = piece.place.confidence
    return PieceMark(
        box=box,
        frame=piece.frame if isinstance(piece, Cell) else None,
        is_cell=isinstance(piece, Cell),
        has_text=bool(piece.text),
        doubtful=bool(piece.text) and confidence is not None and confidence < SURE,
        reread=any(reading.text != piece.text for reading in piece.readings),
    )


def _sections(notices: Iterable[Iterable[Section]]) -> Mapping[int, list[SectionMark]]:
    found: dict[int, list[SectionMark]] = defaultdict(list)
    for sections in notices:
        for section in sections:
            for page, boxes in _by_page(section.places).items():
                mark = SectionMark(kind=section.kind, number=section.number, box=_around(boxes))
                found[page].append(mark)
    return found


def _by_page(places: Iterable[Place]) -> Mapping[int, list[Box]]:
    found: dict[int, list[Box]] = defaultdict(list)
    for place in places:
        if place.page is not None and place.box is not None:
            found[place.page].append(place.box)
    return found


def _around(boxes: Iterable[Box]) -> Box:
    x0, y0, x1, y1 = zip(*((box.x0, box.y0, box.x1, box.y1) for box in boxes), strict=True)
    return Box(x0=min(x0), y0=min(y0), x1=max(x1), y1=max(y1))
