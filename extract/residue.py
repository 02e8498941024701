"""Text that must be what is left of a table: nobody may take it for words.

Whatever broke the table (cells in one line, commas between them, a cell a line without a header), a unit
line or a title of a table of money stands over it, and more figures than sentences have.
"""

import re
from collections.abc import Iterator, Sequence

from extract.flows.tokens import is_value
from schemas.dataset.codes import TableName
from schemas.document import Line, Piece, Problem, ProblemKind

_UNIT = re.compile(r"单\s*位\s*[:：][^。]{0,8}元")
_TITLE = re.compile(
    r"(?:资金|补[助贴]|经费|专款|奖[励补]|转移支付|指标|预算)[^。，]{0,20}(?:表|明细|情况)(?:[(（][^()（）]{1,12}[)）])?$"
)
_FEWEST = 6
"""Figures behind the words that announce a table; a sentence of sums has fewer, and units beside them."""

_WORD = re.compile(r"[^\s|,，、;；]+")
_PLAIN = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?")
_SENTENCE = re.compile(r"[。；！？]")


def lost_sums(lines: Sequence[Line]) -> Iterator[Problem]:
    """A problem where these lines, which are in no table, hold a table of money; at most one."""
    for start, line in enumerate(lines):
        if not _announces(line.text):
            continue
        figures = sum(_figures(one.text) for one in _below(lines, start))
        if figures >= _FEWEST:
            yield Problem(
                kind=ProblemKind.TABLE_UNPARSED,
                detail=line.text[:60],
                table=TableName.ALLOCATIONS,
                place=line.place,
            )
            return


def _announces(text: str) -> bool:
    bare = text.strip(" |")
    return bool(_UNIT.search(bare)) or (len(bare) <= 60 and bool(_TITLE.search(bare)))


def _below(lines: Sequence[Line], start: int) -> Iterator[Line]:
    """The line itself, which may hold the table, and those below it up to a sentence."""
    yield lines[start]
    for line in lines[start + 1 :]:
        if _SENTENCE.search(line.text):
            return
        yield line


def _figures(text: str) -> int:
    """Words that are figures and nothing else: no date, no telephone number, no sum with its unit."""
    words = _WORD.findall(text)
    return sum(bool(_PLAIN.fullmatch(word)) and is_value(Piece(text=word)) for word in words)
