"""Where the 机关代字 of a document number begins in running text.

Nothing marks its start, so it is read backwards from the year: up to a mark, white space or 号, then without
the ordinary words (根据, 转发) and agencies (财政部) of `words.toml` before it.
"""

import re
from typing import NamedTuple

from schemas.notation.text import HAN
from schemas.notation.words import WORDS

LONGEST_PREFIX = 9  # 鄂尔多斯财社（指） and the like; anything longer has probably swallowed a word
_REACH = 16  # characters read backwards; more than LONGEST_PREFIX, so that a prefix that is too long shows
_WINDOW = 2 * _REACH
_SHORTEST = 2

_CHAR = f"(?!号)[{HAN}]"
# 8师 and 14师 are divisions of the 兵团.
_RUN = rf"(?:{_CHAR}|\d{{1,2}}(?=[师团]))"
# 榕财社(指): one short bracket inside or at the end, neither a number (一) nor the rest of 县(市).
_BRACKET = rf"(?:(?<=[{HAN}])[(](?![一二三四五六七八九十县市区旗]+[)])[{HAN}]{{1,2}}[)](?:{_CHAR}){{0,4}})?"
# Spaced letters: 新 财 社, and 湘财 社, whose last piece can't be a 机关代字 alone.
_SPACED = rf"(?:(?<![{HAN}]){_CHAR}\s){{0,6}}(?:(?:{_CHAR}){{1,6}}\s(?=[{HAN}]\Z))?"
_PREFIX = re.compile(rf"{_SPACED}{_RUN}{{0,{_REACH}}}{_BRACKET}\Z", re.ASCII)

_WORDS = (*WORDS.document_numbers.leading, *WORDS.document_numbers.agencies)
_BEFORE = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_CLOSED = '号》)”"」,。;0123456789'


class Prefix(NamedTuple):
    """A 机关代字 and where it starts."""

    name: str
    start: int


def find_prefix(folded: str, end: int, *, alone: bool = False) -> Prefix | None:
    """The 机关代字 that ends at `end` of a width-folded text; None where under two characters are left.

    `alone`: nothing follows the number, so that its text may be a letterhead's rather than a sentence.
    """
    window = folded[max(0, end - _WINDOW) : end]
    found = _PREFIX.search(window)
    if found is None:
        return None
    offset = end - len(window)
    places = [place for place in range(found.start() + offset, end) if not folded[place].isspace()]
    letters = "".join(folded[place] for place in places)
    cut = _ordinary(letters, _before(folded, places[0], alone=alone) if places else "")
    name = letters[cut:].replace("(", "（").replace(")", "）")
    if len(name) < _SHORTEST or name in _WORDS:
        return None
    return Prefix(name, places[cut])


def _before(folded: str, start: int, *, alone: bool) -> str:
    """The character before; a line's end where a sentence begins here."""
    return folded[start - 1 : start] or ("" if alone else "\n")


def _ordinary(letters: str, before: str) -> int:
    """How many of the letters are ordinary words.

    What may begin a place name (和田, 将乐) is a word only right behind another number, title or comma;
    依 and 照 also where a line begins.
    """
    ends = [found.end() for start in range(len(letters)) if (found := _BEFORE.match(letters, start))]
    cut = max((place for place in ends if len(letters) - place >= _SHORTEST), default=0)
    words = WORDS.document_numbers
    long = len(letters) > _SHORTEST
    ambiguous = long and letters.startswith(words.ambiguous) and before and before in _CLOSED
    begins = long and letters.startswith(words.sentence) and before and before in _CLOSED + "\n"
    return 1 if cut == 0 and (ambiguous or begins) else cut
