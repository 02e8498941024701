"""MinerU's `middle.json`: pages of blocks, lines and spans with boxes in points and the OCR's confidence."""

from collections.abc import Iterator, Sequence

from pydantic import Field

from extract.engines.found import (
    Found,
    Input,
    Role,
    box_of,
    joined,
    lines,
    lost_table,
    picture,
    place_of,
    tables,
)
from extract.engines.mineru import PASSED_OVER, ROLES
from schemas.document import Place

_VISUAL = frozenset({"image", "chart"})
_FORMULAS = frozenset({"inline_equation", "interline_equation"})
_DEEPEST = 8


class Span(Input):
    """A run of text, a formula (`content`), a table (`html`) or a picture (`image_path`)."""

    type: str
    content: str | None = None
    html: str | None = None
    image_path: str | None = None
    score: float | None = None


class Line(Input):
    """What stands on one line; one that begins an item of a list says so."""

    spans: tuple[Span, ...] = ()
    is_list_start_line: bool = False


class Block(Input):
    """A paragraph, or a table or picture with the blocks it is made of."""

    type: str
    bbox: tuple[float, ...] | None = None
    lines: tuple[Line, ...] = ()
    blocks: "tuple[Block, ...]" = ()
    level: int | None = None
    sub_type: str | None = None


class Page(Input):
    """A page; the blocks that MinerU would drop are running heads, and letterheads with them."""

    page_idx: int = Field(ge=0)
    page_size: tuple[float, float] | None = None
    para_blocks: tuple[Block, ...] | None = None
    preproc_blocks: tuple[Block, ...] | None = None
    discarded_blocks: tuple[Block, ...] | None = None


class Middle(Input):
    """The whole file."""

    pdf_info: tuple[Page, ...]
    version: str | None = Field(default=None, alias="_version_name")


def read_middle(middle: Middle) -> Iterator[Found]:
    """The pieces of every page."""
    for page in middle.pdf_info:
        blocks = page.para_blocks or page.preproc_blocks or ()
        for block in (*blocks, *(page.discarded_blocks or ())):
            yield from _Walk(page).read(block)


class _Walk:
    """Reads the blocks of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def read(self, block: Block, depth: int = 0) -> Iterator[Found]:
        """A block, with those inside it."""
        if block.type in PASSED_OVER or depth > _DEEPEST:
            return
        if block.type in _VISUAL and block.sub_type != "seal":
            yield from picture(_path(block), self._place(block))
        if block.type == "table_body" or (block.type == "table" and not block.blocks):
            yield from self._table(block)
        else:
            yield from self._paragraph(block)
        for inner in block.blocks:
            yield from self.read(inner, depth + 1)

    def _place(self, block: Block, scores: Sequence[float] = ()) -> Place:
        width, height = self._page.page_size or (0, 0)
        box = box_of(block.bbox, width, height)
        return place_of(self._page.page_idx + 1, box, min(scores, default=None))

    def _table(self, block: Block) -> Iterator[Found]:
        html = [span.html for line in block.lines for span in line.spans if span.html]
        if not html:
            yield from lost_table(self._place(block))
        for source in html:
            yield from tables(source, self._place(block))

    def _paragraph(self, block: Block) -> Iterator[Found]:
        scores = [span.score for line in block.lines for span in line.spans if span.score is not None]
        place = self._place(block, scores)
        role = ROLES.get(block.type, Role.BODY)
        heading = (block.level or 1) if block.type == "title" else None
        for paragraph in _paragraphs(block.lines):
            yield from lines(joined(paragraph), place, role, heading)


def _paragraphs(found: Sequence[Line]) -> Iterator[list[str]]:
    parts: list[str] = []
    for line in found:
        if line.is_list_start_line and parts:
            yield parts
            parts = []
        parts += [_text(span) for span in line.spans]
    yield parts


def _text(span: Span) -> str:
    content = (span.content or "").strip()
    return f"${content}$" if content and span.type in _FORMULAS else content


def _path(block: Block) -> str:
    inner = (block, *block.blocks)
    paths = (span.image_path for b in inner for line in b.lines for span in line.spans if span.image_path)
    return next(paths, "")
