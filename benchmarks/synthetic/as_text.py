"""A page → plain text as people save it and as OCR engines leave it.

Merged cells are lost: a cell's text stands in one row of its block (the first, or the middle one as engines
that look at the ink do), the rest is blank.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from benchmarks.synthetic.page import Grid, Page, Paragraph, Part
from benchmarks.synthetic.source import chance, likely, weighted
from schemas.model import Frozen

_WRAP = 28
_LINES_A_PAGE = 22
_HALF = str.maketrans("，：；（）", ",:;()")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_HAN = "\u4e00-\u9fff"
_HEADINGS: tuple[Part, ...] = ("title", "table title", "letterhead")


Table = Literal["tab", "pipe", "markdown", "aligned"]


class TextStyle(Frozen):
    """How the text came about; each choice is one that the texts of real archives show."""

    table: Table
    labels: Literal["first", "middle", "all middle"]
    wrap: bool
    half: bool
    blanks: bool
    wide: bool
    marks: bool
    indent: bool
    trailing: bool
    spaced_operator: bool
    ragged: bool
    goal_break: Literal["<br>", " ", ""]


def choose_style(seed: int, number: int) -> TextStyle:
    """The style of the seed's n-th notice."""
    source = chance("text", seed, number)
    table: Table = weighted(source, {"tab": 6, "pipe": 2, "markdown": 2, "aligned": 0.7})
    return TextStyle(
        table=table,
        labels=weighted(source, {"first": 5, "middle": 3, "all middle": 1}),
        wrap=likely(source, 0.3),
        half=likely(source, 0.2),
        blanks=likely(source, 0.25),
        wide=likely(source, 0.08),
        marks=table == "markdown" or likely(source, 0.15),
        indent=likely(source, 0.4),
        trailing=likely(source, 0.5),
        spaced_operator=likely(source, 0.2),
        ragged=table == "tab" and likely(source, 0.15),
        goal_break=weighted(source, {"<br>": 3, " ": 4, "": 2}),
    )


def as_text(page: Page, style: TextStyle) -> str:
    """The whole notice, blocks apart by a blank line where there is no wrapping."""
    blocks: list[str] = []
    for piece in page.pieces:
        if isinstance(piece, Grid):
            blocks.append("\n".join(_grid(piece, style)))
        else:
            blocks.append(_paragraph(piece, style))
    text = "\n\n".join(blocks)
    return (_paged(text) if style.wrap else text) + "\n"


def _paragraph(paragraph: Paragraph, style: TextStyle) -> str:
    if paragraph.part == "rule":
        return "---"
    text = _worded(paragraph.text, style)
    if style.blanks:
        text = re.sub(rf"(?<=[{_HAN}])(?=\d)|(?<=\d)(?=[{_HAN}])", " ", text)
    if style.indent and paragraph.part == "text":
        text = "　　" + text
    if style.wrap:
        text = "\n".join(text[i : i + _WRAP] for i in range(0, len(text), _WRAP))
    return _marked(text, paragraph.part) if style.marks else text


def _marked(text: str, part: Part) -> str:
    if part in _HEADINGS:
        return "\n".join(f"## {line}" for line in text.split("\n"))
    return f"**{text}**" if part == "subtitle" else text


def _worded(text: str, style: TextStyle) -> str:
    if style.spaced_operator:
        text = re.sub(r"([≥≤])(?=\d)", r"\1 ", text)
    text = text.translate(_HALF) if style.half else text
    return text.translate(_WIDE) if style.wide else text


def _grid(grid: Grid, style: TextStyle) -> Iterator[str]:
    texts = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        middle = style.labels == "all middle" or (style.labels == "middle" and cell.level)
        row = cell.row + ((cell.rows - 1) // 2 if middle else 0)
        texts[row][cell.column] = _worded(cell.text, style).replace("\n", style.goal_break)
    if style.ragged and not grid.header:
        texts = [_shifted(row) if number % 3 == 0 else row for number, row in enumerate(texts)]
    widths = [max(map(_width, column)) for column in zip(*texts, strict=True)]
    for number, row_texts in enumerate(texts):
        if number and number == grid.break_after:
            yield from ("", "— 2 —", "")
            yield from (_joined(row, widths, style) for row in texts[: grid.header * grid.repeat_header])
        yield _joined(row_texts, widths, style)
        if style.table == "markdown" and number == 0:
            yield "|" + " --- |" * grid.columns


def _shifted(row: list[str]) -> list[str]:
    """A row that begins blank loses a blank, as engines that can't tell how far a merged cell reaches do."""
    return [*row[1:], ""] if row[:2] == ["", ""] and row[-1] else row


def _width(text: str) -> int:
    """Columns on a screen: a wide character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _joined(texts: list[str], widths: list[int], style: TextStyle) -> str:
    if style.table == "aligned":
        padded = (t + " " * (width - _width(t) + 3) for t, width in zip(texts, widths, strict=True))
        return "".join(padded).rstrip()
    if style.table != "tab":
        return "| " + " | ".join(texts) + " |"
    line = "\t".join(texts)
    return line if style.trailing else line.rstrip("\t")


def _paged(text: str) -> str:
    """A page number after every so many lines, as the foot of a page leaves it; not inside a table."""
    found: list[str] = []
    page = 1
    for number, line in enumerate(text.split("\n"), start=1):
        found.append(line)
        in_table = "\t" in line or line.startswith("|")
        if number >= page * _LINES_A_PAGE and not in_table:
            found += ["", f"— {page} —", ""]
            page += 1
    return "\n".join(found)
