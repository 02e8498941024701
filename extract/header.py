"""Front matter → the header fields as printed."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract import lines
from extract.front import Front
from extract.imprint import Imprint, piece
from extract.metadata import Entry, Field, entries
from schemas.document import Line, Piece
from schemas.notation.agencies import agency_names
from schemas.notation.dates import parse_date
from schemas.notation.docnumber import find_doc_numbers
from schemas.notation.errors import NotationError
from schemas.notation.text import split_list
from schemas.printed import PrintedHeader

# …公示（平财预〔2022〕376号): a page's title with the number behind it.
_NUMBER_BEHIND = re.compile(r"\s*[（(](?P<number>[^（()]*(?:[（(][^（()]*[)）][^（()]*)?号)\s*[)）]$")


def read_header(front: Front) -> PrintedHeader:
    """Read the red header, the title block and the imprint, then a web page's keys; else null."""
    imprint = Imprint(front)
    page = [entry for line in entries(front.metadata) for entry in line]
    titles = [_title(front.title), *_of_field(page, Field.TITLE)]
    return PrintedHeader(
        agencies=tuple(_agencies(front)),
        signatories=imprint.signatories,
        page_agencies=tuple(_page_agencies(page)),
        doc_number=_doc_number(front, page, titles),
        title=next((_without_number(title) for title in titles if title), None),
        addressees=_addressees(front.addressees),
        cc=imprint.cc,
        issuing_office=imprint.office,
        sign_date=_sign_date(imprint.sign_date, _of_field(page, Field.DATE)),
        print_date=imprint.print_date,
    )


def _of_field(page: Iterable[Entry], field: Field) -> list[Piece]:
    return [piece(entry.line, entry.text) for entry in page if entry.field == field and entry.text]


def _agencies(front: Front) -> Iterator[Piece]:
    """The letterhead (发文机关标志): lines of agencies right above a number or the title."""
    near = False
    found: list[Piece] = []
    for line in reversed(front.head):
        names = lines.agencies(line.text)
        near = near or line is front.head[-1] or lines.doc_number(line.text) is not None
        if names and near:
            found[:0] = [piece(line, name) for name in names]
        near = near and (bool(names) or lines.is_furniture(line.text) or bool(lines.doc_number(line.text)))
    yield from found


def _page_agencies(page: Iterable[Entry]) -> Iterator[Piece]:
    """发文机关：甲市财政局, as a web page has it."""
    for entry in page:
        if entry.field == Field.AGENCY:
            for name in agency_names(entry.text.replace("、", " ").replace("，", " ").replace(",", " ")):
                yield piece(entry.line, name)


def _doc_number(front: Front, page: Sequence[Entry], titles: Iterable[Piece | None]) -> Piece | None:
    """On a line of its own above or below the title; else a web page's 文号, or behind the title."""
    for line in front.head:
        own = lines.doc_number(line.text)
        if own:
            return piece(line, own)
    named = [piece(line) for line in front.head] + _of_field(page, Field.NUMBER)
    behind = [
        p.model_copy(update={"text": b["number"]})
        for p in titles
        if p and (b := _NUMBER_BEHIND.search(p.text))
    ]
    for text in (*named, *behind):
        found = find_doc_numbers(text.text)
        if found:
            return Piece(text=found[0].printed, place=text.place)
    return None


def _title(found: Sequence[Line]) -> Piece | None:
    if not found:
        return None
    return Piece(text="".join(line.text for line in found), place=found[0].place)


def _without_number(title: Piece) -> Piece:
    behind = _NUMBER_BEHIND.search(title.text)
    numbered = behind is not None and len(find_doc_numbers(behind["number"])) == 1
    return title.model_copy(update={"text": title.text[: behind.start()]}) if behind and numbered else title


def _sign_date(signed: Piece | None, named: Sequence[Piece]) -> Piece | None:
    """The date below the text, unless it is damaged and a web page's 成文日期 is not."""
    return next((date for date in (signed, *named) if date and _is_whole(date.text)), signed)


def _is_whole(text: str) -> bool:
    try:
        parse_date(text.strip(" （()）"))
    except NotationError:
        return False
    return True


def _addressees(found: Sequence[Line] | None) -> tuple[Piece, ...] | None:
    if found is None:
        return None
    text = "".join(line.text for line in found).rstrip("：: ")
    return tuple(Piece(text=name, place=found[0].place) for name in split_list(text) if name.strip())
