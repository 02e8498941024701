"""Tokens outside tables → lines of text."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extract.ocr.contract import Token
from extract.pixels.dust import dusted
from extract.pixels.raster import PixelBox, Raster
from extract.readers.markup import is_rule
from schemas.document import Line, Place
from schemas.notation.text import clean

# Two tokens share a line where their middles lie within two fifths of the lower one's height.
_SAME_LINE = 0.4
# A gap of more than one and a half characters separates: agencies side by side, 抄送 and its date.
_APART = 1.5
_PARAGRAPH = 1.7
_DUST = re.compile(r"^[\s.,·、。:;'\"`~_|/\\\-—*★]*$")
_UNSURE = 0.5
# Its dashes may be read as 一 or 二.
_NUMBER = re.compile(r"^[^\w\u4e00-\u9fff]*[一二]?\d{1,4}[一二]?[^\w\u4e00-\u9fff]*$")
_FOOT, _HEAD = 0.85, 0.06


def read_lines(tokens: Sequence[Token], sheet: Raster, page: int) -> list[Line]:
    """The lines from the top down; specks that were read as points and page numbers are left out."""
    rows = [sorted(row, key=lambda t: t.box.x0) for row in rows_of([t for t in tokens if not is_dust(t)])]
    pitch = median([_height(row) for row in rows]) if rows else 1.0
    found: list[Line] = []
    bottom = 0.0
    for row in rows:
        text = joined(row)
        if not is_rule(text) and not _is_page_number(row, text, sheet):
            gap = row[0].box.y0 - bottom > _PARAGRAPH * pitch
            found.append(_line(row, text, sheet, page, gap=gap))
        bottom = max(token.box.y1 for token in row)
    return found


def rows_of(tokens: Sequence[Token]) -> list[list[Token]]:
    """Tokens grouped by line, top down; one that hangs between two (文件 of a letterhead) is its own."""
    rows: list[list[Token]] = []
    for token in sorted(tokens, key=_middle):
        if rows and _middle(token) - median(map(_middle, rows[-1])) <= _SAME_LINE * _lower(rows[-1], token):
            rows[-1].append(token)
        else:
            rows.append([token])
    return rows


def _middle(token: Token) -> float:
    return (token.box.y0 + token.box.y1) / 2


def _lower(row: Sequence[Token], token: Token) -> float:
    return min(token.box.height, *(t.box.height for t in row))


def joined(row: Sequence[Token]) -> str:
    """The tokens of one line from left to right, with a blank where they stand apart."""
    text = row[0].text
    for before, token in pairwise(row):
        apart = token.box.x0 - before.box.x1 > _APART * min(before.box.height, token.box.height)
        text += (" " if apart else "") + token.text
    return clean(text)


def is_dust(token: Token) -> bool:
    """A speck that was read as a point or dash, or nothing that the engine is sure of."""
    return bool(_DUST.match(token.text)) or (token.confidence < _UNSURE and len(token.text) <= 2)


def enclosing(boxes: Sequence[PixelBox]) -> PixelBox:
    """The smallest box around all."""
    return PixelBox(
        x0=min(b.x0 for b in boxes),
        y0=min(b.y0 for b in boxes),
        x1=max(b.x1 for b in boxes),
        y1=max(b.y1 for b in boxes),
    )


def _line(row: Sequence[Token], text: str, sheet: Raster, page: int, *, gap: bool) -> Line:
    box = sheet.on_page(enclosing([token.box for token in row]))
    confidence = min(token.confidence for token in row)
    text, raw = dusted(text, confidence)
    return Line(text=text, place=Place(page=page, box=box, confidence=confidence), readings=raw, gap=gap)


def _is_page_number(row: Sequence[Token], text: str, sheet: Raster) -> bool:
    """A number alone at the foot or head of the page: its dashes are often lost."""
    foot = row[0].box.y0 > _FOOT * sheet.height or row[0].box.y1 < _HEAD * sheet.height
    return foot and bool(_NUMBER.match(text))


def _height(row: Sequence[Token]) -> float:
    return max(token.box.height for token in row)
