"""How the dataset prints a decimal, and what its two decimal columns hold."""

from decimal import Decimal

AMOUNT_PRECISION, AMOUNT_SCALE = 38, 15
YUAN_PRECISION, YUAN_SCALE = 20, 2


def plain(value: Decimal) -> str:
    """Digits without exponent, trailing zeros or a minus before zero: `1E+3` → `1000`, `2.50` → `2.5`."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def fits(value: Decimal, precision: int, scale: int) -> bool:
    """Whether Parquet's decimal128(precision, scale) holds the value without losing a digit."""
    if not value.is_finite():
        return False
    whole, _, fraction = plain(value).lstrip("-").partition(".")
    return len(whole) <= precision - scale and len(fraction) <= scale
