"""Front matter → head, body lines, attachment list, imprint: each line lands in one part."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extract import lines
from schemas.document import Line
from schemas.model import Frozen
from schemas.notation.labels import ClauseKind, attachment_label, clause_label

_LONGEST_TITLE = 5
_LONGEST_ADDRESS = 6
# An addressee line whose colon is lost: 各县（市）财政局，州直有关单位.
_ADDRESS = re.compile(r"^(?:各|有关)[^。：:]{2,60}(?:局|厅|委|会|府|处|所|单位|部门|乡镇|街道|企业)[)）]?$")
_OPENINGS = ("根据", "为", "按照", "经", "现将", "依据", "结合", "鉴于")


class Front(Frozen):
    """The front matter by part; `addressees` is null where no addressee line (主送机关) stands.

    `annexes` are attachments that are text, or tables nobody could tell from text: heading line first.
    """

    head: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    addressees: tuple[Line, ...] | None = None
    body: tuple[Line, ...] = ()
    attachment_list: tuple[Line, ...] = ()
    imprint: tuple[Line, ...] = ()
    annexes: tuple[tuple[Line, ...], ...] = ()


def split_front(found: Sequence[Line]) -> Front:
    """Find the title, the addressee below it, and where the body ends."""
    start, end = _title(found)
    after = end
    while after < len(found) and _between(found[after].text):
        after += 1
    body = _addressees(found, after)
    rest, annexes = _without_annexes(found[body:])
    last = _body_end(rest)
    listed, imprint = _list_and_imprint(rest[last:])
    return Front(
        head=(*found[:start], *found[end:after]),
        title=tuple(found[start:end]),
        addressees=tuple(found[after:body]) if body > after else None,
        body=tuple(rest[:last]),
        attachment_list=listed,
        imprint=imprint,
        annexes=annexes,
    )


def _title(found: Sequence[Line]) -> tuple[int, int]:
    """First and last line of the title: from 关于 (or the agency before it) to its 文种."""
    for start, line in enumerate(found):
        if lines.is_sentence(line.text) or line.text.startswith("根据"):
            break
        if (
            "关于" in line.text
            and not line.text.startswith(("《", "（", "("))
            and not lines.is_metadata(line.text)
        ):
            first, end = _title_from(found, start)
            return first - _agencies_over(found[:first]), end
    return 0, 0


def _agencies_over(head: Sequence[Line]) -> int:
    """Lines of agencies between the number and 关于 that repeat the letterhead: they begin the title."""
    count = next((n for n, line in enumerate(reversed(head)) if not lines.agencies(line.text)), len(head))
    above = head[: len(head) - count]
    numbered = bool(above) and lines.doc_number(above[-1].text) is not None
    return count if numbered and any(lines.agencies(line.text) for line in above) else 0


def _title_from(found: Sequence[Line], start: int) -> tuple[int, int]:
    for end in range(start, min(start + _LONGEST_TITLE, len(found))):
        if lines.ends_title("".join(line.text for line in found[start : end + 1])):
            return start, end + 1
        if found[end].text.endswith(("：", ":", "。")):
            break
    return start, start + 1


def _between(text: str) -> bool:
    """What may stand between title and addressee: a number, date or source line of a web page."""
    tests = (lines.doc_number, lines.is_date, lines.is_furniture, lines.is_metadata)
    return any(test(text) for test in tests)


def _addressees(found: Sequence[Line], start: int) -> int:
    """One past the last addressee line: the line that ends with a colon, a few lines down at most."""
    for index in range(start, min(start + _LONGEST_ADDRESS, len(found))):
        text = found[index].text
        if text.endswith(("：", ":")) and not _is_body(text):
            return index + 1
        if _is_body(text):
            break
    plain = start + 1 < len(found) and _ADDRESS.match(found[start].text) and _is_body(found[start + 1].text)
    return start + 1 if plain else start


def _is_body(text: str) -> bool:
    return "。" in text or text.startswith(_OPENINGS) or clause_label(text) is not None


def _without_annexes(rest: Sequence[Line]) -> tuple[Sequence[Line], tuple[tuple[Line, ...], ...]]:
    """The lines without the annexes below the date, or the list; an imprint printed below them is kept."""
    closes = (lines.is_date, lines.begins_attachment_list, lines.imprint)
    closed = next((i for i, line in enumerate(rest) if any(c(line.text) for c in closes)), len(rest))
    starts = [i for i in range(closed, len(rest)) if lines.attachment_heading(rest[i].text)]
    if not starts:
        return rest, ()
    end = len(rest)
    while end > starts[0] and (lines.is_cc(rest[end - 1].text) or lines.imprint(rest[end - 1].text)):
        end -= 1
    cuts = [*starts, end]
    annexes = (tuple(rest[a:b]) for a, b in pairwise(cuts))
    return (*rest[: starts[0]], *rest[end:]), tuple(filter(None, annexes))


def _body_end(rest: Sequence[Line]) -> int:
    """Index of the first line of the attachment list or the imprint that no body line follows."""
    end = len(rest)
    for index in range(len(rest) - 1, -1, -1):
        if _closes(rest[index].text) or _begins_list(rest, index):
            end = index
        elif _goes_on(rest, index):
            break
    return end


def _goes_on(rest: Sequence[Line], index: int) -> bool:
    """Whether the line is the body's: a sentence, or no part of the list that begins a few lines above."""
    label = clause_label(rest[index].text)
    in_list = any(_begins_list(rest, i) for i in range(max(0, index - 9), index))
    if in_list and label is not None and label.kind == ClauseKind.ARABIC:
        return False
    return lines.is_sentence(rest[index].text) or (label is None and not in_list)


def _begins_list(rest: Sequence[Line], index: int) -> bool:
    """附件：1. …, or 附件： and 附件1、… with the next entry on the line below."""
    text = rest[index].text
    if lines.begins_attachment_list(text):
        return True
    label = attachment_label(text)
    after = clause_label(rest[index + 1].text) if index + 1 < len(rest) else None
    entry = (label.number or 0) + 1 if label else 0
    return after is not None and after.kind == ClauseKind.ARABIC and after.number == entry


def _closes(text: str) -> bool:
    tests = (
        lines.begins_attachment_list,
        lines.is_cc,
        lines.imprint,
        lines.is_date,
        lines.agencies,
        lines.is_furniture,
    )
    return any(test(text) for test in tests)


def _list_and_imprint(rest: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The attachment list runs from 附件： to the next line that closes something else."""
    start = next((i for i in range(len(rest)) if _begins_list(rest, i)), None)
    if start is None:
        return (), tuple(rest)
    end = start + 1
    while end < len(rest) and not _closes(rest[end].text):
        end += 1
    return tuple(rest[start:end]), (*rest[:start], *rest[end:])
