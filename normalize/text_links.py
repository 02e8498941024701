"""What stands between two sums of a text → how the second is linked to the first, and what it is for."""

import re
from enum import Enum

from schemas.model import Frozen

_MARKS = "，,、；;：:（(）)。\n"
_WORDS = rf"(?:[^{_MARKS}]|[（(][^（()）]*[)）])"
_LABEL = re.compile(rf"{_WORDS}*$")
_JOINED = re.compile(rf"{_WORDS}*[)）]*[^{_MARKS}]*(?P<mark>[，,、；;：:]|)(?P<opens>[（(]?){_WORDS}+")
INTROS = "其中|包括|分别为|分别是|具体为|具体是|(?:具体|分配|安排|方案|情况|明细|金额)如下|(?<=[，,（(])含"
_INTRO = re.compile(rf"(?P<word>{INTROS})[：:，,]?{_WORDS}*$")
_INCOMPLETE = ("其中", "含")
# A list in a sentence of its own.
_OWN_SENTENCE = re.compile(r"其中|(?:具体|分配)[^，,]{0,6}如下")
_WHOLE_BEHIND = re.compile(r"(?:共计|合计|总计|合共|共)")
_USE = re.compile(r"[^，,、；;。\n]{0,6}(?:用于|支持|作为)")
_REST = re.compile(r"等|[^。\n]{0,30}?(?:其余|剩余|余款|余下)")


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
    intro = None if stopped and not _OWN_SENTENCE.match(tail) else _INTRO.search(tail)
    if intro:
        complete = intro["word"] not in _INCOMPLETE
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


def label_of(gap: str) -> str:
    """The words right before a sum, without 其中."""
    found = _LABEL.search(gap[-_LONGEST_LABEL:])
    label = found[0] if found else ""
    return re.sub(rf"^.*?(?:{INTROS}|^含)", "", label)


def is_whole_behind(label: str) -> bool:
    """共计: the sum of the list before it."""
    return _WHOLE_BEHIND.fullmatch(label) is not None


def rest_follows(after: str) -> bool:
    """其余…, 等: what follows a list says that it wasn't all."""
    return _REST.match(after) is not None


def use_follows(after: str) -> bool:
    """用于… right behind a sum."""
    return _USE.match(after) is not None
