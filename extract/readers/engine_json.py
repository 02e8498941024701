"""JSON of other OCR engines (MinerU, PaddleOCR, docling): pages put together from what they found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extract.engines.found import Found, Role
from extract.engines.recognise import read_engine
from extract.readers.contract import MOST_PAGES, EngineSource, FormatError
from extract.readers.decode import decode
from extract.readers.markup import is_rule
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Document, Line, Page, Problem


def read_engine_json(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:  # noqa: ARG001  the contract of all readers
    """Read one; raises `FormatError` where it is no JSON, or none of an engine that is known."""
    written = read_engine(decode(data))
    found = list(written.found)
    return Document(
        media_type=media_type,
        text_origin=TextOrigin.OCR if written.from_pixels else TextOrigin.PLAIN_TEXT,
        ocr_engine=written.name,
        pages=tuple(_pages(found)),
        problems=tuple(one.item for one in found if isinstance(one.item, Problem)),
    )


def _pages(found: Sequence[Found]) -> Iterator[Page]:
    """Pages in order; what has no page stands first. A head or foot that other pages have too is left out."""
    texts = Counter(
        pair for pair in {(_text(one), one.item.place.page) for one in found if one.role is not Role.BODY}
    )
    often = Counter(text for text, _ in texts)
    numbers = sorted({one.item.place.page or 0 for one in found})
    if len(numbers) > MOST_PAGES:
        raise FormatError("no-page", why=FormatError("too-many-pages", most=MOST_PAGES).reason)
    for number in numbers:
        own = [one for one in found if (one.item.place.page or 0) == number and _is_kept(one, often)]
        ordered = sorted(own, key=lambda one: one.role.value)
        yield Page(number=number or None, blocks=tuple(_blocks(ordered)))


def _text(one: Found) -> str:
    return one.item.text if isinstance(one.item, Line) else ""


def _is_kept(one: Found, often: Counter[str]) -> bool:
    text = _text(one)
    return not (is_rule(text) or (one.role is not Role.BODY and (often[text] > 1 or text.isdigit())))


def _blocks(found: Iterable[Found]) -> Iterator[Block]:
    return (one.item for one in found if not isinstance(one.item, Problem))
