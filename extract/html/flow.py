"""A tree → lines and tables in reading order, as a browser would break them."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from extract.html.numbers import item_label
from extract.html.tables import is_layout, metadata_lines, read_grid
from extract.readers.raised import raised
from schemas.document import Block, Line, Place

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
     "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)  # fmt: skip
_HEADING = re.compile(r"h([1-6])$")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")
_CHINESE = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
# A line end of the source between two Chinese characters is the editor's, not the page's (CSS Text, 4.1.2).
_WRAPPED = re.compile(rf"(?<={_CHINESE})[ \t]*[\r\n]\s*(?={_CHINESE})")
_STRUCK = frozenset({"s", "strike", "del"})
_KEPT_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """Every line and table below an element."""
    return tuple(_Flow().read(root))


class _Flow:
    """One walk over the tree, without recursion: unclosed tags nest pages hundreds deep."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line: int | None = None
        self._gap = True
        self._headings: list[int] = []

    def read(self, root: HtmlElement) -> Iterator[Block]:
        """All of it, with what is left on the last line."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            if element.tag == "table" and not is_layout(element):
                if event == "start":
                    walk.skip_subtree()
                    yield from self._table(element)
            elif event == "start":
                yield from self._enter(element, str(element.tag))
                yield from self._text(element.text, element)
            else:
                yield from self._leave(element, str(element.tag))
            parent = element.getparent()
            if event == "end" and element is not root and parent is not None:
                yield from self._text(element.tail, parent)
        yield from self._end()

    def _enter(self, element: HtmlElement, tag: str) -> Iterator[Block]:
        if tag == "br":
            yield from self._end(blank=True)
        elif tag == "dd" and self._parts:  # a term and what is said of it are one line
            self._add("" if self._parts[-1].rstrip().endswith(("：", ":")) else "：", element)
        elif tag in _BLOCKS:
            yield from self._end(blank=tag == "hr")
        elif tag in _STRUCK and element.text_content().strip():
            self._add("~~", element)
        level = _HEADING.match(tag)
        if level:
            self._headings.append(int(level[1]))
        if tag == "li":
            self._add(item_label(element), element)

    def _leave(self, element: HtmlElement, tag: str) -> Iterator[Block]:
        if tag in _STRUCK and element.text_content().strip():
            self._add("~~", element)
        elif tag in _BLOCKS and tag != "dt":
            yield from self._end(blank=tag == "p" and bool(self._parts))
        if _HEADING.match(tag):
            self._headings.pop()

    def _text(self, text: str | None, element: HtmlElement) -> Iterator[Block]:
        if not text:
            return
        if element.tag != "pre" and not _KEPT_BREAKS.search(element.get("style") or ""):
            self._add(_SPACES.sub(" ", _WRAPPED.sub("", text)), element)
            return
        for number, part in enumerate(text.splitlines()):
            if number:
                yield from self._end(blank=True)
            self._add(part, element)

    def _add(self, text: str, element: HtmlElement) -> None:
        if text.strip() and self._line is None:
            self._line = element.sourceline or None
        if text:
            self._parts.append(text)

    def _end(self, *, blank: bool = False) -> Iterator[Line]:
        """The line that is being written, if anything stands on it; `blank`: else it is a blank line."""
        text = _BLANKS.sub(" ", "".join(self._parts)).strip()
        if text:
            heading = self._headings[-1] if self._headings else None
            yield Line(text=text, place=Place(line=self._line, confidence=1), heading=heading, gap=self._gap)
        self._gap = not text and (self._gap or blank)
        self._parts, self._line = [], None

    def _table(self, element: HtmlElement) -> Iterator[Block]:
        yield from self._end()
        for caption in element.iterchildren("caption"):
            yield from _Flow().read(caption)
        table = read_grid(element, cell_text)
        lines = metadata_lines(table)
        yield from lines or raised(table, gap=True)
        self._gap = not lines


def cell_text(cell: HtmlElement) -> str:
    """The lines of a cell; a table of one cell in it is read as its text."""
    return "\n".join(_flat(_Flow().read(cell)))


def _flat(blocks: Iterator[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (" ".join(cell.text for cell in row) for row in block.rows() if row)
