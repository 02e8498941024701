"""The list of attachments (附件说明): 附件：1. … 2. …"""

import re
from collections.abc import Sequence

from extract import lines
from extract.cutting import cut_at
from schemas.document import Line, Piece, Place
from schemas.notation.text import canonical
from schemas.printed import PrintedAttachment

_NUMBER = re.compile(
    r"(?:^|\s|(?<=[；;。]))(?:附\s*件\s*)?(?P<number>\d{1,2})\s*[.．、:：](?!\d(?!\d{3}(?:[-—–~至]\d{4})?年))\s*"
)


# A web page's link: 分配表.xlsx.
_FILE = re.compile(r"\.(?:xlsx?|docx?|pdf|wps|et|ofd|zip|rar)$", re.IGNORECASE)


def read_attachments(found: Sequence[Line]) -> tuple[PrintedAttachment, ...]:
    """The entries, numbered as printed; an unnumbered list is one attachment. Broken entries are joined."""
    entries: list[tuple[int, str, Place]] = []
    for line in found:
        text = lines.attachment_list_text(line.text)
        marks = [m for m in _NUMBER.finditer(text) if not m["number"].startswith("0")]
        head, titles = cut_at(text, marks)
        if head.strip():
            _go_on(entries, head, line.place)
        entries += [(int(m["number"]), title, line.place) for m, title in zip(marks, titles, strict=True)]
    return tuple(_attachment(*entry) for entry in entries)


def _go_on(entries: list[tuple[int, str, Place]], text: str, place: Place) -> None:
    if entries:
        number, before, first = entries[-1]
        entries[-1] = (number, before + text, first)
    else:
        entries.append((1, text, place))


def _attachment(number: int, text: str, place: Place) -> PrintedAttachment:
    title = _FILE.sub("", canonical(text).strip("；;。 "))
    return PrintedAttachment(number=number, title=Piece(text=title, place=place))
