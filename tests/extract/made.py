"""Short ways to make lines, tables and annexes."""

from extract import printed_notices, read
from extract.sections import Annex
from schemas.document import Cell, Document, Line, Place, Table
from schemas.printed import PrintedNotice


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(text=text, place=Place(line=n)) for n, text in enumerate(texts, start=1))


def table(*rows: str, spans_known: bool = False) -> Table:
    """One string a row, cells between tabs."""
    texts = [row.split("\t") for row in rows]
    cells = tuple(
        Cell(row=r, column=c, text=text, place=Place(line=r + 1))
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
        if text
    )
    width = max((len(row) for row in texts), default=0)
    return Table(cells=cells, row_count=len(rows), column_count=width, spans_known=spans_known)


def annex(*rows: str, caption: tuple[str, ...] = (), spans_known: bool = False) -> Annex:
    return Annex(caption=lines(*caption), table=table(*rows, spans_known=spans_known))


def document(text: str) -> Document:
    return read(text.encode(), "text/plain")


def printed(text: str) -> PrintedNotice:
    """The only notice in the text."""
    (notice,) = printed_notices(document(text))
    return notice
