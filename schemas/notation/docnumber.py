"""Document numbers (发文字号, GB/T 9704-2012 7.2.5): 机关代字, year in 〔〕, serial without 第 or zeros.

Orders (财政部令第10号) have no year and are not read here.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.prefix import LONGEST_PREFIX, find_prefix
from schemas.notation.text import clean, fold_widths

_PAIRS = {"〔": "〕", "[": "]", "【": "】", "(": ")", "〈": "〉", "<": ">", "〖": "〗"}
_OPEN, _CLOSE = (re.escape("".join(side)) for side in (_PAIRS, _PAIRS.values()))
_SERIAL = r"(?P<serial>[1-9](?:\s?\d){0,4})(?:\s?号|(?=(?:、\d{1,5}){1,20}号))"

# Found first; the prefix is then read backwards from it, so that the whole stays linear.
_BODY = re.compile(
    rf"\s?(?P<open>[{_OPEN}])?\s?(?<!\d)(?P<year>(?:19|20)\s?\d\s?\d)\s?(?P<close>[{_CLOSE}])?\s?"
    rf"(?P<ordinal>第)?\s?(?P<zeros>0{{0,4}}){_SERIAL}",
    re.ASCII,
)
_MORE = re.compile(rf"\s?[、,和及与]\s?(?P<own>{_SERIAL})", re.ASCII)
_LINK = re.compile(r"\s?[、,和及与]?\s?")


class DocNumberDefect(StrEnum):
    """In what a printed number departs from GB/T 9704."""

    BRACKET_KIND = "bracket-kind"  # [2019] for 〔2019〕
    BRACKET_MIXED = "bracket-mixed"  # 〔2019)
    BRACKET_LOST = "bracket-lost"  # 2019〕
    BLANK = "blank"
    ORDINAL = "ordinal"  # 第93号
    LEADING_ZERO = "leading-zero"
    LONG_PREFIX = "long-prefix"  # too long for a 机关代字: words may have been taken with it


class DocNumber(Frozen):
    """What identifies a document; `prefix` is the 机关代字, its own brackets full-width."""

    prefix: str = Field(min_length=2)
    year: int = Field(ge=1900, lt=2100)
    serial: int = Field(ge=1)

    @property
    def canonical(self) -> str:
        """机关代字〔YYYY〕N号."""
        return f"{self.prefix}〔{self.year}〕{self.serial}号"


class DocNumberMention(Frozen):
    """A number in running text: `printed` is `text[start:end]`.

    `elliptic`: prefix (and year) come from the number before it (财社〔2019〕450号、490号); `printed` holds
    the rest.
    """

    value: DocNumber
    printed: str
    start: int
    end: int
    elliptic: bool = False
    defects: tuple[DocNumberDefect, ...] = ()

    @property
    def regular(self) -> bool:
        """Printed as GB/T 9704 wants it."""
        return not self.defects


def parse_doc_number(text: str) -> DocNumber:
    """The number that the whole text is; raises also where an ordinary word stands before it."""
    stripped = clean(text)
    found = find_doc_numbers(stripped)
    if len(found) != 1 or found[0].printed != stripped:
        raise NotationError(text, "a document number such as 财社〔2019〕114号")
    return found[0].value


def find_doc_numbers(text: str) -> tuple[DocNumberMention, ...]:
    """Every document number in order, whatever its brackets, elliptic ones too; without 号 it is none.

    One bracket of the pair may be lost, not both. Where the 机关代字 begins: see `prefix`.
    """
    return tuple(_mentions(text, fold_widths(text))) if "号" in text else ()


def _mentions(text: str, folded: str) -> Iterator[DocNumberMention]:
    last: DocNumberMention | None = None
    place = 0
    while found := _BODY.search(folded, place):
        place = found.end()
        mention = _full(text, folded, found) or (last and _same_prefix(text, folded, found, last))
        if mention is None:
            continue
        yield (last := mention)
        for last in _further(text, folded, mention):
            yield last
            place = last.end


def _full(text: str, folded: str, found: re.Match[str]) -> DocNumberMention | None:
    prefix = find_prefix(folded, found.start(), alone=not folded[found.end() :].strip())
    if prefix is None or not (found["open"] or found["close"]):
        return None
    printed = text[prefix.start : found.end()]
    return DocNumberMention(
        value=_number(prefix.name, found),
        printed=printed,
        start=prefix.start,
        end=found.end(),
        defects=tuple(_defects(printed, prefix.name, found)),
    )


def _same_prefix(
    text: str, folded: str, found: re.Match[str], last: DocNumberMention
) -> DocNumberMention | None:
    """〔2020〕5号 right behind 财社〔2019〕450号、."""
    start = found.start("open")
    if start < 0 or not found["close"] or not _LINK.fullmatch(folded, last.end, start):
        return None
    printed = text[start : found.end()]
    return DocNumberMention(
        value=_number(last.value.prefix, found),
        printed=printed,
        start=start,
        end=found.end(),
        elliptic=True,
        defects=tuple(_defects(printed, "", found)),
    )


def _further(text: str, folded: str, first: DocNumberMention) -> Iterator[DocNumberMention]:
    """、490号、495号 behind a full number."""
    end = first.end
    while found := _MORE.match(folded, end):
        start, end = found.span("own")
        value = first.value.model_copy(update={"serial": _serial(found)})
        yield DocNumberMention(value=value, printed=text[start:end], start=start, end=end, elliptic=True)


def _number(prefix: str, found: re.Match[str]) -> DocNumber:
    return DocNumber(prefix=prefix, year=int("".join(found["year"].split())), serial=_serial(found))


def _serial(found: re.Match[str]) -> int:
    """The serial, whatever blanks a page has within it (2 8号)."""
    return int("".join(found["serial"].split()))


def _defects(printed: str, prefix: str, found: re.Match[str]) -> Iterator[DocNumberDefect]:
    opened, closed = found["open"], found["close"]
    if not (opened and closed):
        yield DocNumberDefect.BRACKET_LOST
    elif _PAIRS[opened] != closed:
        yield DocNumberDefect.BRACKET_MIXED
    elif opened != "〔":
        yield DocNumberDefect.BRACKET_KIND
    if any(char.isspace() for char in printed):
        yield DocNumberDefect.BLANK
    if found["ordinal"]:
        yield DocNumberDefect.ORDINAL
    if found["zeros"]:
        yield DocNumberDefect.LEADING_ZERO
    if len(prefix) > LONGEST_PREFIX:
        yield DocNumberDefect.LONG_PREFIX
