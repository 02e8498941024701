"""Dates and years as notices write them (成文日期, 印发日期, 年度), in arabic or Chinese numerals."""

import datetime as dt
import re
from collections.abc import Iterator

from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.numbers import parse_chinese_integer
from schemas.notation.text import clean, fold_widths

_ZERO = "〇○◯零0Oo"  # 二0二0年 and 二O二O年 are common ways to type 二〇二〇年
_ZEROS = str.maketrans(dict.fromkeys(_ZERO, "〇"))
_HAN_YEAR = rf"(?:一九|二[{_ZERO}])[{_ZERO}一二三四五六七八九][{_ZERO}一二三四五六七八九]"
_HAN_PART = rf"[{_ZERO}一二三四五六七八九十]{{0,3}}"
_YEAR = r"(?:19|20)\d\d"

_MENTION = re.compile(
    rf"(?P<year>(?<!\d)\d{{4}}|{_HAN_YEAR})\s?年\s{{0,3}}(?P<month>\d{{1,2}}|{_HAN_PART})\s{{0,3}}月"
    rf"\s{{0,3}}(?P<day>\d{{1,2}}|{_HAN_PART})\s{{0,3}}[日号]"
    rf"|(?<![\d\w.\-/])(?P<y>{_YEAR})\s?(?P<mark>[.\-/–—])\s?(?P<m>\d{{1,2}})\s?(?P=mark)\s?(?P<d>\d{{1,2}})"
    r"(?![.\-/]?[\dA-Za-z])"
    rf"|(?<![\dA-Za-z.,\-/])(?P<digits>{_YEAR}\d{{2,4}})日"
    rf"|(?:(?<=[\s(\[〔【。;:])|^)(?P<plain>{_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?=$|[\s)\]〕】。;])",
    re.ASCII,
)
_YEAR_MENTION = re.compile(rf"(?:(?<!\d)({_YEAR})\s?[\-–—~至]\s?)?(?:(?<!\d)({_YEAR})|({_HAN_YEAR}))\s?年")
_COMPACT = re.compile(rf"{_YEAR}\d{{4}}", re.ASCII)


class DateMention(Frozen):
    """A date in running text: `printed` is `text[start:end]`.

    `value` is None where no such day exists (2020年13月40日).
    """

    value: dt.date | None
    printed: str
    start: int
    end: int


def parse_date(text: str) -> dt.date:
    """The date that the whole text is; raises for an impossible one and for one without a year."""
    stripped = clean(text)
    found = find_dates(stripped)
    if len(found) != 1 or found[0].printed != stripped or found[0].value is None:
        raise NotationError(text, "a date such as 2020年6月30日, 2020-06-30 or 二〇二〇年六月三十日")
    return found[0].value


def find_dates(text: str) -> tuple[DateMention, ...]:
    """Every full date, in order; unreadable ones (2024122日, 2020年 月 日) too, with `value` None.

    Eight digits are a date only where they stand alone. A month and day without a year are no mention.
    """
    return tuple(_mentions(text, fold_widths(text)))


def find_years(text: str) -> tuple[int, ...]:
    """The years before 年 or 年度, in order and as often as printed; both ends of 2020-2022年."""
    return tuple(_years(fold_widths(text)))


def _mentions(text: str, folded: str) -> Iterator[DateMention]:
    for found in _MENTION.finditer(folded):
        start, end = found.span()
        yield DateMention(value=_value(found), printed=text[start:end], start=start, end=end)


def _years(folded: str) -> Iterator[int]:
    for first, arabic, han in _YEAR_MENTION.findall(folded):
        if first:
            yield int(first)
        yield int(arabic) if arabic else _number(han)


def _value(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(*_parts(found))
    except ValueError:
        return None


def _parts(found: re.Match[str]) -> tuple[int, int, int]:
    if digits := found["plain"] or found["digits"]:
        if not _COMPACT.fullmatch(digits):
            raise NotationError(digits, "eight digits")
        return int(digits[:4]), int(digits[4:6]), int(digits[6:])
    names = ("y", "m", "d") if found["y"] else ("year", "month", "day")
    year, month, day = (_number(found[name]) for name in names)
    if not 1900 <= year < 2100:
        raise NotationError(found[0], "a year of 1900 to 2099")
    return year, month, day


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    return parse_chinese_integer(text.translate(_ZEROS))
