"""Recipients beside figures that no list took: somebody gets something there, and nobody read what."""

import re
from collections.abc import Iterator, Sequence

from normalize.prose.names import Payees
from schemas.document import Piece
from schemas.notation.money import find_money
from schemas.printed import PrintedClause

_FEWEST = 2
_CLASSES = "省市州盟县区旗镇乡"
# 500万元用于甲县…: the sum comes first.
_BEHIND = re.compile(
    rf"^[，,]?(?:全部|主要)?(?:用于|用作|给予|给|支持|补助|奖励|拨付|下达|安排)+(?:给)?(?P<name>[\u4e00-\u9fff]{{1,9}}?[{_CLASSES}])"
)
# 甲县400、乙县350: figures without a unit.
_BARE = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{1,9}}[{_CLASSES}])\s*[:：]?\s*\d+(?:\.\d+)?(?=\s*(?:[、，,；;。）)]|$))"
)


def names_beside(clauses: Sequence[PrintedClause], payees: Payees) -> tuple[Piece, ...]:
    """The divisions that stand so beside a figure, two or more, each once; else none."""
    found = {piece.text: piece for clause in clauses for piece in _of_clause(clause, payees)}
    return tuple(found.values()) if len(found) >= _FEWEST else ()


def _of_clause(clause: PrintedClause, payees: Payees) -> Iterator[Piece]:
    for name in (*_behind_sums(clause.text), *_before_figures(clause.text)):
        known = next((name[i:] for i in range(len(name) - 1) if payees.is_division(name[i:])), None)
        if known is not None:
            yield Piece(text=known, place=clause.place)


def _behind_sums(text: str) -> Iterator[str]:
    for mention in find_money(text):
        found = None if mention.is_rate else _BEHIND.match(text[mention.end : mention.end + 24])
        if found is not None:
            yield found["name"]


def _before_figures(text: str) -> Iterator[str]:
    yield from (found["name"] for found in _BARE.finditer(text))
