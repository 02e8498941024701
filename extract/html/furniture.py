"""What surrounds a notice on a web page (menus, paths, footers, lists of other news) is taken out.

Three tests, and whatever carries a notice (its number, a title, a sentence, a table with figures) passes
them all: a line of furniture too many is read as such later on, a part of the notice too few would be lost.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement

from extract.grid import is_figure
from extract.html.tables import is_layout
from schemas.notation.docnumber import find_doc_numbers

_TAGS = frozenset({"nav", "footer", "aside"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_BLOCKS = frozenset(
    {"div", "ul", "ol", "dl", "table", "td", "section", "header", "p", "center", "span", "form"}
)
_NAMES = re.compile(
    r"(?:^|[-_\s])(?:nav|navbar|menu|foot|footer|copyright|breadcrumbs?|crumbs?|sidebar|share|bshare|bdshare\w*"
    r"|friendlinks?|toolbar|pagination|related|search)(?:$|[-_\s])",
    re.IGNORECASE,
)
_OWNER = re.compile(r"ICP备|公网安备|版权所有|网站标识码|网站地图")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|txt|jpe?g|png|tiff?)(?:$|[?#])", re.IGNORECASE)
_LONGEST_FOOTER = 400
_MOST_LINKED = 0.5
_LINES = frozenset({"p", "a", "span", "h1", "h2", "h3", "b", "strong", "font"})


class _Content(NamedTuple):
    """What an element holds: `signs` counts what only a notice has, `files` links to attachments."""

    characters: int = 0
    linked: int = 0
    links: int = 0
    files: int = 0
    signs: int = 0
    owner: bool = False

    def and_(self, other: "_Content") -> "_Content":
        return _Content(
            self.characters + other.characters,
            self.linked + other.linked,
            self.links + other.links,
            self.files + other.files,
            self.signs + other.signs,
            self.owner or other.owner,
        )


def drop_furniture(body: HtmlElement) -> None:
    """Take it out of the tree, the outermost first."""
    contents = _look(body)
    for element in list(body.iter()):
        if element is not body and _is_furniture(element, contents):
            _drop(element)


def main_part(body: HtmlElement) -> HtmlElement:
    """The smallest element around everything that only a notice has; the body where nothing has."""
    contents = _look(body)
    signs = contents[body].signs
    found = body
    while signs:
        inner = next((child for child in found if contents[child].signs == signs), None)
        if inner is None or inner.tag in _LINES or (inner.tag == "table" and not is_layout(inner)):
            break
        found = inner
    return found


def _look(body: HtmlElement) -> Mapping[HtmlElement, _Content]:
    """What each element and all below it hold; bottom up, without recursion."""
    contents: dict[HtmlElement, _Content] = {}
    links = cells = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        step = 1 if event == "start" else -1
        links += step * (element.tag == "a")
        cells += step * (element.tag == "td")
        if event == "start":
            contents[element] = _own(element).and_(_text(element.text, linked=links > 0, cell=cells > 0))
        elif element is not body:
            tail = _text(element.tail, linked=links > 0, cell=cells > 0)
            parent = element.getparent()
            assert parent is not None  # noqa: S101  # only the body has none here
            contents[parent] = contents[parent].and_(contents[element]).and_(tail)
    return contents


def _own(element: HtmlElement) -> _Content:
    link = element.tag == "a"
    return _Content(links=int(link), files=int(link and bool(_FILE.search(element.get("href") or ""))))


def _text(text: str | None, *, linked: bool, cell: bool) -> _Content:
    bare = " ".join((text or "").split())
    if not bare:
        return _Content()
    size = sum(character.isalpha() for character in bare)  # dates beside links are no text
    if linked:
        return _Content(size, size, owner=bool(_OWNER.search(bare)))
    return _Content(size, 0, signs=int(_is_sign(bare, cell=cell)), owner=bool(_OWNER.search(bare)))


def _is_sign(text: str, *, cell: bool) -> bool:
    """A number of a notice, a title, a sentence; a figure in a table."""
    if cell and is_figure(text):
        return True
    if len(text) < 8 or _OWNER.search(text):
        return False
    sentence = text.endswith(("。", "；")) and len(text) > 15
    return sentence or ("关于" in text and "首页" not in text) or bool(find_doc_numbers(text))


def _is_furniture(element: HtmlElement, contents: Mapping[HtmlElement, _Content]) -> bool:
    found = contents[element]
    if found.signs or found.files or element.tag in {"tr", "tbody", "thead"}:
        return False
    named = f"{element.get('class') or ''} {element.get('id') or ''}"
    declared = element.tag in _TAGS or element.get("role") in _ROLES or bool(_NAMES.search(named))
    linked = found.links >= 3 and found.linked > _MOST_LINKED * found.characters
    owner = found.owner and found.characters <= _LONGEST_FOOTER
    return element.tag in _TAGS or (element.tag in _BLOCKS and (declared or linked or owner))


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()
