"""A value and its number format → what a sheet shows: 1,234.50, 12.5%, 2021年3月15日.

A negative figure always keeps its minus: red or brackets alone would be lost in a text. A number whose
format says nothing of digits is written with the 15 digits that a workbook keeps.
"""

import operator
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from extract.workbook.number_format import Section, Token, sections

_WEEKDAYS = "一二三四五六日"
_NUMERIC = frozenset({"digit", "point", "comma"})
_parsed = lru_cache(maxsize=512)(sections)

Value = int | float | Decimal | str | bool | date | datetime | time | timedelta


def shown(value: Value, code: str) -> str:
    """The text of a cell; falls back to the plain value where a format asks for what nobody prints."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date | time):
        return _dated(value, code)
    if isinstance(value, timedelta):
        return _plain(Decimal(str(value / timedelta(days=1))))
    return _number(_exact(value), code)


def _exact(value: float | Decimal) -> Decimal:
    """A workbook keeps 15 digits; what a binary fraction adds behind them is nobody's figure."""
    return Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _number(number: Decimal, code: str) -> str:
    parts = _parsed(code)
    section, negated = _chosen(parts, number)
    if section.count("general") or section.count("text") or section.count("date") or section.count("power"):
        return _plain(number)
    if not section.count("digit"):
        return section.literal
    text = _filled(section.tokens, _scaled(section, abs(number)))
    if number < 0 and _has_digit(text) and not (negated and text.lstrip().startswith(("-", "－"))):
        text = "-" + text.strip().removeprefix("(").removesuffix(")")
    return text.strip()


def _has_digit(text: str) -> bool:
    """Whether a digit other than 0 is shown: -0.001 is 0.00."""
    return any(character in "123456789" for character in text)


def _chosen(parts: Sequence[Section], number: Decimal) -> tuple[Section, bool]:
    """The section for this number, and whether it is one for negatives that brings its own minus."""
    for section in parts:
        if section.condition and _holds(number, *section.condition):
            return section, False
    free = [section for section in parts if section.condition is None] or list(parts)
    if number < 0 and len(free) > 1:
        return free[1], True
    if number == 0 and len(free) > 2:
        return free[2], False
    return free[0], False


def _holds(number: Decimal, sign: str, bound: Decimal) -> bool:
    tests = {"<": operator.lt, ">": operator.gt, "=": operator.eq, "<>": operator.ne, "<=": operator.le}
    return bool(tests.get(sign, operator.ge)(number, bound))


def _scaled(section: Section, number: Decimal) -> Decimal:
    """Percent signs and the commas behind the last digit, then rounded to the places that are shown."""
    number *= 100 ** section.count("percent")
    last = max(n for n, token in enumerate(section.tokens) if token.kind == "digit")
    behind = section.tokens[last + 1 :]
    number /= 1000 ** len([t for t in behind if t.kind == "comma"])
    places = len(_decimals(section.tokens))
    # Many percent signs make more digits than the usual 28.
    digits = Context(prec=max(28, number.adjusted() + places + 3))
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, digits)


def _decimals(tokens: Sequence[Token]) -> list[Token]:
    point = next((n for n, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    return [token for token in tokens[point:] if token.kind == "digit"]


def _filled(tokens: Sequence[Token], number: Decimal) -> str:
    """Digits in their places: before the point from the right, behind it from the left."""
    whole, _, decimals = f"{number:f}".partition(".")
    point = next((n for n, token in enumerate(tokens) if token.kind == "point"), len(tokens))
    return _whole(tokens[:point], whole.lstrip("0")) + _fraction(tokens[point:], decimals)


def _whole(tokens: Sequence[Token], digits: str) -> str:
    """The places before the point; what has more digits than places goes before the first."""
    places = [n for n, token in enumerate(tokens) if token.kind == "digit"]
    grouped = any(t.kind == "comma" for t in tokens[places[0] : places[-1]]) if places else False
    digits = digits.rjust(sum(tokens[n].text == "0" for n in places), "0")
    if grouped or not places:
        digits = f"{int(digits):,}".rjust(len(digits), "0") if digits and grouped else digits
        return _around(tokens, places, digits)
    text = ""
    for n in range(len(tokens) - 1, -1, -1):
        if n == places[0]:
            text, digits = digits + text, ""
        elif tokens[n].kind == "digit":
            text, digits = digits[-1:] + text, digits[:-1]
        elif tokens[n].kind not in _NUMERIC:
            text = tokens[n].text + text
    return text


def _around(tokens: Sequence[Token], places: Sequence[int], digits: str) -> str:
    first, last = (places[0], places[-1]) if places else (len(tokens), len(tokens))
    before = "".join(t.text for t in tokens[:first] if t.kind not in _NUMERIC)
    return before + digits + "".join(t.text for t in tokens[last + 1 :] if t.kind not in _NUMERIC)


def _fraction(tokens: Sequence[Token], decimals: str) -> str:
    """The places behind the point: `0` prints a zero, `#` and `?` drop it at the end."""
    places = [token for token in tokens if token.kind == "digit"]
    shortest = max((n + 1 for n, token in enumerate(places) if token.text == "0"), default=0)
    kept = decimals[:shortest] + decimals[shortest:].rstrip("0")
    text, left = "", kept
    for token in tokens:
        if token.kind == "digit":
            text, left = text + left[:1], left[1:]
        elif token.kind == "point":
            text += "." if kept else ""
        elif token.kind != "comma":
            text += token.text
    return text


def _dated(value: date | datetime | time, code: str) -> str:
    tokens = _parsed(code)[0].tokens
    if not any(token.kind == "date" for token in tokens):
        return value.isoformat(sep=" ") if isinstance(value, datetime) else value.isoformat()
    moment = _moment(value)
    twelve = any(token.kind == "meridiem" for token in tokens)
    text = ""
    for n, token in enumerate(tokens):
        minutes = token.kind == "date" and token.text.lower() in {"m", "mm"}
        text += _part(moment, token, twelve=twelve, minute=minutes and _beside_time(tokens, n))
    return text.strip()


def _moment(value: date | time) -> datetime:
    """As a sheet counts: a time is one of day nought, a day begins at midnight, in no zone."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, time):
        return datetime.combine(date(1900, 1, 1), value)
    return datetime.combine(value, time())


def _beside_time(tokens: Sequence[Token], at: int) -> bool:
    """`m` behind an hour or before a second is minutes (18.8.31)."""
    dates = [n for n, token in enumerate(tokens) if token.kind == "date"]
    index = dates.index(at)
    before = tokens[dates[index - 1]].text.lower() if index else ""
    after = tokens[dates[index + 1]].text.lower() if index + 1 < len(dates) else ""
    return before.startswith("h") or after.startswith("s")


def _part(moment: datetime, token: Token, *, twelve: bool, minute: bool) -> str:
    if token.kind == "meridiem":
        early, late = token.text.split("/")
        return early if moment.hour < 12 else late
    if token.kind != "date":
        return token.text
    kind, size = token.text[0].lower(), len(token.text)
    if kind == "a" or (kind == "d" and size > 2):
        return ("星期" if size > 3 else "周" if kind == "d" else "") + _WEEKDAYS[moment.weekday()]
    if kind == "y":
        return f"{moment.year:04d}" if size > 2 else f"{moment.year % 100:02d}"
    hour = moment.hour % 12 or 12 if twelve else moment.hour
    number = {
        "m": moment.minute if minute else moment.month,
        "d": moment.day,
        "h": hour,
        "s": moment.second,
    }.get(kind, 0)
    return f"{number:02d}" if size == 2 else str(number)
