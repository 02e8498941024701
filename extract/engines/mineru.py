"""MinerU's lists of content: `content_list.json` and, page by page, `content_list_v2.json`.

https://opendatalab.github.io/MinerU/reference/output_files; boxes are in thousandths of the page.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from pydantic import Field

from extract.engines.found import (
    Found,
    Input,
    Role,
    Texts,
    box_of,
    lines,
    lost_table,
    picture,
    place_of,
    tables,
)
from schemas.document import Place

_THOUSANDTHS = 1000
ROLES = {
    **dict.fromkeys(("header", "page_header"), Role.HEAD),
    **dict.fromkeys(("footer", "page_footer", "page_footnote"), Role.FOOT),
}
PASSED_OVER = frozenset({"page_number", "aside_text", "page_aside_text"})
"""Page numbers and what stands in the binding margin."""


class Content(Input):
    """An entry of `content_list.json`; which fields are filled depends on its type."""

    type: str
    page_idx: int = Field(ge=0)
    bbox: tuple[float, ...] | None = None
    text: str | None = None
    text_level: int | None = None
    list_items: Texts = ()
    table_body: str | None = None
    table_caption: Texts = ()
    table_footnote: Texts = ()
    img_path: str | None = None
    sub_type: str | None = None
    image_caption: Texts = ()
    image_footnote: Texts = ()
    chart_caption: Texts = ()
    chart_footnote: Texts = ()
    code_body: str | None = None
    content: str | None = None


class Span(Input):
    """A piece of text of version 2; `content` is LaTeX where its type is a formula."""

    type: str
    content: str | None = None


class Item(Input):
    """An entry of a list of version 2."""

    item_content: tuple[Span, ...] = ()


class Inner(Input):
    """What stands in a block of version 2."""

    title_content: tuple[Span, ...] = ()
    level: int | None = None
    paragraph_content: tuple[Span, ...] = ()
    page_header_content: tuple[Span, ...] = ()
    page_footer_content: tuple[Span, ...] = ()
    page_footnote_content: tuple[Span, ...] = ()
    math_content: str | None = None
    list_items: tuple[Item, ...] = ()
    html: str | None = None
    table_caption: tuple[Span, ...] = ()
    table_footnote: tuple[Span, ...] = ()
    image_caption: tuple[Span, ...] = ()
    image_footnote: tuple[Span, ...] = ()


class Block(Input):
    """A block of `content_list_v2.json`."""

    type: str
    content: Inner
    sub_type: str | None = None
    bbox: tuple[float, ...] | None = None


def read_contents(contents: Sequence[Content]) -> Iterator[Found]:
    """The pieces of `content_list.json` in its order."""
    return chain.from_iterable(map(_content, contents))


def _content(content: Content) -> Iterator[Found]:
    place = place_of(content.page_idx + 1, box_of(content.bbox, _THOUSANDTHS, _THOUSANDTHS))
    if content.type in PASSED_OVER:
        return
    if content.type == "table":
        yield from _captioned(content.table_caption, content.table_body, content.table_footnote, place)
        return
    if content.type in {"image", "chart"} and content.sub_type != "seal":
        yield from picture(content.img_path or "", place)
    above, below = (
        content.image_caption + content.chart_caption,
        content.image_footnote + content.chart_footnote,
    )
    texts = (content.text, *content.list_items, content.code_body, *above, *below)
    for text in texts:
        yield from lines(text or "", place, ROLES.get(content.type, Role.BODY), content.text_level or None)


def _captioned(above: Sequence[str], html: str | None, below: Sequence[str], place: Place) -> Iterator[Found]:
    """A table between what stands over and under it."""
    bare = place.model_copy(update={"box": None})
    for text in above:
        yield from lines(text, bare)
    yield from tables(html, place) if html else lost_table(place)
    for text in below:
        yield from lines(text, bare)


def read_blocks(pages: Sequence[Sequence[Block]]) -> Iterator[Found]:
    """The pieces of `content_list_v2.json`, page after page."""
    for number, page in enumerate(pages, start=1):
        for block in page:
            yield from _block(block, number)


def _block(block: Block, number: int) -> Iterator[Found]:
    inner = block.content
    place = place_of(number, box_of(block.bbox, _THOUSANDTHS, _THOUSANDTHS))
    if block.type in PASSED_OVER:
        return
    if block.type == "table":
        above, below = _text(inner.table_caption), _text(inner.table_footnote)
        yield from _captioned([above], inner.html, [below], place)
        return
    if block.type in {"image", "chart"} and block.sub_type != "seal":
        yield from picture("", place)
    math = f"$${inner.math_content}$$" if inner.math_content else ""
    spans = (
        inner.title_content, inner.paragraph_content, inner.page_header_content, inner.page_footer_content,
        inner.page_footnote_content, inner.image_caption, inner.image_footnote,
        *(item.item_content for item in inner.list_items),
    )  # fmt: skip
    for text in (*map(_text, spans), math):
        yield from lines(text, place, ROLES.get(block.type, Role.BODY), inner.level)


def _text(spans: Sequence[Span]) -> str:
    return "".join(
        f"${span.content}$" if span.type == "equation_inline" else span.content or "" for span in spans
    )
