"""The words before a sum → whose it is.

The name stands where an item begins (甲县道路建设资金310万元; 甲县：修路3公里，补助310万元) or right
before the sum (2020年环境整治资金甲县310万元).
"""

import re
from collections.abc import Collection
from enum import Enum

from normalize.fund_words import fund_words
from normalize.prose.names import Named, Payees
from normalize.prose.sums import Spoken
from normalize.text_links import INTROS, is_whole_behind
from normalize.text_sent import of_another_time, sent_otherwise
from schemas.model import Frozen

_LEAD = re.compile(
    r"^(?:[\s，,、：:]|经[^，,、：:；;]{2,25}[，,]|[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十\d]{1,3}名|[-—·●]"
    r"|[一二三四五六七八九十]是)+"
)
_VERB = re.compile(r"^(?:现|共|拟)?(?:(?:下达|拨付|安排|分配|追加|预拨|给予|奖励|补助|支持)给?|[给向对])+")
_BEHIND = re.compile(r"(?:下达|拨付|安排|分配|追加|预拨|给予|奖励|补助|补贴|共计|合计|共|为|是|[：:])+$")
# 省财政厅、省水利厅下达我市…: who stands there gives the money.
_GIVES = re.compile(r"(?:下达|拨付|拨给|安排|补助|分配|追加)(?:给)?[我你各全]|收到|(?:研究|会议)决定|联合")
_INTRO = re.compile(rf"{INTROS}|[：:]")
_MONEY = ("资金", "补助", "经费", "补贴", "专款", "款")
_MARK = re.compile(r"[，,、：:；;]")


class Role(Enum):
    """What a sum is in a list of recipients."""

    RECIPIENT = "recipient"
    OTHER_NAME = "other-name"
    WHOLE = "whole"
    NOT_SENT = "not-sent"


class Item(Frozen):
    """A sum and whose it is.

    `name` as printed, `label` what it is for, `head` the words before the name that introduce a list (其中),
    `title` those that say what the list allocates. `bare`: nothing but the name stands before the sum.
    `colon`: a colon follows the name. `listed`: it is a division's name.
    """

    spoken: Spoken
    role: Role
    name: str = ""
    label: str = ""
    head: str = ""
    title: str = ""
    bare: bool = False
    colon: bool = False
    listed: bool = False

    @property
    def introduced(self) -> bool:
        """Whether it begins a list anew."""
        return bool(self.head or self.title)


def read_item(spoken: Spoken, payees: Payees, years: Collection[int]) -> Item:
    """Read the words before a sum; `years` are the notice's own."""
    words = spoken.words
    if is_whole_behind(_LEAD.sub("", words)):
        return Item(spoken=spoken, role=Role.WHOLE)
    found = _begins(spoken, payees) or _ends(spoken, payees) or _other(spoken)
    ahead = _MARK.split(words[: words.find(found.name)])[-1]
    if sent_otherwise(found.label) or sent_otherwise(ahead) or of_another_time(spoken.sentence, years):
        return found.model_copy(update={"role": Role.NOT_SENT})
    return found


def _begins(spoken: Spoken, payees: Payees) -> Item | None:
    """The name begins the words, or what follows the last words that introduce a list."""
    for head, body in _bodies(spoken.words):
        named = payees.at_start(body)
        if named is not None and not _GIVES.search(named.rest):
            return _item(spoken, named, head)
    return None


def _bodies(words: str) -> list[tuple[str, str]]:
    """(head, body), behind each introduction from the last on, then all of the words."""
    intros = list(_INTRO.finditer(words))
    cuts = [(words[: m.end()], words[m.end() :]) for m in reversed(intros)]
    return [(head, _bare(body)) for head, body in (*cuts, ("", words))]


def _bare(words: str) -> str:
    """Without marks, an item's number and the verb that sends."""
    return _VERB.sub("", _LEAD.sub("", words))


def _item(spoken: Spoken, named: Named, head: str) -> Item:
    label = _BEHIND.sub("", _LEAD.sub("", named.rest)).strip()
    return Item(
        spoken=spoken,
        role=Role.RECIPIENT,
        name=named.name,
        label=label,
        head=head,
        bare=not label,
        colon=named.rest[:1] in ("：", ":"),
        listed=named.listed,
    )


def _ends(spoken: Spoken, payees: Payees) -> Item | None:
    """The name stands right before the sum; what is ahead of it belongs to a sum before, if there is one."""
    named = payees.at_end(_BEHIND.sub("", spoken.words))
    if named is None:
        return None
    title = _bare(named.rest).strip("，,、：: ") if spoken.stopped else ""
    return Item(spoken=spoken, role=Role.RECIPIENT, name=named.name, title=title, bare=True, listed=True)


def _other(spoken: Spoken) -> Item:
    """No division's name: perhaps another one's, if the list's other items look alike."""
    intros = list(_INTRO.finditer(spoken.words))
    intro = intros[-1].end() if intros and not _colon_follows_name(spoken.words, intros[-1]) else 0
    body = _bare(spoken.words[intro:])
    mark = _MARK.search(body)
    name = body[: mark.start()] if mark else body
    label = _BEHIND.sub("", _LEAD.sub("", body[len(name) :]))
    return Item(
        spoken=spoken,
        role=Role.OTHER_NAME,
        name=name,
        label=label,
        head=spoken.words[:intro],
        bare=not mark,
        colon=mark is not None and mark[0] in "：:",
    )


def _colon_follows_name(words: str, intro: re.Match[str]) -> bool:
    """甲局：办公经费5万元, not 分配如下：甲局5万元: words follow the colon that aren't a name alone."""
    return intro[0] in ("：", ":") and not _bare(words[: intro.start()]).endswith(
        ("如下", "标准", "情况", "金额")
    )


def is_source(words: str) -> bool:
    """中央资金, 省级水利补助: whose money it is, no recipient."""
    said = fund_words((words,))
    return said.source is not None and (not said.fund or words.endswith(_MONEY))
