"""Labels that start a line: clause levels (结构层次序数, GB/T 9704-2012 7.3.3) and attachments (附件)."""

import re
from enum import StrEnum

from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.numbers import parse_chinese_integer
from schemas.notation.text import fold_widths

_HAN_NUMBER = "[一二三四五六七八九十〇零百]{1,5}"
_YEAR = r"(?:19|20)\d\d(?:\s?[-—–~至]\s?(?:19|20)\d\d)?\s?年"


class ClauseKind(StrEnum):
    """The forms of a label; the first four are the standard's levels, from the top."""

    HAN = "han"  # 一、
    HAN_BRACKET = "han_bracket"  # （一）
    ARABIC = "arabic"  # 1.
    ARABIC_BRACKET = "arabic_bracket"  # （1）
    CIRCLED = "circled"  # ①
    ORDINAL = "ordinal"  # 第一，

    @property
    def level(self) -> int:
        """1 for 一、 to 6 for 第一，."""
        return list(ClauseKind).index(self) + 1


class ClauseLabel(Frozen):
    """A clause label; its text starts at `end` of the line."""

    kind: ClauseKind
    number: int
    printed: str
    end: int


class AttachmentLabel(Frozen):
    """An attachment label (附件1, 附件：, 附表2); `number` is None when absent, `rest` the text behind it."""

    number: int | None
    printed: str
    rest: str
    end: int


# A point is a label only where no decimal can be meant: before a non-digit, or a year (1.2020年).
_FORMS = {
    ClauseKind.HAN: re.compile(rf"\s*({_HAN_NUMBER})\s?[、.]\s*(?=(?P<next>{_HAN_NUMBER}[季级类等期线])|)"),
    ClauseKind.HAN_BRACKET: re.compile(rf"\s*(?:[(]\s?({_HAN_NUMBER})\s?[)]|([㈠-㈩]))[、.]?\s*"),
    ClauseKind.ARABIC: re.compile(rf"\s*(\d{{1,2}})\s?(?:、|\.(?:(?!\s*\d)|(?=\s*{_YEAR})))\s*", re.ASCII),
    ClauseKind.ARABIC_BRACKET: re.compile(r"\s*(?:[(]?\s?(\d{1,2})\s?[)]|([⑴-⒇]))[、.]?\s*", re.ASCII),
    ClauseKind.CIRCLED: re.compile(r"\s*([①-⑳])[、.]?\s*"),
    ClauseKind.ORDINAL: re.compile(rf"\s*第\s?({_HAN_NUMBER}|\d{{1,3}})\s?(?:[,、]|条)\s*", re.ASCII),
}
_ENCLOSED = {
    chr(start + step): step + 1
    for start, count in ((0x2460, 20), (0x2474, 20), (0x3220, 10))
    for step in range(count)
}

_ATTACHMENT = re.compile(
    r"\s*附\s{0,3}[件表]\s{0,3}(?:"
    rf"(?:(?P<glued>\d{{1,2}}?)(?={_YEAR})|(?P<number>\d{{1,2}})(?!\d)|(?P<han>{_HAN_NUMBER}))\s?[:.、]?(?![所中的),。;和])"
    r"|[:]|$)\s*"
    r"|\s*附\s{0,3}:\s*",
    re.ASCII,
)


def clause_label(line: str) -> ClauseLabel | None:
    """The label that the line starts with.

    None for a figure or date there (1.5万元, 2020年), and for 一是 and 第一批.
    """
    folded = fold_widths(line)
    for kind, form in _FORMS.items():
        if found := form.match(folded):
            number = _number(next(group for group in found.groups() if group))
            if number is None or _is_pair(found, number):
                return None
            end = found.end()
            return ClauseLabel(kind=kind, number=number, printed=line[:end].strip(), end=end)
    return None


def attachment_label(line: str) -> AttachmentLabel | None:
    """The label that the line starts with; None where 附件 is a word of the sentence (附件1所列, 附件中)."""
    found = _ATTACHMENT.match(fold_widths(line))
    if found is None:
        return None
    printed = found["glued"] or found["number"] or found["han"]
    return AttachmentLabel(
        number=_number(printed) if printed else None,
        printed=line[: found.end()].strip(),
        rest=line[found.end() :].strip(),
        end=found.end(),
    )


def _number(text: str) -> int | None:
    if text in _ENCLOSED:
        return _ENCLOSED[text]
    if text.isdecimal():
        return int(text)
    try:
        return parse_chinese_integer(text)
    except NotationError:
        return None


def _is_pair(found: re.Match[str], number: int) -> bool:
    """一、二季度 names two quarters; 三、一级预算单位 is a label."""
    following = found.groupdict().get("next")
    return following is not None and _number(following[:-1]) == number + 1
