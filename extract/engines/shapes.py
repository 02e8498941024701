"""The shapes of JSON that engines write: how each is told from the others, and how it is read."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pydantic import TypeAdapter

from extract.engines.docling import Docling, read_docling
from extract.engines.found import Found
from extract.engines.mineru import Block, Content, read_blocks, read_contents
from extract.engines.mineru_pages import Middle, read_middle
from extract.engines.paddle import Page, read_pages
from extract.engines.paddle_old import RawPage, Region, read_raw, read_regions

Json = Any
"""What JSON holds is anything; it is typed as soon as it is known whose it is."""

Test = Callable[[Json], bool]

PADDLE = frozenset({"rec_texts", "parsing_res_list", "overall_ocr_res"})
"""Any of these fields makes a page of PaddleOCR 3."""

_CONTENTS = TypeAdapter(tuple[Content, ...])
_BLOCKS = TypeAdapter(tuple[tuple[Block, ...], ...])
_PAGES = TypeAdapter(tuple[Page, ...])
_REGIONS = TypeAdapter(tuple[Region, ...])
_RAW = TypeAdapter(tuple[RawPage | None, ...])


class Engine(NamedTuple):
    """The engine's name, and what it found, piece by piece."""

    name: str
    found: Iterator[Found]
    from_pixels: bool = True


class Shape(NamedTuple):
    """A format; `read` raises pydantic's ValidationError where the file only looks like it."""

    engine: str
    fits: Test
    read: Callable[[Json], Engine]


def _has(*keys: str) -> Test:
    return lambda value: isinstance(value, dict) and all(key in value for key in keys)


def _every(test: Test) -> Test:
    """A list that isn't blank, each entry of which passes."""
    return lambda value: isinstance(value, list) and bool(value) and all(map(test, value))


def _is_page(value: Json) -> bool:
    return isinstance(value, dict) and bool(PADDLE & value.keys())


def _is_block(value: Json) -> bool:
    return _has("type", "content")(value) and isinstance(value["content"], dict)


def _is_raw_line(value: Json) -> bool:
    """[[[x, y] × 4], [text, score]]"""
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, list) for part in value)


def _is_pages_of(test: Test) -> Test:
    """A list of pages, each a list (or null) of what passes; one of them isn't blank."""
    pages = _every(lambda page: page in (None, []) or _every(test)(page))
    return lambda value: pages(value) and any(value)


def _docling(value: Json) -> Engine:
    document = Docling.model_validate(value)
    kind = document.origin.mimetype if document.origin else ""
    from_pixels = kind in {"", "application/pdf"} or kind.startswith("image/")
    return Engine("docling", read_docling(document), from_pixels)


def _middle(value: Json) -> Engine:
    middle = Middle.model_validate(value)
    return Engine(f"MinerU {middle.version or ''}".strip(), read_middle(middle))


def _contents(value: Json) -> Engine:
    return Engine("MinerU", read_contents(_CONTENTS.validate_python(value)))


def _blocks(value: Json) -> Engine:
    return Engine("MinerU", read_blocks(_BLOCKS.validate_python(value)))


def _pages(value: Json) -> Engine:
    pages = value if isinstance(value, list) else [value]
    return Engine("PaddleOCR", read_pages(_PAGES.validate_python(pages)))


def _regions(value: Json) -> Engine:
    return Engine("PaddleOCR 2", read_regions(_REGIONS.validate_python(value)))


def _raw(value: Json) -> Engine:
    return Engine("PaddleOCR 2", read_raw(_RAW.validate_python(value)))


SHAPES: tuple[Shape, ...] = (
    Shape("docling", lambda v: _has("body", "texts")(v) or _has("schema_name", "body")(v), _docling),
    Shape("MinerU", _has("pdf_info"), _middle),
    Shape("MinerU", _every(_has("type", "page_idx")), _contents),
    Shape("MinerU", _is_pages_of(_is_block), _blocks),
    Shape("PaddleOCR", lambda v: _is_page(v) or _every(_is_page)(v), _pages),
    Shape("PaddleOCR", _every(_has("type", "bbox", "res")), _regions),
    Shape("PaddleOCR", _is_pages_of(_is_raw_line), _raw),
)
