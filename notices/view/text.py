"""Text of a document made safe to show."""

import unicodedata

REPLACED = "\N{REPLACEMENT CHARACTER}"
_KEPT = frozenset("\n\t")
_UNSEEN = frozenset(("Cc", "Cf", "Cs"))
"""Unicode's categories of controls, of formatting (it may turn the rest of a line round), surrogates."""


def printable(text: str) -> str:
    """Replace what isn't meant to be seen: terminal commands, changes of direction, stray bytes."""
    if text.isprintable():
        return text
    return "".join(char if char in _KEPT or _seen(char) else REPLACED for char in text)


def _seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN
