"""Forms in which two texts or figures are compared."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

_ALIKE = str.maketrans("〔〕【】﹝﹞［］“”‘’—–", "[][][][]\"\"''--")


def plain(text: object) -> str:
    """NFKC, no white space, one kind of bracket, quotation mark and dash, no stop at the end."""
    found = unicodedata.normalize("NFKC", "" if text is None else str(text))
    found = re.sub(r"\s+", "", found).translate(_ALIKE)
    return found.replace("≧", "≥").replace("≦", "≤").rstrip("。;:")


def same(one: object, other: object) -> bool:
    """Whether two texts are the same but for their writing."""
    return plain(one) == plain(other)


def number(text: object) -> Decimal | None:
    """The value, commas left out; null where it isn't one."""
    try:
        return Decimal(plain(text).replace(",", ""))
    except InvalidOperation:
        return None
