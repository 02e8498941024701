"""Numbers as official tables print them (GB/T 15835 出版物上数字用法), exact to the last digit."""

import re
from decimal import Decimal

from schemas.notation.errors import NotationError
from schemas.notation.text import fold_widths

_NUMBER = re.compile(r"([+\-−–]?)([1-9]\d{0,2}(?: ?, ?\d{3})+|0|[1-9]\d*)(\.\d+)?", re.ASCII)

_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟两貳參陸萬億圆", "一二三四五六七八九十百千二二三六万亿元")
_ZEROS = str.maketrans("○◯零", "〇〇〇")
_DIGITS = "〇一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_SECTIONS = {"万": 10_000, "亿": 100_000_000}
# 一千二百三十四万五千六百七十八亿… is longer than any sum a notice names.
_LONGEST = 24


def parse_number(text: str) -> Decimal:
    """One number in arabic digits, as printed: trailing zeros stay.

    Full-width digits, a sign, and commas between groups of three are read, also with a blank beside the
    comma. Refused, because misreadings look so: other groups (1,23), a second point, a missing digit (.5,
    5.), a letter for a digit, a blank between digits (two cells in one), a leading zero (a code), brackets
    ((123) is a serial number here, never a negative sum), and fillers (-, —, /, nothing).
    """
    found = _NUMBER.fullmatch(fold_widths(text).strip())
    if found is None:
        raise NotationError(text, "a number such as 1998, 1,998 or -2.50")
    sign, whole, fraction = found.groups(default="")
    digits = re.sub("[ ,]", "", whole) + fraction
    return Decimal(f"-{digits}" if sign in ("-", "−", "–") else digits)


def is_number(text: str) -> bool:
    """Whether `parse_number` reads the text."""
    return _NUMBER.fullmatch(fold_widths(text).strip()) is not None


def parse_chinese_integer(text: str) -> int:
    """A whole number in Chinese numerals: by place (二〇二〇) or with units (两万三千); also 大写 (叁拾万).

    Strict: what isn't spelt in full (一百八 for 180, 三万五 for 35 000) can be read in two ways and raises.
    """
    plain = text.strip().translate(_FORMAL).translate(_ZEROS)
    if not 0 < len(plain) <= _LONGEST:
        raise NotationError(text, "a Chinese numeral")
    if all(char in _DIGITS for char in plain):
        return int("".join(str(_DIGITS.index(char)) for char in plain))
    value = _by_units(text, plain)
    if _tens(_spell(value)) != _tens(plain):
        raise NotationError(text, "a Chinese numeral spelt in full")
    return value


def _by_units(text: str, plain: str) -> int:
    total = section = digit = 0
    for char in plain:
        if char in _DIGITS:
            digit = _DIGITS.index(char)
        elif char in _PLACES:
            section, digit = section + (digit or 1) * _PLACES[char], 0
        elif char in _SECTIONS:
            whole = section + digit if char == "万" else total + section + digit
            total = total + whole * _SECTIONS[char] if char == "万" else whole * _SECTIONS[char]
            section = digit = 0
        else:
            raise NotationError(text, "a Chinese numeral")
    return total + section + digit


def _spell(value: int) -> str:
    """The regular spelling: 10203 is 一万〇二百〇三."""
    for unit, worth in reversed((*_PLACES.items(), *_SECTIONS.items())):
        if value >= worth:
            high, low = divmod(value, worth)
            gap = "〇" if low and low < worth // 10 else ""
            return _spell(high) + unit + gap + (_spell(low) if low else "")
    return _DIGITS[value]


def _tens(spelt: str) -> str:
    """十 and 一十 are both written."""
    return spelt.replace("一十", "十")
