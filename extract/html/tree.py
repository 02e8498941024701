"""Characters → a tree of what is seen: scripts, forms, comments and hidden parts are taken out."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from extract.readers.contract import FormatError

# Unclosed tags nest old pages hundreds deep; deeper ones exist as attacks only.
_DEEPEST = 2000
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "svg", "math", "select", "button",
     "input", "textarea", "audio", "video", "canvas", "link", "meta", "title"}
)  # fmt: skip
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def parse(text: str) -> HtmlElement:
    """The body of a page or fragment; raises `FormatError` where there is none, or it is a bomb."""
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = document_fromstring(_NOT_TEXT.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
        raise FormatError("no-text") from error
    body = root.find("body")
    body = root if body is None else body
    _refuse_depth(body)
    _drop_unseen(body)
    return body


def _refuse_depth(body: HtmlElement) -> None:
    depth = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise FormatError("nested-too-deep", most=_DEEPEST)


def _drop_unseen(body: HtmlElement) -> None:
    unseen = [e for e in body.iter() if e is not body and (e.tag in _UNSEEN or not _is_tag(e) or _hidden(e))]
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()


def _is_tag(element: HtmlElement) -> bool:
    """Comments and instructions have a function for a tag."""
    return isinstance(element.tag, str)


def _hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
