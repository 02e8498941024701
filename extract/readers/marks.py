"""LaTeX's names of the signs that stand in notices and their tables."""

from collections.abc import Mapping

_BLANK = "\u00a0"

SYMBOLS: Mapping[str, str] = {
    **dict.fromkeys(("geq", "ge", "geqslant", "geqq"), "≥"),
    **dict.fromkeys(("leq", "le", "leqslant", "leqq"), "≤"),
    **dict.fromkeys(("neq", "ne"), "≠"),
    **dict.fromkeys(("rightarrow", "to"), "→"),
    **dict.fromkeys(("ldots", "dots", "cdots"), "…"),
    **dict.fromkeys(("left", "right", "displaystyle", "textstyle", "!"), ""),
    **dict.fromkeys(("quad", "qquad", ",", ";", ":", " "), _BLANK),
    **{sign: sign for sign in "%#&$"},
    "gt": ">",
    "lt": "<",
    "approx": "≈",
    "pm": "±",
    "times": "×",
    "div": "÷",
    "cdot": "·",
    "sim": "~",
    "degree": "°",
    "permil": "‰",
    "ast": "*",
    "surd": "√",
    "checkmark": "√",
    "triangle": "△",
    "star": "☆",
    "bigstar": "★",
    "bigcirc": "○",
    "square": "□",
}
"""By the name behind the backslash; a blank that must stay is U+00A0 here."""
