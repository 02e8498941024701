"""Numbers as Word's lists print them (ECMA-376-1, 17.18.59): 一, 1, ①, A, iv, 甲."""

from collections.abc import Callable, Mapping

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def counted(number: int, style: str) -> str:
    """The number in this style; plain digits where the style is unknown or has no sign for it."""
    if style in {"bullet", "none"}:
        return ""
    return _STYLES.get(style, str)(number) or str(number)


def chinese(number: int) -> str:
    """一, 十, 十一, 二十, 一百零五."""
    if number < 10:
        return _DIGITS[number]
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        digit, number = divmod(number, unit)
        if digit > 9:
            return ""
        if digit:
            text += _DIGITS[digit] + name
        elif text and number and not text.endswith("零"):
            text += "零"
    text += _DIGITS[number] if number else ""
    return text.rstrip("零").removeprefix("一") if text.startswith("一十") else text.rstrip("零")


def roman(number: int) -> str:
    """Small letters; blank where there are none."""
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text if len(text) < 16 else ""


def _letters(number: int) -> str:
    """A to z, then aa to zz."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 200 else ""


def _in(first: str, last: int) -> Callable[[int], str]:
    """Signs that follow one another in Unicode."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= last else ""


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else ""


_STYLES: Mapping[str, Callable[[int], str]] = {
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
         "taiwaneseCountingThousand", "ideographLegalTraditional", "chineseLegalSimplified"),
        chinese,
    ),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"),
        lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    ),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: "".join(chr(ord(digit) + 0xFEE0) for digit in str(number)),
    "decimalEnclosedCircle": _in("①", 20),
    "decimalEnclosedCircleChinese": _in("①", 20),
    "decimalEnclosedParen": _in("⑴", 20),
    "decimalEnclosedFullstop": _in("⒈", 20),
    "ideographEnclosedCircle": _in("㊀", 10),
    "upperRoman": lambda number: roman(number).upper(),
    "lowerRoman": roman,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerLetter": _letters,
}  # fmt: skip
