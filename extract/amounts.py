"""Sums of money in running text."""

from collections.abc import Iterable

from schemas.document import Piece
from schemas.notation.money import find_money
from schemas.printed import PrintedAmount, PrintedClause

_REACH = 120


def read_amounts(clauses: Iterable[PrintedClause]) -> tuple[PrintedAmount, ...]:
    """Every sum but rates (每人每月500元); `before` is the sentence up to the sum."""
    return tuple(
        PrintedAmount(
            piece=Piece(text=mention.printed, place=clause.place),
            before=_sentence_before(clause.text, mention.start),
            clause=clause.number,
        )
        for clause in clauses
        for mention in find_money(clause.text)
        if not mention.is_rate
    )


def _sentence_before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start].rsplit("。", 1)[-1].rsplit("；", 1)[-1]
