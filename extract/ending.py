"""Where the body ends: attachment list (附件说明), signature and date (署名, 成文日期), imprint (版记)."""

from collections.abc import Sequence
from itertools import pairwise

from extract import lines
from extract.metadata import is_footer
from schemas.document import Line
from schemas.notation.labels import ClauseKind, attachment_label, clause_label

_ENTRY_ENDS = (
    "表",
    "》",
    "。",
    "；",
    ";",
    ")",
    "）",
    "书",
    "单",
    "图",
    "办法",
    "方案",
    "细则",
    "xls",
    "xlsx",
    "doc",
    "docx",
    "pdf",
)


def without_annexes(rest: Sequence[Line]) -> tuple[Sequence[Line], tuple[tuple[Line, ...], ...]]:
    """The lines without the annexes below the date, or the list; an imprint printed below them is kept."""
    closes = (lines.is_date, lines.begins_attachment_list, lines.imprint)
    closed = next((i for i, line in enumerate(rest) if any(c(line.text) for c in closes)), len(rest))
    starts = [i for i in range(closed, len(rest)) if _is_heading(rest[i].text)]
    if not starts:
        return rest, ()
    end = len(rest)
    while end > starts[0] and _is_imprint(rest[end - 1].text):
        end -= 1
    cuts = [*starts, end]
    annexes = (tuple(rest[a:b]) for a, b in pairwise(cuts))
    return (*rest[: starts[0]], *rest[end:]), tuple(filter(None, annexes))


def _is_heading(text: str) -> bool:
    return lines.attachment_heading(text) is not None and not is_footer(text)


def _is_imprint(text: str) -> bool:
    return lines.is_cc(text) or bool(lines.imprint(text)) or is_footer(text)


def split_end(rest: Sequence[Line]) -> tuple[Sequence[Line], tuple[Line, ...], tuple[Line, ...]]:
    """Body, attachment list, and the lines of the imprint with whatever a web page prints below it."""
    closed = _signed(rest)
    last = _body_end(rest[:closed])
    listed, imprint = _list_and_imprint(rest[last:])
    return rest[:last], listed, imprint


def _signed(rest: Sequence[Line]) -> int:
    """Index of the signature that closes the notice, or of its date; else of the web page's footer.

    Behind it no sentence is the body's: a page goes on with news, phone numbers and advice on browsers.
    """
    begun = next((i for i, line in enumerate(rest) if _is_text(line.text)), len(rest))
    dates = [i for i in range(begun, len(rest)) if _is_dated(rest, i)]
    signed = next((i for i in dates if i and lines.agencies(rest[i - 1].text)), None)
    if signed is None:
        signed = next((i for i in dates if not any(map(_is_clause, rest[i + 1 :]))), None)
    if signed is None:
        return _footer(rest)
    while signed > begun and (
        lines.agencies(rest[signed - 1].text) or lines.is_furniture(rest[signed - 1].text)
    ):
        signed -= 1
    return signed


def _is_text(text: str) -> bool:
    return lines.is_sentence(text) or clause_label(text) is not None or text.endswith(("：", ":"))


def _is_dated(rest: Sequence[Line], index: int) -> bool:
    text = rest[index].text
    below = index > 0 and bool(lines.agencies(rest[index - 1].text))
    whole = lines.signature(text)
    return (
        lines.is_date(text)
        or (below and lines.is_damaged_date(text))
        or (whole is not None and "。" not in text)
    )


def _is_clause(line: Line) -> bool:
    return clause_label(line.text) is not None and lines.is_sentence(line.text)


def _footer(rest: Sequence[Line]) -> int:
    end = len(rest)
    while end > 0 and is_footer(rest[end - 1].text):
        end -= 1
    return end


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
        is_footer,
    )
    return any(test(text) for test in tests)


def _list_and_imprint(rest: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The attachment list runs from 附件： to the next line that closes something else."""
    start = next((i for i in range(len(rest)) if _begins_list(rest, i)), None)
    if start is None:
        return (), tuple(rest)
    end = start + 1
    while end < len(rest) and not _closes(rest[end].text) and not _ends_list(rest, end):
        end += 1
    return tuple(rest[start:end]), (*rest[:start], *rest[end:])


def _ends_list(rest: Sequence[Line], index: int) -> bool:
    """A line that neither is a numbered entry nor goes on with one."""
    return rest[index - 1].text.endswith(_ENTRY_ENDS) and clause_label(rest[index].text) is None
