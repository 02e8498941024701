"""Clauses → the sums that running text names, each with its own words and how it is joined to the last.

A sum in brackets divides the one before it (713万元（其中中央429万元）) and is none of these.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from normalize.text_series import worded_sums
from schemas.model import Frozen
from schemas.notation.money import MoneyMention, find_money
from schemas.printed import PrintedClause

_BRACKETED = re.compile(r"[（(][^（()）]*[)）]")
_STOP = re.compile(r"[。；;\n]")


class Spoken(Frozen):
    """A sum; `words` are those of its own sentence since the sum before it.

    `stopped`: a 。 or ； or the clause's beginning stands before the words. `apart`: so do words without a
    sum. `behind` is what follows the sum before, up to the stop (用于…).
    """

    mention: MoneyMention
    clause: PrintedClause
    words: str
    sentence: str
    stopped: bool
    apart: bool
    behind: str = ""


def spoken_sums(clauses: Iterable[PrintedClause], known: Callable[[str], bool]) -> Iterator[Spoken]:
    """Every sum outside brackets that is no rate, in order."""
    idle = False
    for clause in clauses:
        found = list(_of_clause(clause, idle, known))
        yield from found
        idle = _trailing(clause) if found else bool(clause.text.strip())


_BEFORE = re.compile(
    r"(?:^|[，,、；;：:。\n中])(?:下达|安排)?([\u4e00-\u9fff]{1,12}?[省市州盟县区旗])[^，,。；;、]{0,30}$"
)


def names_before_sums(clauses: Iterable[PrintedClause]) -> Iterator[str]:
    """What may be a division's name before a sum, while nobody knows yet whose divisions count."""
    for one in spoken_sums(clauses, lambda _: False):
        if found := _BEFORE.search(one.words):
            yield found[1]


def _of_clause(clause: PrintedClause, idle: bool, known: Callable[[str], bool]) -> Iterator[Spoken]:
    text = without_divisions(clause.text)
    mentions = [m for m in find_money(text) if not m.is_rate]
    first = True
    for one in worded_sums(text, mentions, known):
        pieces = _STOP.split(one.gap)
        between = pieces[:-1] if first else pieces[1:-1]
        yield Spoken(
            mention=one.mention,
            clause=clause,
            words=pieces[-1].strip(),
            sentence=_STOP.split(text[: one.mention.start])[-1],
            stopped=first or len(pieces) > 1,
            apart=any(p.strip() for p in between) or (first and idle),
            behind="" if first or len(pieces) == 1 else pieces[0],
        )
        first = False


def _trailing(clause: PrintedClause) -> bool:
    """Whether a whole sentence follows the clause's last sum."""
    pieces = _STOP.split(clause.text[find_money(clause.text)[-1].end :])
    return any(p.strip() for p in pieces[1:])


def without_divisions(text: str) -> str:
    """The text without the brackets that hold sums, from the innermost out."""
    while (shorter := _BRACKETED.sub(_looked_at, text)) != text:
        text = shorter
    return text.translate(_SHOWN)


def opened_brackets(text: str) -> str:
    """The text with the sums in brackets as if none stood around them: 713万元，其中甲县429万元，."""
    return _BRACKETED.sub(lambda group: f"，{group[0][1:-1]}" if find_money(group[0]) else group[0], text)


# Brackets without a sum stay, in private characters until every pair was looked at.
_HIDDEN = str.maketrans("（(）)", "\ue000\ue001\ue002\ue003")
_SHOWN = str.maketrans("\ue000\ue001\ue002\ue003", "（(）)")


def _looked_at(group: re.Match[str]) -> str:
    return "" if find_money(group[0]) else group[0].translate(_HIDDEN)
