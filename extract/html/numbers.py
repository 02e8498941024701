"""The numbers that a browser prints before the items of a list."""

from lxml.html import HtmlElement

from schemas.notation.labels import clause_label

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def item_label(item: HtmlElement) -> str:
    """What stands before an item of a numbered list; nothing where the items print their own labels."""
    listed = item.getparent()
    if listed is None or listed.tag != "ol" or "none" in (listed.get("style") or ""):
        return ""
    items = [child for child in listed if child.tag == "li"]
    if any(clause_label(one.text_content().strip()) for one in items):
        return ""
    number = _number(listed.get("start"), 1) - 1
    for one in items[: items.index(item) + 1]:
        number = _number(one.get("value"), number + 1)
    return f"{_counted(number, listed.get('type') or '1')}. "


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def _counted(number: int, kind: str) -> str:
    if kind in {"a", "A"} and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in {"i", "I"} and 1 <= number < 40:
        roman = _roman(number)
        return roman.upper() if kind == "I" else roman
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text
