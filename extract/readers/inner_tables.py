"""HTML tables within a text: OCR engines write tables so in their Markdown and JSON."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.html.flow import blocks_of
from extract.html.tree import parse
from extract.readers.changed import with_texts
from extract.readers.contract import FormatError
from extract.readers.markup import plain
from schemas.document import Block

_AROUND = r"html|body|div|center"
_OPEN = re.compile(rf"(?:<(?:{_AROUND})\b[^<>]*>\s*)*<table\b", re.IGNORECASE)
_EITHER = re.compile(r"<(/?)table\b[^<>]*>", re.IGNORECASE)
_CLOSED = re.compile(rf"(?:\s*</(?:{_AROUND})\s*>)*", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_FORMULA = re.compile(r"<eq>(.*?)</eq>", re.IGNORECASE | re.DOTALL)


class Part(NamedTuple):
    """A stretch of a text: its first line (from 1), whether it is a table, and whether that is closed."""

    line: int
    text: str
    is_table: bool
    is_closed: bool = True


def parts_of(text: str) -> Iterator[Part]:
    """The text as tables and what stands between them."""
    at, line = 0, 1
    while found := _OPEN.search(text, at):
        end, is_closed = _end(text, found.end() - len("<table"))
        before = text[at : found.start()]
        yield Part(line, before, is_table=False)
        line += before.count("\n")
        yield Part(line, text[found.start() : end], True, is_closed)
        line += text.count("\n", found.start(), end)
        at = end
    yield Part(line, text[at:], is_table=False)


def _end(text: str, start: int) -> tuple[int, bool]:
    """Where the table ends: behind its own end mark, else at the next blank line."""
    depth = 0
    for mark in _EITHER.finditer(text, start):
        depth += -1 if mark[1] else 1
        if depth == 0:
            closed = _CLOSED.match(text, mark.end())
            return (closed.end() if closed else mark.end()), True
    gap = _BLANK_LINE.search(text, start)
    return (gap.start() if gap else len(text)), False


def table_blocks(html: str) -> tuple[Block, ...]:
    """The grid with its spans, and the lines that stand in its first and last rows.

    `line` in places counts from the beginning of `html`. Raises `FormatError` for a bomb.
    """
    source = _FORMULA.sub(lambda found: f"${found[1]}$", html)
    try:
        blocks = blocks_of(parse(source))
    except FormatError as error:
        if error.reason.code == "no-text":
            return ()
        raise
    return tuple(with_texts(block, written) for block in blocks)


def written(text: str) -> str:
    """A cell's text without formulas, marks and escapes."""
    return "\n".join(map(plain, text.split("\n")))
