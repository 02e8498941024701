"""The title (标题) → action, fund, its level, year and batch.

Steps: 1. the issuing agency and 关于 go; 2. the verb is the action; 3. year, level and batch are taken
out; 4. what is left up to 资金, 经费 or 补助 is the fund.
"""

import re

from schemas.dataset.codes import Action, FundLevel
from schemas.model import Frozen
from schemas.notation.dates import find_years
from schemas.notation.text import canonical

# The first that occurs wins: 提前下达 is no 下达, 收回 outweighs the 下达 of what is taken back.
_ACTIONS: tuple[tuple[str, Action], ...] = (
    ("收回|追减|核减|扣回", Action.WITHDRAW),
    ("清算|结算", Action.SETTLE),
    ("调整|调剂", Action.ADJUST),
    ("提前下达|提前告知|提前拨付|提前安排|预告知", Action.ADVANCE),
    ("拨付|预拨|拨补", Action.DISBURSE),
    ("下达|分配|安排|追加|预下达|核定|兑现|批复|转下|划转", Action.ALLOCATE),
)
_VERBS = re.compile(f"(?:{'|'.join(words for words, _ in _ACTIONS)})+")  # 清算下达, 调整下达
_LEVELS: tuple[tuple[str, FundLevel], ...] = (
    (r"中央|国家(?!级|储备|基本|重点|助学|奖学|赔偿|公园|森林)", FundLevel.CENTRAL),
    (r"自治区|省级|省财政|全省|省(?=本级|补助)", FundLevel.PROVINCE),
    (r"自治州|[市州盟]级|地区级|[市州盟]财政|地级", FundLevel.PREFECTURE),
    (r"[县区旗]级|[县旗]财政", FundLevel.COUNTY),
)
_LEVEL_WORDS = re.compile(
    r"(?:中央|国家(?!级|储备|基本|重点|助学|奖学|赔偿|公园|森林)|自治区|自治州|省级|[市州盟县区旗]级|地区级|省(?=财政))(?:和|及|、|与)?(?:省级|自治区|[市州县]级|地方)?(?:财政|预算内)?(?:专项)?(?=[^级])"
)
_YEAR = re.compile(r"(?:\d{4}|二[〇○零]\S{2})\s*[-—~至]?\s*(?:\d{4})?\s*年度?")
_BATCH = re.compile(r"[（(]?(第[一二三四五六七八九十\d]+批(?:次)?)[)）]?")
_TAIL = re.compile(r"(?:的)?(?:通知|函|批复|公示|意见|决定|通报|方案|公告)(?:[（(].*[)）])?$")
_REST = re.compile(r"(?:支出)?(?:预算|指标|计划|额度)$|的$")


class Title(Frozen):
    """What a title says; null where it doesn't."""

    action: Action
    fund_name: str | None
    fund_level: FundLevel
    fiscal_year: int | None
    batch: str | None


def read_title(title: str) -> Title:
    """Take the title apart; every part may be missing."""
    text = canonical(title)
    subject = text.split("关于", 1)[-1]
    years = find_years(subject)
    batch = _BATCH.search(subject)
    return Title(
        action=_action(subject),
        fund_name=_fund(subject),
        fund_level=_level(subject),
        fiscal_year=years[0] if years else None,
        batch=batch[1] if batch else None,
    )


def _action(subject: str) -> Action:
    return next((action for words, action in _ACTIONS if re.search(words, subject)), Action.OTHER)


def _level(subject: str) -> FundLevel:
    """The level named first: 中央和省级财政 is the centre's money first."""
    found = [(m.start(), level) for words, level in _LEVELS if (m := re.search(words, subject))]
    return min(found, default=(0, FundLevel.OTHER))[1]


def _fund(subject: str) -> str | None:
    text = _TAIL.sub("", subject)
    verbs = list(_VERBS.finditer(text))
    if verbs:  # 关于…资金安排的通知 names the fund before the verb
        text = text[verbs[0].end() :] or text[: verbs[0].start()]
    text = _LEVEL_WORDS.sub("", _BATCH.sub("", _YEAR.sub("", text)), count=1)
    text = re.sub(r"[（(]\s*[)）]", "", text).strip("（()）、，的 ")
    while (shorter := _REST.sub("", text)) != text:
        text = shorter
    return text or None
