"""Text that must be what is left of a table: nobody may take it for words.

Whatever broke the table (cells in one line, commas between them, a cell a line without a header), a unit
line or a title of a table of money stands over it, and more figures than sentences have.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice

from extract import lines
from extract.vocabulary import is_performance_title
from schemas.dataset.codes import TableName
from schemas.document import Block, Line, Problem, ProblemKind, Table

_UNIT = re.compile(r"单\s*位\s*[:：][^。]{0,8}元|[（(]\s*(?:单位[:：])?[百千万亿]{0,2}元\s*[)）]")
_TITLE = re.compile(
    r"(?:资金|补[助贴]|经费|专款|奖[励补]|转移支付|指标|预算|项目|投资)[^。，]{0,20}(?:表|明细|情况|方案|计划|清单)"
    r"(?:[(（][^()（）]{1,12}[)）])?$"
)
_FEWEST = 3
"""Figures behind the words that announce a table; those of a sentence have their units beside them."""

_MANY = 12
"""Figures that nothing announces, and that no list of telephone numbers or years has."""

_WORD = re.compile(r"[^\s|,，、;；]+")
_PLAIN = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d{1,7}(?:\.\d+)?|-?\d+\.\d+")
_NAMED = re.compile(
    r"(?!附|第)(?:\d{1,3})?[\u4e00-\u9fff（）()]{2,}-?\d+(?:\.\d+)*(?![\d.]|\s*[年月日号条项个第%％千万亿元])"
)
# Figures that stand together without end: 39241587.4539192
_TOGETHER = re.compile(r"\d\.\d+\.\d|[\u4e00-\u9fff]\d{12,}")
_LABEL = re.compile(r"\s*附\s*[件表]?\s*\d*\s*[:：]?\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SENTENCE = re.compile(r"[。；！？]")


def lost_sums(blocks: Sequence[Block]) -> Iterator[Problem]:
    """A problem where lines that are in no table hold a table of money; at most one."""
    found = (problem for run in _between_tables(blocks) for problem in _lost(run))
    yield from islice(found, 1)


def _between_tables(blocks: Sequence[Block]) -> Iterator[list[Line]]:
    for is_table, run in groupby(blocks, key=lambda block: isinstance(block, Table)):
        if not is_table:
            yield [block for block in run if isinstance(block, Line)]


def _lost(run: Sequence[Line]) -> Iterator[Problem]:
    counts = [_figures(line.text) for line in run]
    if sum(counts) < _FEWEST:
        return
    for start, line in enumerate(run):
        figures = sum(counts[start : _end(run, start)])
        if figures >= (_FEWEST if _announces(line.text) else _MANY):
            yield Problem(
                kind=ProblemKind.TABLE_UNPARSED,
                detail=line.text[:60],
                table=TableName.ALLOCATIONS,
                place=line.place,
            )


def _announces(text: str) -> bool:
    bare = text.strip(" |")
    if is_performance_title(bare) or lines.begins_attachment_list(bare):
        return False
    return bool(_UNIT.search(bare)) or (len(bare) <= 60 and bool(_TITLE.search(bare)))


def _end(run: Sequence[Line], start: int) -> int:
    """One past the line itself, which may hold the table, and those below it up to a sentence."""
    below = range(start + 1, len(run))
    return next((i for i in below if _SENTENCE.search(run[i].text)), len(run))


def _figures(text: str) -> int:
    """Words that are figures, or a name and its figure: no date, no telephone number, no sum in 元."""
    words = [] if _LABEL.fullmatch(text) else _WORD.findall(text)
    plain = sum(bool(_PLAIN.fullmatch(word)) and not _YEAR.fullmatch(word) for word in words)
    together = sum(_FEWEST for word in words if _TOGETHER.search(word))
    return plain + sum(len(_NAMED.findall(word)) for word in words) + together
