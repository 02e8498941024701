"""What other programs left in a text that is not on the page: Markdown and HTML marks.

Struck-through text (`~~…~~`) stays marked: that it was struck is on the page.
"""

import html
import re

from extract.readers.latex import without_formulas

_TAGS = "a|b|br|center|div|em|font|h[1-6]|i|img|li|ol|p|s|small|span|strong|sub|sup|u|ul"
_BREAK = re.compile(r"\s*<\s*(?:br|li|p|div)\b[^<>]*>\s*", re.IGNORECASE)
_TAG = re.compile(rf"</?\s*(?:{_TAGS})\b[^<>]*>", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(\S(?:.*?\S)?)\*\*|__(\S(?:.*?\S)?)__")
# Markdown guards a sign that it would take for a mark; no notice prints a backslash before one.
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_PICTURE = re.compile(
    r"!\[[^\]]*\]\(([^)\s]*)[^)]*\)|<img\b[^<>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)[^<>]*>", re.IGNORECASE
)
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+")
_RULE = re.compile(r"^\s*([-*_=])(?:\s*\1){2,}\s*$")
_PAGE_NUMBER = re.compile(
    r"^\s*(?:[-—–－_]\s*\d{1,4}\s*[-—–－_]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)\s*$"
)


def heading_level(line: str) -> int | None:
    """How deep a Markdown heading is (1 the highest); null where the line is none."""
    found = _HEADING.match(line)
    return len(found[1]) if found else None


def is_rule(line: str) -> bool:
    """Whether the line is a drawn rule or a page number: a break, not text."""
    return bool(_RULE.match(line) or _PAGE_NUMBER.match(line))


def plain(text: str) -> str:
    """The text without marks, formulas written out; an HTML item or break becomes a line break."""
    text = without_formulas(_PICTURE.sub("", _HEADING.sub("", text)))
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    if "&" in text:
        text = html.unescape(text)
    if "**" in text or "__" in text:
        text = _BOLD.sub(lambda m: m[1] or m[2], text)
    if "\\" in text:
        text = _ESCAPED.sub(r"\1", text)
    return text.strip()


def pictures(text: str) -> tuple[str, ...]:
    """The files of the pictures that a line of Markdown or HTML shows; empty names for those without one."""
    return tuple(found[1] or found[2] or "" for found in _PICTURE.finditer(text))
