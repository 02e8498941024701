"""Whether a text of ours is in one language throughout."""

import re

FORMATS = r"PDF|OCR|UTF-8|GB18030|dpi|Excel|Word|WPS|JSON|Markdown|OFD|LibreOffice"
"""Names that Chinese writes in Latin letters, as far as the catalogues use them."""
NOT_WORDS = re.compile(rf"`[^`]*`|\{{\w+\}}|{FORMATS}|GB/T 9704")
HAN = re.compile(r"[\u4e00-\u9fff]")


def bare(text: str) -> str:
    """The text without commands in backquotes, fields and names of formats."""
    return NOT_WORDS.sub("", text)


def is_chinese(text: str) -> bool:
    return bool(HAN.search(text)) and not re.search(r"[A-Za-z]", bare(text))


def is_english(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", text)) and not HAN.search(text)
