"""Plain text and Markdown, as people save it and as OCR engines leave it.

Lines that hold tabs or `|` side by side are a table whose merged cells are lost; the rest are
lines. A `<table>` among them is read as a web page's. `line` in every place counts the lines of the file
from 1.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from extract.readers.changed import with_places
from extract.readers.contract import EngineSource
from extract.readers.decode import decode
from extract.readers.inner_tables import Part, parts_of, table_blocks
from extract.readers.markup import heading_level, is_rule, pictures, plain
from extract.readers.trouble import unreadable
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Cell, Document, Line, Page, Place, Problem, ProblemKind, Table
from schemas.reasons import reason

_INNER_TAB = re.compile(r"\S.*\t.*\S")
# A lone dash in a cell is a blank figure; with a colon it aligns a column.
_RULED = r"\s*(?::?-{2,}:?|:-:?|-:)\s*"
_DIVIDER = re.compile(rf"^\s*\|?{_RULED}(?:\|{_RULED})*\|?\s*$")
_NEARLY_ALL = 0.95
_ROWS = 3
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")


class _Raw(NamedTuple):
    number: int
    text: str
    separator: str


def read_text(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:  # noqa: ARG001  the contract of all readers
    """Read a text file; see `decode` for the encodings and the errors."""
    parts = tuple(parts_of(decode(data)))
    return Document(
        media_type=media_type,
        text_origin=TextOrigin.PLAIN_TEXT,
        pages=(Page(blocks=tuple(block for part in parts for block in _read(part))),),
        problems=tuple(problem for part in parts for problem in _problems(part)),
    )


def _read(part: Part) -> Iterable[Block]:
    if not part.is_table:
        raw = [_raw(n, text) for n, text in enumerate(part.text.split("\n"), start=part.line)]
        return _blocks(_single_spaced(raw))
    return [with_places(block, lambda place: _moved(place, part.line)) for block in table_blocks(part.text)]


def _moved(place: Place, first: int) -> Place:
    line = None if place.line is None else place.line + first - 1
    return place.model_copy(update={"line": line, "confidence": None})


def _problems(part: Part) -> Iterator[Problem]:
    """A table that breaks off, and pictures: what an engine left as one may be a table."""
    if not part.is_closed:
        yield unreadable(None, reason("table-not-closed")).model_copy(update={"place": Place(line=part.line)})
    for number, text in enumerate(part.text.split("\n"), start=part.line):
        for name in pictures(text):
            yield Problem(kind=ProblemKind.UNCLAIMED, detail=name, place=Place(line=number))


def _raw(number: int, text: str) -> _Raw:
    separator = "\t" if "\t" in text else "|" if text.count("|") > 1 or " | " in text else ""
    return _Raw(number=number, text=text, separator=separator)


def _single_spaced(raw: Sequence[_Raw]) -> Sequence[_Raw]:
    """Drop the blank line behind each line where a converter put one behind all, rows of tables too."""
    followed = [not after.text.strip() for line, after in pairwise(raw) if line.text.strip()]
    rows = [not after.text.strip() for line, after in pairwise(raw) if line.separator]
    if len(rows) < _ROWS or not all(rows) or sum(followed) < _NEARLY_ALL * len(followed):
        return raw
    before = [_raw(0, ""), *raw]
    return [line for last, line in pairwise(before) if line.text.strip() or not last.text.strip()]


def _blocks(raw: Iterable[_Raw]) -> Iterator[Block]:
    gap = True
    for separator, run in groupby(raw, key=lambda r: r.separator):
        lines = list(run)
        if separator and _is_table(lines):
            yield _table(lines)
            gap = True
            continue
        for line in lines:
            if not line.text.strip() or is_rule(line.text):
                gap = True
            else:
                yield from _lines(line, gap=gap)
                gap = False


_COLUMNS = 2
"""A name and a figure; texts that all stand in one are a page's frame around them."""


def _is_table(lines: list[_Raw]) -> bool:
    """One row alone is a table only when it has three cells: a tab in a sentence is an indent.

    A lone line of `|` is one where it begins with the mark: 首页 | 公告 | 联系我们 is a web page's menu.
    """
    if lines[0].separator == "|":
        if len({column for line in lines for column, text in enumerate(_texts(line)) if text}) < _COLUMNS:
            return False
        return len(lines) > 1 or lines[0].text.lstrip().startswith("|")
    inner = [line for line in lines if _INNER_TAB.search(line.text)]
    return len(inner) >= 2 or any(len(_filled(line)) >= 3 for line in inner)


def _filled(line: _Raw) -> list[str]:
    return [part for part in line.text.split("\t") if part.strip()]


def _lines(line: _Raw, *, gap: bool) -> Iterator[Line]:
    place = Place(line=line.number)
    heading = heading_level(line.text)
    for part in plain(_without_blank_cells(line.text)).split("\n"):
        text = _BLANKS.sub(" ", part).strip()
        if text:
            yield Line(text=text, place=place, heading=heading, gap=gap)
            gap = False


def _without_blank_cells(text: str) -> str:
    """A title that a page prints as the one cell of a row: 关于下达…的通知 | |||."""
    first, mark, rest = text.partition("|")
    return first if mark and first.strip() and "|" in rest and not rest.strip(" |") else text


def _table(lines: list[_Raw]) -> Table:
    cells: list[Cell] = []
    width = row = 0
    drawn = [line for line in lines if not (line.separator == "|" and _DIVIDER.match(line.text))]
    framed = all(line.text.lstrip().startswith("|") for line in drawn)
    for line in drawn:
        texts = _texts(line, framed=framed)
        width = max(width, len(texts))
        place = Place(line=line.number)
        cells += [Cell(row=row, column=c, text=t, place=place) for c, t in enumerate(texts) if t]
        row += 1
    first = Place(line=lines[0].number)
    return Table(cells=tuple(cells), row_count=row, column_count=width, spans_known=False, place=first)


def _texts(line: _Raw, *, framed: bool = True) -> list[str]:
    """The cells. A `|` ahead of them is the frame where every row has one, else it ends a blank cell."""
    text = line.text
    if line.separator == "|":
        text = text.strip().removesuffix("|")
        text = text.removeprefix("|") if framed else text
    if "\\" not in text:
        return [_cell_text(part) for part in text.split(line.separator)]
    return [_cell_text(part) for part in re.split(rf"(?<!\\){re.escape(line.separator)}", text)]


@lru_cache(maxsize=1 << 13)  # the cells of a template come back in every table
def _cell_text(part: str) -> str:
    return "\n".join(filter(None, (_BLANKS.sub(" ", p).strip() for p in plain(part).split("\n"))))
