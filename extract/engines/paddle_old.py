"""PaddleOCR 2: the lists that `ocr()` returns, and what PP-Structure 2 writes a line each in `res_0.txt`."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from extract.engines.found import Found, Input, Role, lines, lost_table, picture, place_of, tables
from extract.engines.paddle_words import Word, read_words

Point = tuple[float, float]
RawLine = tuple[tuple[Point, Point, Point, Point], tuple[str, float]]
RawPage = tuple[RawLine, ...]

_PASSED_OVER = frozenset({"number", "seal"})
_PICTURES = frozenset({"figure", "image"})
_ROLES = {"header": Role.HEAD, "footer": Role.FOOT}
_HEADINGS = {"title": 1}


class OldLine(Input):
    """A line of text in a region."""

    text: str
    confidence: float | None = None


class OldTable(Input):
    """A table's HTML."""

    html: str = ""


class Region(Input):
    """A region of the layout."""

    type: str
    res: tuple[OldLine, ...] | OldTable
    img_idx: int = Field(default=0, ge=0)


def read_raw(pages: Sequence[RawPage | None]) -> Iterator[Found]:
    """Lines with boxes, page by page; a page without text is null."""
    for number, page in enumerate(pages, start=1):
        yield from read_words([_word(line) for line in page or ()], number, 0, 0)


def _word(line: RawLine) -> Word:
    corners, (text, score) = line
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return Word(text, score, (min(xs), min(ys), max(xs), max(ys)))


def read_regions(regions: Sequence[Region]) -> Iterator[Found]:
    """The regions in the file's order."""
    for region in regions:
        kind, place = region.type.lower(), place_of(region.img_idx + 1)
        if kind in _PASSED_OVER:
            continue
        if isinstance(region.res, OldTable):
            yield from tables(region.res.html, place) if region.res.html else lost_table(place)
            continue
        if kind in _PICTURES:
            yield from picture(kind, place)
        for line in region.res:
            where = place_of(place.page, None, line.confidence)
            yield from lines(line.text, where, _ROLES.get(kind, Role.BODY), _HEADINGS.get(kind))
