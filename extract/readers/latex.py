r"""Figures that OCR engines write as formulas: `$\geq 9 5 \%$` is ≥95%.

A formula that isn't wholly understood stays as it is: nothing is dropped from a figure.
"""

import re

from extract.readers.marks import SYMBOLS

_SPAN = re.compile(
    r"(?<!\\)\$\$(.+?)(?<!\\)\$\$|(?<![\\$])\$(?!\$)([^$\n]+?)(?<!\\)\$(?!\$)|\\\((.+?)\\\)|\\\[(.+?)\\\]",
    re.DOTALL,
)
_WRAPPERS = re.compile(
    r"\\(?:text(?:bf|it|rm|sf|tt|normal)?|math(?:rm|bf|it|sf|tt|cal|bb|frak|normal)|operatorname\*?|boldsymbol|bm|mbox|hbox)"
    r"\s*\{([^{}]*)\}"
)
_CIRCLED = re.compile(r"\\textcircled\s*\{?\s*(\d{1,2})\s*\}?")
_FRACTION = re.compile(r"(?<![\d\s])\s*\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}(?!\s*\d)")
_DEGREE = re.compile(r"\^\s*\{?\s*\\circ\s*\}?")
_RAISED = re.compile(r"\^\s*\{?\s*([23])\s*\}?")
_GROUPED = re.compile(r"\{([^{}^_]*)\}")
# A thin space between groups of three digits is how formulas part thousands.
_THIN = re.compile(r"(?<=\d)\s*\\,\s*(?=\d\s*\d\s*\d(?!\s*\d))")
_COMMAND = re.compile(r"\\([A-Za-z]+|[^A-Za-z])")
# Blanks mean nothing in a formula, and engines put one between any two characters. Where only some digits
# stand apart, there may have been two numbers, or a list of them.
_STRETCH = re.compile(r"[\d.,]+(?:\s+[\d.,]+)+")
_BARE = re.compile(r"(?=.*\d)[\d\s.,%+\-*/=<>()~:{}]+", re.DOTALL)
_LEFT_OVER = re.compile(r"[\\^_{}]")
_HARD_BLANK = "\u00a0"
_MOST = 400
_DEEPEST = 4


def without_formulas(text: str) -> str:
    """The text with the formulas that hold a figure or a sign written plainly."""
    if "$" not in text and "\\" not in text:
        return text
    return _SPAN.sub(lambda found: _written(found) or found[0], text)


def _written(found: re.Match[str]) -> str | None:
    source = next(group for group in found.groups() if group is not None)
    price = "\\" not in source and found.string[found.end() :][:1].isdigit()  # $100,$200
    return None if price or len(source) > _MOST else formula_text(source)


def formula_text(source: str) -> str | None:
    """A formula's text; null where it is more than figures, signs, units and words."""
    if "\\" not in source and not _BARE.fullmatch(source):
        return None
    if any(len(part) > 1 for stretch in _STRETCH.findall(source) for part in stretch.split()):
        return None
    text = _CIRCLED.sub(_circled, _DEGREE.sub("°", source))
    for _ in range(_DEEPEST):
        text = _FRACTION.sub(r"\1/\2", _WRAPPERS.sub(r"\1", text))
    text = _COMMAND.sub(_symbol, _THIN.sub("", _RAISED.sub(lambda m: "²³"[int(m[1]) - 2], text)))
    for _ in range(_DEEPEST):
        text = _GROUPED.sub(r"\1", text)
    if _LEFT_OVER.search(text):
        return None
    return "".join(text.split(" ")).replace("\n", "").replace(_HARD_BLANK, " ").strip()


def _circled(found: re.Match[str]) -> str:
    number = int(found[1])
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else found[0]


def _symbol(found: re.Match[str]) -> str:
    return SYMBOLS.get(found[1], found[0])
