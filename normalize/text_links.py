"""What stands between two sums of a text → how the second is linked to the first, and what it is for."""

import re
from enum import Enum

from schemas.model import Frozen

_MARKS = "，,、；;：:（(）)。\n"
_WORDS = rf"(?:[^{_MARKS}]|[（(][^（()）]*[)）])"
_LABEL = re.compile(rf"{_WORDS}*$")
_JOINED = re.compile(rf"{_WORDS}*[)）]*[^{_MARKS}]*(?P<mark>[，,、；;：:]|)(?P<opens>[（(]?){_WORDS}+")
_INTROS = "其中|包括|分别为|分别是|具体为|具体是|(?<=[，,（(])含"
_INTRO = re.compile(rf"(?P<word>{_INTROS})[：:，,]?{_WORDS}*$")
_COMPLETE = ("包括", "分别为", "分别是", "具体为", "具体是", "：")
_WHOLE_BEHIND = re.compile(r"(?:共计|合计|总计|合共|共)")
_SENDING = re.compile(r"下达|拨付|安排|分配|追加|预拨|给予|补助(?=[\u4e00-\u9fff])(?!资金|经费|款|标准|对象)")
_BEHIND = re.compile(rf"(?:{_SENDING.pattern}|补助)+$")
# Sums of another document or year, of what a project costs or asks for, of what is taken back.
_NOT_SENT = re.compile(
    r"已|(?<!现)提前|此前|前期|上年|结转|扣除|申请|申报|投资|自筹|配套|造价|收回|核减|调减|应下达|应补|另|再|剩余|结余|先行|先期|首批"
)
_USE = re.compile(r"[^，,、；;。\n]{0,6}(?:用于|支持|作为)")
_REST = re.compile(r"[^。\n]{0,30}?(?:其余|剩余|余款|等)")


# Characters of one sentence; the parts of a sum stand nearer to each other, and a label is shorter still.
_FAR, _LONGEST_LABEL = 150, 100


class Relation(Enum):
    """How a sum is linked to the one before it."""

    NONE = "none"
    DIVIDES = "divides"
    JOINS = "joins"


class Link(Frozen):
    """`closes` counts the brackets closed in between, `opens` says that one is opened; `stopped`: a 。."""

    relation: Relation
    mark: str = ""
    closes: int = 0
    opens: bool = False
    exhaustive: bool = False
    stopped: bool = False


def link_of(gap: str) -> Link:
    """Read the text between two sums; see `normalize.text_parts` for the grammar.

    Sums further apart in one sentence than any list's are not linked: it bounds the time odd text takes.
    """
    tail = re.split(r"[。\n]", gap)[-1]
    stopped = tail != gap
    closes, opens = _brackets(gap)
    if len(tail) > _FAR:
        return Link(relation=Relation.NONE, closes=closes, opens=opens, stopped=stopped)
    intro = None if stopped and not tail.startswith("其中") else _INTRO.search(tail)
    if intro:
        complete = intro["word"] in _COMPLETE
        return Link(
            relation=Relation.DIVIDES, closes=closes, opens=opens, exhaustive=complete, stopped=stopped
        )
    joined = None if stopped else _JOINED.fullmatch(gap)
    if joined is None or not (joined["mark"] or opens):
        return Link(relation=Relation.NONE, closes=closes, opens=opens, stopped=stopped)
    mark = joined["mark"].replace(";", "；").replace(":", "：")
    if mark == "：" or opens:
        return Link(relation=Relation.DIVIDES, closes=closes, opens=opens, exhaustive=mark == "：")
    return Link(relation=Relation.JOINS, mark=mark, closes=closes)


def _brackets(text: str) -> tuple[int, bool]:
    """How many brackets are closed that weren't opened here, and whether one stays open."""
    closes = depth = 0
    for char in text:
        if char in "（(":
            depth += 1
        elif char in "）)":
            closes, depth = (closes, depth - 1) if depth else (closes + 1, 0)
    return closes, depth > 0


def purpose(gap: str) -> str:
    """What the sum behind it is for: the words right before it, without 其中 and verbs (向甲县下达)."""
    label = _label(gap)
    if sent_otherwise(label):
        return label
    return re.sub("^[给向对]", "", _SENDING.split(_BEHIND.sub("", label))[-1].strip())


def sends(gap: str) -> bool:
    """Whether the words right before a sum send it to somebody."""
    label = _label(gap)
    return _SENDING.search(label) is not None and not sent_otherwise(label)


def sent_otherwise(label: str) -> bool:
    """Whether this notice doesn't send the sum: another document's, a project's cost, taken back."""
    return _NOT_SENT.search(label) is not None


def is_whole_behind(label: str) -> bool:
    """共计: the sum of the list before it."""
    return _WHOLE_BEHIND.fullmatch(label) is not None


def rest_follows(after: str) -> bool:
    """其余…, 等: what follows a list says that it wasn't all."""
    return _REST.match(after) is not None


def use_follows(after: str) -> bool:
    """用于… right behind a sum."""
    return _USE.match(after) is not None


def _label(gap: str) -> str:
    found = _LABEL.search(gap[-_LONGEST_LABEL:])
    label = found[0] if found else ""
    return re.sub(rf"^.*?(?:{_INTROS}|^含)", "", label)
