"""Figures as people read them: thousands commas, money in 万元 or 亿元, shares."""

from decimal import Decimal

from notices.view.words import Language
from schemas.dataset.codes import Unit
from schemas.dataset.decimals import plain

BLANK = "—"

_STEPS: dict[Language, tuple[tuple[Decimal, str], ...]] = {
    "zh": tuple((unit.factor, unit.value) for unit in (Unit.YI, Unit.WAN, Unit.YUAN)),
    "en": ((Decimal(10**9), "billion yuan"), (Decimal(10**6), "million yuan"), (Decimal(1), "yuan")),
}


def grouped(value: Decimal | None) -> str:
    """Print every digit with thousands commas: `1234567.50` → `1,234,567.5`."""
    return BLANK if value is None else format(Decimal(plain(value)), ",f")


def in_yuan(yuan: Decimal) -> str:
    """The exact sum, for where a rounded one is shown."""
    return f"{grouped(yuan)} {Unit.YUAN}"


def money(yuan: Decimal | None, language: Language) -> tuple[str, str]:
    """Number and unit of a sum in the largest unit that it fills, to two decimals."""
    if yuan is None:
        return BLANK, ""
    steps = _STEPS[language]
    factor, unit = next((step for step in steps if abs(yuan) >= step[0]), steps[-1])
    return grouped(round(yuan / factor, 2)), unit


def fraction(part: Decimal, whole: Decimal) -> str:
    """A share as a number from 0 to 1, for the length of a bar; the same digits for equal sums."""
    return plain(round(part / whole, 4)) if whole else "0"


def share(part: Decimal, whole: Decimal) -> str:
    """A share in per cent to one decimal; never 100% unless it is all, never 0% unless it is nothing."""
    if not whole:
        return BLANK
    percent = round(part / whole * 100, 1)
    if percent == 100 and part != whole:
        return "99.9%"
    if percent == 0 and part:
        return "0.1%"
    return f"{plain(percent)}%"
