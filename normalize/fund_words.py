"""What a label says of money: whose it is (资金来源) and which fund.

Both the labels of columns and those of running text are read so, that one may be held against the other.
Steps: 1. years, batches, subject codes, units, marks and the words that every fund has (资金, 补助, 财政) go;
2. what is left may begin with whose money it is; 3. the rest names the fund.
"""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from schemas.dataset.codes import FundsSource
from schemas.model import Frozen
from schemas.notation.text import canonical, compare_form

_SOURCES: tuple[tuple[str, FundsSource], ...] = (
    ("中央", FundsSource.CENTRAL),
    ("自治区|省", FundsSource.PROVINCE),
    ("自治州|[市州盟]级|[市州盟]财政|地区|市本级|[市州]补助|[市州]配套", FundsSource.PREFECTURE),
    ("[县区旗]级|[县区旗]财政|[县区]本级|[县区旗]配套", FundsSource.COUNTY),
    ("地方", FundsSource.LOCAL),
)
# Whose money, where a label begins with it: 省级, 省 by itself, but not 省 in a longer word.
_LEADS: tuple[tuple[re.Pattern[str], FundsSource], ...] = tuple(
    (re.compile(words), source)
    for words, source in (
        (r"中央级?", FundsSource.CENTRAL),
        (r"(?:自治区|省)(?:本级|级|$)|自治区", FundsSource.PROVINCE),
        (r"自治州(?:本级|级)?|[市州盟](?:本级|级|$)|地区(?:本级|级|$)", FundsSource.PREFECTURE),
        (r"[县区旗](?:本级|级|$)", FundsSource.COUNTY),
        (r"地方", FundsSource.LOCAL),
    )
)
_SAYS_NOTHING = re.compile(
    r"\d{4}年度?|第[一二三四五六七八九十\d]+批次?|\d{5,}|[（(](?:单位[:：])?[百千万亿]{0,2}元[)）]|[/／][百千万亿]{0,2}元"
    r"|财政|专项|补助|资金|经费|金额|部分|支出|预算|指标|科目|下达|安排|拨付|分配|用于|本次|此次"
    r"|其中|合计|小计|总计|共计|[《》“”\"'（）()：:、，,的类款项\s]"
)
_NUMBER = re.compile(r"\d+")
_ALIKE = 86  # of 100: where two names of one thing differ no more than by a character of seven


class FundWords(Frozen):
    """`source` is null where the label doesn't say whose money it is, `fund` empty where it says no more."""

    source: FundsSource | None
    fund: str


def find_source(label: str) -> FundsSource:
    """Whose money a label names anywhere; `other` where it doesn't."""
    return next((source for words, source in _SOURCES if re.search(words, label)), FundsSource.OTHER)


def fund_words(path: Sequence[str]) -> FundWords:
    """A column's labels from the top down, or the one label of a sum in running text."""
    source: FundsSource | None = None
    funds: list[str] = []
    for label in path:
        found, rest = _split(_SAYS_NOTHING.sub("", canonical(label)))
        source = found or source
        funds += [rest] if rest else []
    return FundWords(source=source, fund=compare_form("".join(funds)))


def _split(text: str) -> tuple[FundsSource | None, str]:
    found = next(((lead.match(text), source) for lead, source in _LEADS if lead.match(text)), None)
    match, source = found or (None, None)
    return source, text[match.end() :] if match else text


def same_fund(one: str, other: str) -> bool:
    """The same name but for a character that may be misread; a number (12项公共卫生服务) is part of it."""
    if not one or not other or _NUMBER.findall(one) != _NUMBER.findall(other):
        return one == other
    return fuzz.ratio(one, other) >= _ALIKE


def meant(words: FundWords, among: Iterable[FundWords], notice_fund: str) -> tuple[int, ...]:
    """Which of these a label means, by index; none where it says more than any, or two are meant alike.

    1. The same source and fund; 2. a label that names only whose money it is (or the notice's own fund
    beside it) means all columns of that source; 3. one that names only a fund means it whoever pays.
    """
    columns = list(among)
    same = [i for i, c in enumerate(columns) if c.source == words.source and same_fund(c.fund, words.fund)]
    if same and (words.source or words.fund):
        return tuple(same) if len(same) == 1 else ()
    if words.source and (not words.fund or same_fund(words.fund, notice_fund)):
        return tuple(i for i, c in enumerate(columns) if c.source == words.source)
    if words.source is None and words.fund:
        return tuple(i for i, c in enumerate(columns) if same_fund(c.fund, words.fund))
    return ()
