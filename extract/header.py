"""Front matter → the header fields as printed."""

from collections.abc import Iterator, Sequence

from extract import lines
from extract.front import Front
from schemas.document import Line, Piece
from schemas.notation.docnumber import find_doc_numbers
from schemas.notation.text import split_list
from schemas.printed import PrintedHeader


def read_header(front: Front) -> PrintedHeader:
    """Read the red header, the title block and the imprint; what isn't there stays null."""
    imprint = _Imprint(front.imprint)
    return PrintedHeader(
        agencies=tuple(_agencies(front.head)),
        signatories=imprint.signatories,
        doc_number=_doc_number(front),
        title=_joined(front.title),
        addressees=_addressees(front.addressees),
        cc=imprint.cc,
        issuing_office=imprint.office,
        sign_date=imprint.sign_date,
        print_date=imprint.print_date,
    )


def piece(line: Line, text: str | None = None) -> Piece:
    """A part of a line, at the line's place."""
    whole = text is None
    return Piece(
        text=line.text if text is None else text, place=line.place, readings=line.readings if whole else ()
    )


def _agencies(head: Sequence[Line]) -> Iterator[Piece]:
    for line in head:
        for name in lines.agencies(line.text):
            yield piece(line, name)


def _doc_number(front: Front) -> Piece | None:
    """On a line of its own above or below the title, else anywhere in the head (网页元数据)."""
    for line in front.head:
        own = lines.doc_number(line.text)
        if own:
            return piece(line, own)
    for line in front.head:
        found = find_doc_numbers(line.text)
        if found:
            return piece(line, found[0].printed)
    return None


def _joined(found: Sequence[Line]) -> Piece | None:
    if not found:
        return None
    return Piece(text="".join(line.text for line in found), place=found[0].place)


def _addressees(found: Sequence[Line] | None) -> tuple[Piece, ...] | None:
    if found is None:
        return None
    text = "".join(line.text for line in found).rstrip("：: ")
    return tuple(Piece(text=name, place=found[0].place) for name in split_list(text) if name.strip())


class _Imprint:
    """The lines after the body, sorted: 署名, 成文日期, 抄送, 印发机关 and 印发日期."""

    def __init__(self, found: Sequence[Line]) -> None:
        self.signatories: tuple[Piece, ...] = ()
        self.cc: tuple[Piece, ...] = ()
        self.office: Piece | None = None
        self.sign_date: Piece | None = None
        self.print_date: Piece | None = None
        for index, line in enumerate(found):
            self._take(line, printed_next=_printed_next(found, index))

    def _take(self, line: Line, *, printed_next: bool) -> None:
        imprint = lines.imprint(line.text)
        if imprint:
            self.office = piece(line, imprint[0]) if imprint[0] else self.office
            self.print_date = piece(line, imprint[1])
        elif lines.is_cc(line.text):
            self.cc = tuple(piece(line, name) for name in split_list(lines.cc_text(line.text).rstrip("。")))
        elif lines.is_date(line.text):
            self.sign_date = self.sign_date or piece(line)
        elif lines.agencies(line.text):
            named = tuple(piece(line, name) for name in lines.agencies(line.text))
            if printed_next:
                self.office = piece(line)
            else:
                self.signatories += named


def _printed_next(found: Sequence[Line], index: int) -> bool:
    return index + 1 < len(found) and bool(lines.imprint(found[index + 1].text))
