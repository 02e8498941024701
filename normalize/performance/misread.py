"""How far a reading of a target lies from what may be printed: signs that engines misread weigh little.

Source of the pairs: the engines' own confusions on worn and faxed pages. The bar of ≥ is lost or the sign
read as a digit, % as a digit or a letter; specks become points. A sign that nothing was read for is another
matter: it may never have been printed.
"""

from functools import lru_cache

from schemas.model import Frozen

UNREAD = "�"
"""Stands in a reading for ink that was not read."""

# What each sign is read as; digits are never taken for one another.
_READ_AS = {
    "≥": f"2>3≧ZzaàSs》7)）{UNREAD}",
    "≤": f"<≦cCS《(（{UNREAD}",
    "%": f"0123456789%％°℃c)）nex/*{UNREAD}",
}
SPECKS = ".,·'`:;-_ ，。、：；~^\"*"
_SIGN, _SPECK, _OTHER, _DIGIT = 0.4, 0.2, 0.8, 100.0
_LOST = {"≥": 2 * _DIGIT, "≤": 2 * _DIGIT, "%": 0.8}


class Distance(Frozen):
    """`digits` altered, lost or added (a lost sign counts as two); `rest` what all other characters cost."""

    digits: int
    rest: float


@lru_cache(maxsize=1 << 14)
def distance(read: str, meant: str) -> Distance:
    """The cheapest way from what may be printed to what was read (a weighted edit distance)."""
    costs = [0.0]
    for char in read:
        costs.append(costs[-1] + _added(char))
    for wanted in meant:
        row = [costs[0] + _lost(wanted)]
        for n, char in enumerate(read):
            row.append(
                min(costs[n] + _changed(char, wanted), costs[n + 1] + _lost(wanted), row[n] + _added(char))
            )
        costs = row
    digits, rest = divmod(costs[-1], _DIGIT)
    return Distance(digits=int(digits), rest=round(rest, 3))


def _changed(read: str, meant: str) -> float:
    if read == meant:
        return 0.0
    if read in _READ_AS.get(meant, ""):
        return _SIGN
    return _DIGIT if meant.isdigit() or read.isdigit() else _OTHER


def _lost(meant: str) -> float:
    otherwise = _DIGIT if meant.isdigit() else _SPECK if meant in SPECKS else _OTHER
    return _LOST.get(meant, otherwise)


def _added(read: str) -> float:
    if read.isdigit() or read in _READ_AS:  # nothing is read as a sign that is none
        return _DIGIT
    return _SPECK if read in SPECKS or read == UNREAD else _OTHER
