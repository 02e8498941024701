"""Sums and the words before each, where text doesn't print them side by side.

Rewritten, so that the grammar of `normalize.text_parts` reads one name before each sum:
1. 甲县310万元和乙县250万元: 和, 及, 与, 以及 right behind a sum is a mark;
2. （1）甲县…；（2）乙县…: the numbers of a list's items go, and a 。 between two of them is a mark;
3. 甲县和乙县分别为310万元和250万元: each sum gets its name, where there are as many of them;
4. 甲县、乙县各110万元: each name gets the sum.
What can be cut in two ways stays as it is.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from normalize.text_links import INTROS
from normalize.text_sent import without_verb
from schemas.model import Frozen
from schemas.notation.money import MoneyMention

_AND = r"(?:以及|和|及|与)"
_AND_AHEAD = re.compile(rf"^{_AND}(?=[\u4e00-\u9fff])")
_ONLY_MARK = re.compile(rf"(?:[、，,]|{_AND})")
_ITEM = re.compile(r"(?:^|(?<=[：:，,；;、。\n]))\s*[（(]?(?P<number>\d{1,2})(?:[)）]|[.．、](?!\d))\s*")
_VERB = "安排|下达|拨付|分配|补助"
_RESPECTIVELY = re.compile(rf"分别(?:为|是|(?P<verb>{_VERB}))?$")
_RESPECTIVELY_AHEAD = re.compile(rf"分别(?=(?:{_VERB}|给予)[^，,；;：:。]+$)")
_EACH = re.compile(rf"各(?P<verb>{_VERB})?$")
_TAIL = re.compile(r"[^，,；;：:。（(\n]*$")


class Worded(Frozen):
    """A sum and the text between the one before and it, as rule 1 to 4 leave it."""

    mention: MoneyMention
    gap: str


def worded_sums(
    text: str, mentions: Sequence[MoneyMention], known: Callable[[str], bool]
) -> Iterator[Worded]:
    """Every sum, or one for each name that shares it; `known` tells a name from a part of one."""
    gaps = _gaps(text, mentions)
    ready: dict[int, str] = {}
    for index, (mention, gap) in enumerate(zip(mentions, gaps, strict=True)):
        if index not in ready:
            ready |= _respectively(index, gaps, known)
        words = ready.get(index, gap)
        yield from (Worded(mention=mention, gap=each) for each in _each(words, known))


def _gaps(text: str, mentions: Sequence[MoneyMention]) -> list[str]:
    starts = [0, *(mention.end for mention in mentions)]
    found: list[str] = []
    item = 0
    for start, mention in zip(starts, mentions, strict=False):
        gap, item = _without_item(text[start : mention.start], item)
        found.append(_AND_AHEAD.sub("、", gap) if start and len(gap) > 1 else gap)
    return found


def _without_item(gap: str, before: int) -> tuple[str, int]:
    """Rule 2: the gap without an item's number, which follows the one before or is the first."""
    marked = next(reversed(list(_ITEM.finditer(gap))), None)
    if marked is None or int(marked["number"]) != before + 1:
        return gap, 0 if marked else before
    ahead = gap[: marked.start()]
    if before and re.fullmatch(r"[^。\n]*[。\n]\s*", ahead):
        ahead = re.sub(r"[。\n]\s*$", "；", ahead)
    return ahead + gap[marked.end() :], before + 1


def _respectively(index: int, gaps: Sequence[str], known: Callable[[str], bool]) -> dict[int, str]:
    """Rule 3: the words of the sums from this one on, by index; none where names and sums don't pair."""
    gap = gaps[index]
    mark = _RESPECTIVELY.search(gap) or _RESPECTIVELY_AHEAD.search(gap)
    if mark is None:
        return {}
    end = next((i for i in range(index + 1, len(gaps)) if not _ONLY_MARK.fullmatch(gaps[i])), len(gaps))
    ahead, names = _names(gap, mark, known)
    if len(names) < 2 or len(names) != end - index:
        return {}
    if re.search(r"[，,；;：:]$", ahead):
        ahead += "分别为"
    return {index: ahead + names[0], **{index + n: f"、{name}" for n, name in enumerate(names) if n}}


def _each(gap: str, known: Callable[[str], bool]) -> Iterator[str]:
    """Rule 4."""
    mark = _EACH.search(gap)
    ahead, names = _names(gap, mark, known) if mark else (gap, ())
    if len(names) < 2 or not all(map(known, names)):
        yield gap
        return
    yield ahead + names[0]
    yield from (f"、{name}" for name in names[1:])


def _names(gap: str, mark: re.Match[str], known: Callable[[str], bool]) -> tuple[str, tuple[str, ...]]:
    """What stands before a list of names, with the verb behind it, and the names; without the mark."""
    bare = gap[: mark.start()] + gap[mark.end() :]
    found = _TAIL.search(bare)
    tail = found[0] if found else ""
    start = max(without_verb(tail), *(m.end() for m in re.finditer(INTROS, tail)), 0)
    pieces = tail[start:].split("、")
    names = (*pieces[:-1], *_cut(pieces[-1], known))
    ahead = bare[: len(bare) - len(tail) + start] + (mark.groupdict().get("verb") or "")
    return ahead, names if all(names) else ()


def _cut(piece: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """At the one 和 that leaves two known names, else at the only one; 和 may be of a name's own."""
    marks = [m for m in re.finditer(_AND, piece) if m.start() and m.end() < len(piece)]
    cuts = [(piece[: m.start()], piece[m.end() :]) for m in marks]
    sure = [cut for cut in cuts if all(map(known, cut))]
    among = sure or ([] if known(piece) else cuts)
    return among[0] if len(among) == 1 else (piece,)
