"""Target values of performance indicators (指标值): a bounded number, a time limit, or words.

Steps: 1. canonical text; 2. a time limit? 3. a number with operator and unit? 4. else words.
A range (80%-90%), an approximation (约100人) and a proportion (1:3) are no single number and stay words.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from schemas.dataset.codes import Operator, TargetKind
from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.numbers import parse_chinese_integer, parse_number
from schemas.notation.text import HAN, canonical
from schemas.notation.words import WORDS

# How other engines write the signs: two characters, other glyphs, TeX.
_GLYPHS = {
    "≥": ("≧", "⩾", ">=", "\\geqslant", "\\geq", "\\ge"),
    "≤": ("≦", "⩽", "<=", "\\leqslant", "\\leq", "\\le"),
    "%": ("\\%",),
}
_SIGNS = {glyph: sign for sign, glyphs in _GLYPHS.items() for glyph in glyphs}
_QUOTED = re.compile(r"""["'`$“”‘’]*([^"'`$“”‘’]*)["'`$“”‘’]*""")
_BLANK = re.compile(r"(?<![A-Za-z]) | (?![A-Za-z])")
_GROUP_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))", re.ASCII)
_FILLERS = "-—–―/、."

_OPERATORS = {word: operator for operator, words in WORDS.targets.operators.items() for word in words}
_SUFFIXES = {word: operator for operator, words in WORDS.targets.suffixes.items() for word in words}


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_SIGN = re.compile(_either(_SIGNS))
_OPERATOR = re.compile(_either(_OPERATORS))
_LATIN_UNIT = "km2|km²|km|m[23²³]|m|cm|mm|kg|g|t|kWh|kW|MW|GB|TB|dB|mg/L|°C"
_TAIL = r"[^\d%‰A-Za-z,，;；、。~～—–-]{0,12}"
# A label counts only before a sign (参保率≥95%). Words behind % change nothing (95%完成); behind a plain
# number they are its unit.
_NUMERIC = re.compile(
    rf"(?:[{HAN}]{{1,20}}(?=[≥≤<>=])|{_either(WORDS.targets.lead)})?(?P<operator>{_either(_OPERATORS)})?"
    r"(?P<number>[+\-]?\d+(?:,\d+)*(?:\.\d+)?)"
    rf"(?:(?P<sign>[%‰]){_TAIL}?|(?P<unit>{_LATIN_UNIT}|(?:(?![多余来])[{HAN}]{_TAIL}?)?))"
    rf"(?:(?P<suffix>{_either(_SUFFIXES)}){_TAIL})?",
    re.ASCII,
)
_VAGUE = re.compile("以上|以下|以内|左右|上下")

_COUNT = r"(?<![\d.,一二三四五六七八九十百])(?P<count>\d{1,4}(?:\.\d)?|[一二两三四五六七八九十]{1,3})"
_PERIOD = re.compile(
    rf"{_COUNT}(?P<unit>个?工作日|个?自然日|日|天|个?月|年|个?小时|分钟|个?星期|周)[以之]?内(?=\D{{0,10}}\Z)",
    re.ASCII,
)
_BEFORE = re.compile(r"(?:\d|年|月|日|号|底|末|初|旬|季度)[以之]?前(?=\D{0,10}\Z)", re.ASCII)
_MOMENT = re.compile(
    r"(?:截至|截止|至|于)?(?=.{0,12}[\d底末])(?:(?:(?:19|20)\d\d|当|本|次|每)?年度?)?(?:\d{1,2}月份?|第?[一二三四1-4]季度)?"
    r"(?:\d{1,2}[日号]|底|末|初|[上中下]旬)?(?:前?(?:完成|下达|到位))?"
    r"|(?:19|20)\d\d([.\-/])\d{1,2}\1\d{1,2}",
    re.ASCII,
)
_BARE_DAYS = re.compile(r"\d{1,2}[日号]", re.ASCII)

# A letter where a digit should be, a sign before no clean number, digits and points that are no number.
_MISREAD = re.compile(r".*(?:\d[OoIl|]|[OoIl|]\d|%[A-Za-z]).*|[≥≤<>=].*\d.*|[\d.,]+%?", re.ASCII)
_BLANK_IN_NUMBER = re.compile(r"(?<=[\d.]) (?=[\d.])", re.ASCII)


class Target(Frozen):
    """A target value; `canonical` is the whole text, losslessly normalised.

    Numeric: `value` in `unit` (95, %); `operator` is None where none is printed. Deadline: `value` and
    `unit` for a period (30, 日), None for a moment (6月30日前); `deadline` is its text. `doubtful`: it looks
    like a misread number (a blank or a letter between digits, a sign before no clean number, a minus).
    """

    kind: TargetKind
    canonical: str
    operator: Operator | None = None
    value: Decimal | None = None
    unit: str | None = None
    deadline: str | None = None
    doubtful: bool = False


@lru_cache(maxsize=1 << 12)  # a template's targets come back in every table
def parse_target(text: str) -> Target:
    """The target that the whole text is; raises only where nothing is printed (empty, a dash, a slash)."""
    spaced = _tidied(text)
    plain = _GROUP_COMMA.sub(",", _BLANK.sub("", spaced)).rstrip("。；;，,")
    if not plain.strip(_FILLERS):
        raise NotationError(text, "a target value such as ≥95% or 应保尽保")
    target = _deadline(plain) or _numeric(plain) or Target(kind=TargetKind.QUALITATIVE, canonical=plain)
    doubtful = _BLANK_IN_NUMBER.search(spaced) is not None or _looks_misread(target)
    return target.model_copy(update={"doubtful": doubtful})


def _tidied(text: str) -> str:
    """Canonical, with one form of each sign and no quotes around; blanks are still there."""
    signs = _SIGN.sub(lambda found: _SIGNS[found[0]], canonical(text))
    quoted = _QUOTED.fullmatch(signs)
    return (quoted[1] if quoted else signs).strip()


def _deadline(plain: str) -> Target | None:
    if "%" in plain or "‰" in plain or any(sign in plain[1:] for sign in "≥≤<>="):
        return None
    period = _PERIOD.search(plain)
    if period is None and not _is_moment(plain):
        return None
    operator = _OPERATOR.match(plain)
    return Target(
        kind=TargetKind.DEADLINE,
        canonical=plain,
        deadline=plain,
        operator=_OPERATORS[operator[0]] if operator else None,
        value=_count(period["count"]) if period else None,
        unit=period["unit"] if period else None,
    )


def _is_moment(plain: str) -> bool:
    """A date, a year, 年底 or 6月30日前; 30日 alone is a number of days."""
    if _BEFORE.search(plain):
        return True
    return _MOMENT.fullmatch(plain) is not None and not _BARE_DAYS.fullmatch(plain)


def _count(text: str) -> Decimal | None:
    try:
        return parse_number(text) if text.isascii() else Decimal(parse_chinese_integer(text))
    except NotationError:
        return None


def _numeric(plain: str) -> Target | None:
    found = _NUMERIC.fullmatch(plain)
    value = _count(found["number"]) if found else None
    if found is None or value is None or _VAGUE.search(found["unit"] or ""):
        return None
    operator, suffix = _OPERATORS.get(found["operator"]), _SUFFIXES.get(found["suffix"])
    if operator and suffix and operator.value[0] != suffix.value[0]:
        return None
    return Target(
        kind=TargetKind.NUMERIC,
        canonical=plain,
        operator=operator or suffix,
        value=value,
        unit=found["sign"] or found["unit"] or None,
    )


def _looks_misread(target: Target) -> bool:
    if target.kind is TargetKind.NUMERIC:
        return target.value is not None and target.value < 0
    return target.kind is TargetKind.QUALITATIVE and _MISREAD.fullmatch(target.canonical) is not None
