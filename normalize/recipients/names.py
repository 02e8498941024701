"""A recipient's printed name → the name proper, and what kind its own words make it."""

import re

from schemas.dataset.codes import RecipientKind
from schemas.notation.text import canonical, clean, without_struck
from schemas.reference.recipient_kinds import kind_words

_LEAD = re.compile(
    r"^(?:其中\s*[:：]?|[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、]\s*(?=[\u4e00-\u9fff])|[-—·*●○▪]+\s*)"
)
_TAIL = re.compile(r"[（(][^（）()]{0,20}[)）]$|[*★☆#]+$")
_SUM_TAIL = re.compile(r"(?:小计|合计|总计)$")


def proper_name(printed: str) -> str:
    """The name without 其中:, list numbers, indents and struck-through parts; canonical text."""
    name = canonical(clean(without_struck(printed)))
    return _LEAD.sub("", name).strip("：:；; ")


def without_remark(name: str) -> str:
    """The name without a remark in brackets behind it: 伊宁县（直管县）."""
    return _TAIL.sub("", name)


def summed_name(name: str) -> str | None:
    """The name whose members a subtotal row sums: 杭州市小计 → 杭州市; null for any other row."""
    stem = _SUM_TAIL.sub("", name)
    return stem if stem and stem != name else None


def is_detail(printed: str) -> bool:
    """其中: a part of the row above."""
    return canonical(clean(printed)).lstrip("（(").startswith(kind_words().detail)


def kind_by_words(name: str) -> RecipientKind | None:
    """The kind that the name's own words tell; null for names that only a gazetteer can place."""
    words = kind_words()
    if words.is_own_level(name):
        return RecipientKind.OWN_LEVEL
    if name.endswith(words.zone):
        return RecipientKind.OTHER
    if name.endswith(words.village):
        return RecipientKind.VILLAGE
    if name.endswith(words.institution) and not name.endswith(words.township):
        return RecipientKind.INSTITUTION
    if name.endswith((*words.corps, *words.project)) and len(name) > 2:
        return RecipientKind.OTHER
    return None


def named_as_division(name: str) -> bool:
    """Whether the name ends like a division's: then it is meant to be one."""
    return name.endswith((*kind_words().division, *kind_words().township))
