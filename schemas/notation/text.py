"""White space, widths and strike-through of official Chinese text, and the splitting of lists.

Three forms of a text, from most to least faithful:
1. `clean`: what stands on the page, white space tidied;
2. `canonical`: what the dataset's unprinted columns hold;
3. `compare_form`: never shown, only compared.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from schemas.notation.words import WORDS

HAN = "〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CHINESE = HAN + "\u3000-\u303f，；：？！（）…～“”‘’—·"

# NFKC would make these Latin; GB/T 15834 writes them so.
_PUNCTUATION = "，；：？！（）…～"
# NFKC would glue these to the digits beside them and so make figures: ②5 → 25, ⒈5 → 1.5, 10² → 102.
_GLUING = "²³¹¼-¾\u2070-\u209c\u2150-\u215f\u2189①-⑳⒈-⒛⓪-⓿㉑-㉟㊱-㊿\U0001f100-\U0001f10a"
_KEPT = re.compile(f"([{_PUNCTUATION}{_GLUING}]+)")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_GAP = re.compile(f"(?<=[{_CHINESE}]) | (?=[{_CHINESE}])")
# 201 9年: a web page's or an engine's blanks within a year.
_SPLIT_YEAR = re.compile(r"(?<![\d.])(?:(?:19|20)\d \d|(?:19|20) \d ?\d|(?:1 9|2 0) ?\d ?\d)(?=年)")
_STRUCK = re.compile(r"~~((?:[^~\n]|~(?!~))+)~~")

_BRACKET_TAIL = re.compile(r"[（(][^（）()]*[）)]$")

_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_WIDTHS = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {ord(wide): narrow for wide, narrow in zip("﹝﹞﹙﹚﹣", "〔〕()-", strict=True)}
    | dict.fromkeys(map(ord, _BLANKS), " ")
)
_ONE_KIND = str.maketrans(
    "（）〔〕[]【】〖〗｛｝{}《》〈〉“”„‘’＇，；：？！～〜—–−―‐‑≧≦⩾⩽",
    "()" * 7 + "<>" * 2 + '"""' + "'''" + ",;:?!~~" + "------" + "≥≤≥≤",
)
_OPENING = "（(〔[【《〈“"
_CLOSING = "）)〕]】》〉”"


def fold_widths(text: str) -> str:
    """Full-width ASCII made narrow and every blank a plain one, one for one, so that offsets stay true."""
    return text.translate(_WIDTHS)


def clean(text: str) -> str:
    """The printed form: runs of white space to one blank, none at the ends, invisible characters gone."""
    return " ".join(_INVISIBLE.sub("", text).split())


@lru_cache(maxsize=1 << 14)  # a template's words come back in every table
def canonical(text: str) -> str:
    """NFKC, except that Chinese punctuation stays Chinese, and enclosed and raised digits stay as they are.

    No white space on either side of a Chinese character (关于下达 2022 年 → 关于下达2022年); elsewhere a run
    becomes one blank, but in a year none (201 9 年 → 2019年).
    """
    joined = _GAP.sub("", " ".join(_nfkc(text).split()))
    return _SPLIT_YEAR.sub(lambda year: year[0].replace(" ", ""), joined)


@lru_cache(maxsize=1 << 14)  # a notice compares the same few hundred names again and again
def compare_form(text: str) -> str:
    """Equal for texts that differ losslessly: width, white space, kind of bracket, quote, dash; `≧` for `≥`.

    A closing 。；： is dropped. For comparison only: 《 has become < here.
    """
    folded = "".join(_nfkc(text).split()).translate(_ONE_KIND)
    return folded.replace(">=", "≥").replace("<=", "≤").rstrip("。;:")


def struck(text: str) -> tuple[str, ...]:
    """The parts between `~~` marks (Markdown strike-through); a mark without a partner strikes nothing."""
    return tuple(_STRUCK.findall(text))


def without_struck(text: str) -> str:
    """The text without its struck-through parts and their marks; white space around them stays."""
    return _STRUCK.sub("", text)


def split_list(text: str) -> tuple[str, ...]:
    """The members of a list of addressees (主送机关) or copies (抄送机关), cleaned, without a closing mark.

    1. Nothing inside brackets or quotes ever splits: 各县（市、区）财政局 is one.
    2. ， and ； always split; a line end doesn't, as names are wrapped.
    3. 、 splits only where every piece between two such marks can stand by itself: all are organisations
       (国库处、预算处) or all are named places (甲县、乙县), or places come last (甲镇政府、经开区).
       各市、县（区）财政局 is one: 各市 can't; nor can a place before an organisation.
    """
    pieces = (
        part for member in _cut(text, "，,；;") for part in _stand_alone(tuple(_cut(member, "、")), member)
    )
    stripped = (clean(piece).strip("。:：；; ") for piece in pieces)
    return tuple(piece for piece in stripped if piece)


def _nfkc(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    if unicodedata.is_normalized("NFKC", text):
        return text
    pieces = _KEPT.split(text)
    pieces[::2] = [unicodedata.normalize("NFKC", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _cut(text: str, marks: str) -> Iterator[str]:
    start = 0
    protected = _bracketed(text)
    for place, char in enumerate(text):
        if char in marks and not protected[place]:
            yield text[start:place]
            start = place + 1
    yield text[start:]


def _bracketed(text: str) -> list[bool]:
    """For each character whether it stands inside brackets; a bracket without a partner is none."""
    inside = [False] * len(text)
    opened: list[int] = []
    outermost: list[tuple[int, int]] = []
    for place, char in enumerate(text):
        if char in _OPENING:
            opened.append(place)
        elif char in _CLOSING and opened:
            start = opened.pop()
            while outermost and outermost[-1][0] > start:
                outermost.pop()
            outermost.append((start, place))
    for start, end in outermost:
        inside[start:end] = [True] * (end - start)
    return inside


def _stand_alone(pieces: tuple[str, ...], member: str) -> tuple[str, ...]:
    lists = WORDS.lists
    bare = [_BRACKET_TAIL.sub("", clean(piece).rstrip("。:： ")) for piece in pieces]
    places = [p for p in bare if _ends_on(p, lists.division_endings) and not p.startswith("各")]
    organisations = [p for p in bare if _ends_on(p, lists.organisation_endings)]
    places_last = [*organisations, *(p for p in places if p not in organisations)] == bare
    return pieces if places_last or len(places) == len(bare) else (member,)


def _ends_on(piece: str, endings: tuple[str, ...]) -> bool:
    """Whether something stands before the ending: 单位 or 市 alone leans on its neighbour."""
    return any(piece.endswith(ending) and len(piece) > len(ending) for ending in endings)
