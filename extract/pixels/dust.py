"""The dust rule: specks that an engine reads as points (·县市, 指.标, ≥.85%, 202.1年).

No official table prints a point at the edge of a cell, between two Chinese characters, before a number's
first digit, between a number and its unit, or inside a year. The reading with the point is kept beside
the one without.
"""

import re

from schemas.document import RAW, Reading

_HAN = "\u4e00-\u9fff（）()“”《》〔〕"
_LEAD = re.compile(r"^[·.,，、:：;；'`´_~^*\s]+(?=\S)")
_TAIL = re.compile(r"(?<=\S)[·.,，'`´_~^*\s]+$")
_BETWEEN = re.compile(rf"(?<=[{_HAN}])\s*[·.]\s*(?=[{_HAN}])")
_BEFORE_NUMBER = re.compile(r"(?<=[≥≤<>=])[·.,]+(?=\d)")
_AFTER_NUMBER = re.compile(r"(?<=\d)\s*[·.]+\s*(?=[年月日号%％万亿元])")
_IN_YEAR = re.compile(r"(?<!\d)(20?)[·.]?(\d?)[·.]?(\d?)[·.]?(\d)(?=年)")


def without_dust(text: str) -> str:
    """The text without points that can only be specks; line by line."""
    return "\n".join(_line(line) for line in text.split("\n"))


def dusted(text: str, confidence: float) -> tuple[str, tuple[Reading, ...]]:
    """The text without dust, and the reading with it where there was any."""
    clean = without_dust(text)
    raw = Reading(text=text, confidence=confidence, reader=RAW)
    return clean, (raw,) if clean != text else ()


def _line(text: str) -> str:
    text = _TAIL.sub("", _LEAD.sub("", text))
    text = _AFTER_NUMBER.sub("", _BEFORE_NUMBER.sub("", _BETWEEN.sub("", text)))
    return _IN_YEAR.sub(_year, text)


def _year(found: re.Match[str]) -> str:
    """Four digits that make a year; anything else stays as it is."""
    digits = "".join(found.groups())
    return digits if len(digits) == 4 else found[0]
