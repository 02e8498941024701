"""What stands over and under a table: attachment label, titles, unit line, notes."""

import re
from collections.abc import Sequence

from extract import lines
from schemas.document import Line, Piece
from schemas.notation.labels import clause_label
from schemas.notation.money import find_units
from schemas.printed import Caption

_UNIT_LINE = re.compile(
    r"单\s*位\s*[:：]|^[（(]?\s*(?:金额)?单位|^[（(]?\s*(?:人民币)?(?:[千万百亿]+)?元\s*[)）]?$"
)
_NOTE = re.compile(r"^\s*(?:备\s*注|注|说\s*明|附\s*注|填表说明)\s*\d*\s*[:：.、]")
_OPENING, _CLOSING = re.compile(r"[（(]"), re.compile(r"[）)]")
_CONTINUED = re.compile(r"^[（(]?续\s*表?\s*\d*[)）]?$")


def is_caption(text: str) -> bool:
    """Whether a line above a table may belong to its caption: no sentence, date, imprint, list entry."""
    if _UNIT_LINE.search(text) or lines.attachment_heading(text):
        return True
    if lines.begins_attachment_list(text):
        return False
    stops = (
        lines.is_sentence,
        lines.is_cc,
        lines.is_date,
        lines.imprint,
        lines.agencies,
        lines.doc_number,
        is_note,
    )
    if any(stop(text) for stop in stops) or text.endswith(("：", ":")):
        return False
    return clause_label(text) is None and len(text) <= 90


def is_note(text: str, *, first: bool = True) -> bool:
    """A note below a table (注：…), or the next line of one."""
    return bool(_NOTE.match(text)) or (
        not first and clause_label(text) is not None and lines.is_sentence(text)
    )


def read_caption(found: Sequence[Line]) -> Caption:
    """Sort the caption's lines; an attachment label and a title may share one."""
    number: int | None = None
    titles: list[Piece] = []
    unit: Piece | None = None
    for line in _unbroken(found):
        label = lines.attachment_heading(line.text)
        text = label.rest if label else line.text
        if label:
            number = label.number if label.number is not None else number
        if unit is None and _UNIT_LINE.search(text) and find_units(text):
            unit = Piece(text=text, place=line.place, readings=line.readings)
            text = _without_unit(text)
        if text.strip() and not _CONTINUED.match(text.strip()):
            titles.append(Piece(text=text.strip(), place=line.place, readings=line.readings))
    return Caption(attachment=number, titles=tuple(titles), unit=unit)


def _unbroken(found: Sequence[Line]) -> list[Line]:
    """Lines joined where a bracket is broken at a line's end: （单位：万 / 元） is no 元."""
    joined: list[Line] = []
    for line in found:
        before = joined[-1].text if joined else ""
        opened = len(_OPENING.findall(before)) > len(_CLOSING.findall(before))
        if opened and len(_CLOSING.findall(line.text)) > len(_OPENING.findall(line.text)):
            joined[-1] = joined[-1].model_copy(update={"text": before + line.text})
        else:
            joined.append(line)
    return joined


def _without_unit(text: str) -> str:
    """What else stands on the unit line: a title, 填报单位 and the like are kept, the unit is not."""
    rest = re.sub(r"[（(]?\s*(?:金额)?单\s*位\s*[:：]?.*$", "", text)
    return "" if rest == text else rest
