"""The lines below the body: signature (署名), date, copies (抄送), imprint (版记); GB/T 9704-2012, 7.4."""

from collections.abc import Sequence

from extract import lines
from extract.front import Front
from schemas.document import Line, Piece
from schemas.notation.text import split_list


def piece(line: Line, text: str | None = None) -> Piece:
    """A part of a line, at the line's place."""
    whole = text is None
    return Piece(
        text=line.text if text is None else text, place=line.place, readings=line.readings if whole else ()
    )


class Imprint:
    """The lines after the body, sorted: 署名, 成文日期, 抄送, 印发机关 and 印发日期."""

    def __init__(self, front: Front) -> None:
        self.signatories: tuple[Piece, ...] = ()
        self.cc: tuple[Piece, ...] = ()
        self.office: Piece | None = None
        self.sign_date: Piece | None = None
        self.print_date: Piece | None = None
        found = front.imprint
        for index, line in enumerate(found):
            self._take(line, printed_next=_printed_next(found, index))
        self._sign(found, front.body)

    def _take(self, line: Line, *, printed_next: bool) -> None:
        imprint = lines.imprint(line.text)
        if imprint:
            self.office = piece(line, imprint[0]) if imprint[0] else self.office
            self.print_date = piece(line, imprint[1])
        elif lines.is_cc(line.text):
            self.cc = tuple(piece(line, name) for name in split_list(lines.cc_text(line.text).rstrip("。")))
        elif lines.agencies(line.text) and printed_next:
            self.office = piece(line)

    def _sign(self, found: Sequence[Line], body: Sequence[Line]) -> None:
        """The date with the agencies above or below it; agencies alone; both behind the last sentence."""
        date = _date_index(found)
        if date is not None:
            self.sign_date = piece(found[date])
            self.signatories = _block(found[_above(found, date) : date]) or _block(found[date + 1 :])
        else:
            start = next((n for n, line in enumerate(found) if lines.agencies(line.text)), len(found))
            self.signatories = _block(found[start:])
        for line in (*found, *body[-1:]):
            whole = lines.signature(line.text) if self.sign_date is None else None
            if whole:
                self.signatories = tuple(piece(line, name) for name in whole[0])
                self.sign_date = piece(line, whole[1])


def _date_index(found: Sequence[Line]) -> int | None:
    for index, line in enumerate(found):
        below = index > 0 and bool(lines.agencies(found[index - 1].text))
        if lines.is_date(line.text) or (below and lines.is_damaged_date(line.text)):
            return index
    return None


def _above(found: Sequence[Line], date: int) -> int:
    """Where the agencies right above the date begin."""
    while date > 0 and (lines.agencies(found[date - 1].text) or lines.is_furniture(found[date - 1].text)):
        date -= 1
    return date


def _block(found: Sequence[Line]) -> tuple[Piece, ...]:
    """The agencies that the first lines name, up to the first other line or the printing agency."""
    block: tuple[Piece, ...] = ()
    for index, line in enumerate(found):
        names = lines.agencies(line.text)
        if lines.is_furniture(line.text):
            continue
        if not names or _printed_next(found, index):
            break
        block += tuple(piece(line, name) for name in names)
    return block


def _printed_next(found: Sequence[Line], index: int) -> bool:
    return index + 1 < len(found) and bool(lines.imprint(found[index + 1].text))
