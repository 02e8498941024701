"""The goals cell (年度总体目标) → its goals."""

import re
from collections.abc import Iterator

from extract.cutting import cut_at
from schemas.document import Piece
from schemas.notation.text import canonical

_NUMBER = re.compile(r"(?:^|(?<=[\s。；;：:]))\s*(?:目标\s*)?[（(]?(?P<n>\d{1,2})\s*[.．、)）:：]\s*(?!\d)")
_ITEM_END = re.compile(r"\n+|(?<=。)\s+")


def split_goals(cell: Piece) -> Iterator[Piece]:
    """Cut at the numbers 1. 2. 3. in sequence; without numbers, at line breaks and blanks after 。"""
    text = cell.text.strip()
    head, numbered = cut_at(text, _in_sequence(text))
    for part in [head, *numbered] if numbered else _ITEM_END.split(text):
        if part.strip():
            yield Piece(text=canonical(part), place=cell.place)


def _in_sequence(text: str) -> list[re.Match[str]]:
    """The numbers that count up from 1; any other number is part of a goal."""
    marks: list[re.Match[str]] = []
    for mark in _NUMBER.finditer(text):
        if int(mark["n"]) == len(marks) + 1:
            marks.append(mark)
    return marks
