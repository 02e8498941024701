"""Front matter → head, title, addressees, body, attachment list, imprint: each line lands in one part."""

import re
from collections.abc import Sequence

from extract import lines
from extract.ending import split_end, without_annexes
from extract.glued import unglued
from extract.metadata import entries, is_footer, is_metadata
from extract.title import find_title, opens_body, past_repeats
from schemas.document import Line
from schemas.model import Frozen

_REACH = 10
# An addressee line whose colon is lost: 各县（市）财政局，州直有关单位.
_ADDRESS = re.compile(r"^(?:各|有关)[^。：:]{2,60}(?:局|厅|委|会|府|处|所|单位|部门|乡镇|街道|企业)[)）]?$")
# Without a title above it a line with a colon is an addressee only where it ends like one.
_ORGANISATION = re.compile(
    r"(?:^|[局厅委会府处所办司站社场组区县市州盟旗镇乡院校心行队馆园)）]|单位|部门|街道|企业|公司)\s*[：:]$"
)
_BULLET = re.compile(r"^[•●▪◆·]\s*|(?:\s*\|)+$")


class Front(Frozen):
    """The front matter by part; `addressees` is null where no addressee line (主送机关) stands.

    `metadata` is what a web page prints over the body. `annexes` are attachments that are text, or tables
    nobody could tell from text: heading line first.
    """

    metadata: tuple[Line, ...] = ()
    head: tuple[Line, ...] = ()
    title: tuple[Line, ...] = ()
    addressees: tuple[Line, ...] | None = None
    body: tuple[Line, ...] = ()
    attachment_list: tuple[Line, ...] = ()
    imprint: tuple[Line, ...] = ()
    annexes: tuple[tuple[Line, ...], ...] = ()


def split_front(found: Sequence[Line]) -> Front:
    """Find the title, the addressee below it, and where the body ends."""
    metadata, plain = _apart(list(unglued([_bare(line) for line in found])))
    start, end = find_title(plain)
    after = past_repeats(plain, plain[start:end], end)
    first, body = _addressees(plain, after, titled=end > start)
    rest, annexes = without_annexes(plain[body:])
    text, listed, imprint = split_end(rest)
    return Front(
        metadata=metadata,
        head=(*plain[:start], *plain[end:first]),
        title=tuple(plain[start:end]),
        addressees=tuple(plain[first:body]) if body > first else None,
        body=tuple(text),
        attachment_list=listed,
        imprint=imprint,
        annexes=annexes,
    )


def _bare(line: Line) -> Line:
    """Without the bullet of a page's list and the marks that lost cells left behind."""
    text = _BULLET.sub("", line.text).strip()
    return line if text == line.text or not text else line.model_copy(update={"text": text})


def _apart(found: Sequence[Line]) -> tuple[tuple[Line, ...], Sequence[Line]]:
    """The metadata above the body, and all other lines."""
    end = next((n for n, line in enumerate(found) if _begins_body(line.text)), len(found))
    marks = [bool(entry) for entry in entries(found[:end])]
    metadata = tuple(line for line, mark in zip(found, marks, strict=False) if mark)
    return metadata, [line for line, mark in zip(found, marks, strict=False) if not mark] + list(found[end:])


def _begins_body(text: str) -> bool:
    return opens_body(text) and not is_metadata(text)


def _addressees(found: Sequence[Line], start: int, *, titled: bool) -> tuple[int, int]:
    """First and one past the last addressee line: the line that ends with a colon, a few lines down."""
    for index in range(start, min(start + _REACH, len(found))):
        text = found[index].text
        if opens_body(text):
            break
        if _is_addressee(text, titled=titled):
            first = index
            while first > start and _goes_on(found[first - 1].text):
                first -= 1
            return first, index + 1
    plain = start + 1 < len(found) and _ADDRESS.match(found[start].text) and opens_body(found[start + 1].text)
    return (start, start + 1) if plain else (start, start)


def _is_addressee(text: str, *, titled: bool) -> bool:
    ends = text.endswith(("：", ":")) and not is_footer(text) and lines.attachment_heading(text) is None
    return ends and (titled or bool(_ORGANISATION.search(text)))


def _goes_on(text: str) -> bool:
    """Whether names begin on this line and go on below."""
    return bool(re.search(r"[、，,；;]", text)) and not lines.doc_number(text)
