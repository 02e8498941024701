"""What a number format (ECMA-376-1, 18.8.31) is made of.

A format has up to four sections: positive, negative, zero, text; each may begin with a condition.
"""

import re
from decimal import Decimal
from typing import NamedTuple

_TOKEN = re.compile(
    r"""(?P<quoted>"[^"]*"?)|(?P<escaped>[\\!].)|(?P<blank>_.|\*.)|(?P<bracket>\[[^\]]*\])
    |(?P<general>General|G/通用格式)|(?P<meridiem>AM/PM|A/P|上午/下午)|(?P<power>[Ee][+-]0+)
    |(?P<digit>[0#?])|(?P<date>y+|m+|d+|h+|s+|a{3,4}|b+|Y+|M+|D+|H+|S+|A{3,4})|(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_CURRENCY = re.compile(r"\[\$([^-\]]*)(?:-[^\]]*)?\]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")

BUILT_IN: dict[int, str] = {
    14: "yyyy/m/d", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"', 29: 'm"月"d"日"', 30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Formats that a file names by number only and that a Chinese Excel shows in its own way (18.8.30)."""


class Token(NamedTuple):
    """`kind` is literal, digit, point, comma, percent, power, date, meridiem, general or text."""

    kind: str
    text: str


class Section(NamedTuple):
    """One section; `condition` as operator and bound where one is written."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None

    def count(self, kind: str) -> int:
        """How many tokens of a kind there are."""
        return sum(token.kind == kind for token in self.tokens)

    @property
    def literal(self) -> str:
        """All that is printed whatever the number is."""
        return "".join(token.text for token in self.tokens if token.kind == "literal")


def sections(code: str) -> tuple[Section, ...]:
    """Cut a format into its sections."""
    found: list[list[Token]] = [[]]
    conditions: list[tuple[str, Decimal] | None] = [None]
    for match in _TOKEN.finditer(code):
        text = match[0]
        condition = _CONDITION.fullmatch(text)
        if text == ";":
            found.append([])
            conditions.append(None)
        elif condition:
            conditions[-1] = (condition[1], Decimal(condition[2]))
        elif token := _token(match.lastgroup or "", text):
            found[-1].append(token)
    return tuple(Section(tuple(tokens), c) for tokens, c in zip(found, conditions, strict=True))


def _token(kind: str, text: str) -> Token | None:
    """Null for colours, locales and blanks as wide as some character."""
    simple = {
        "general": "general",
        "meridiem": "meridiem",
        "power": "power",
        "digit": "digit",
        "date": "date",
    }
    if kind in simple:
        return Token(simple[kind], text)
    if kind == "quoted":
        return Token("literal", text.strip('"'))
    if kind == "escaped":
        return Token("literal", text[1:])
    if kind == "bracket":
        currency = _CURRENCY.fullmatch(text)
        elapsed = text.lower() in {"[h]", "[hh]", "[m]", "[mm]", "[s]", "[ss]"}
        return (
            Token("literal", currency[1]) if currency else Token("elapsed", text[1:-1]) if elapsed else None
        )
    return None if kind == "blank" else _sign(text)


def _sign(text: str) -> Token:
    kinds = {".": "point", ",": "comma", "%": "percent", "@": "text"}
    return Token(kinds.get(text, "literal"), text)
