"""The pieces of a notice → one HTML document; annexes and target forms begin on a page of their own."""

from collections.abc import Iterator, Sequence
from html import escape

from benchmarks.scans.sheets.looks import Look
from benchmarks.scans.sheets.seals import seal
from benchmarks.scans.sheets.style import style
from benchmarks.scans.sheets.tables import tables
from benchmarks.synthetic.page import Grid, Page, Paragraph, Piece

_JOINT = "　"  # between the agencies of a joint letterhead


def as_html(page: Page, look: Look) -> str:
    """A whole document; seals carry the name of the agency that signs, or of the first letterhead."""
    sections = list(_sections(page.pieces))
    agency = next((p.text for p in page.pieces if isinstance(p, Paragraph) and p.part == "signature"), "")
    shown = "".join(_section(pieces, look, agency, number) for number, pieces in enumerate(sections))
    return document(shown, look)


def document(sections: str, look: Look) -> str:
    """Sections of HTML as a whole document in this look."""
    return f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>{style(look)}</style>{sections}'


def _sections(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Cut before an annex label, before the title of a further form, and before an imprint behind a table."""
    section: list[Piece] = []
    for piece in pieces:
        part = piece.part if isinstance(piece, Paragraph) else ""
        filled = any(isinstance(one, Grid) for one in section)
        if section and (part == "annex label" or (filled and part in ("table title", "rule"))):
            yield section
            section = []
        section.append(piece)
    yield section


def _section(pieces: Sequence[Piece], look: Look, agency: str, number: int) -> str:
    grids = [piece for piece in pieces if isinstance(piece, Grid)]
    form = any(not grid.header for grid in grids)
    wide = "wide" if grids and (look.wide_targets if form else look.wide_table) else ""
    kind = "target" if form else "allocation" if grids else "letter"
    shown = "".join(_piece(one, look, agency, 100 * number + n) for n, one in enumerate(_framed(pieces)))
    return f"<section class='{kind} {wide}'>{shown}</section>"


def _framed(pieces: Sequence[Piece]) -> Iterator[Piece | str]:
    """With the red line below letterhead and number at the page's top, signatures and date kept together."""
    top = [i for i, p in enumerate(pieces[:4]) if isinstance(p, Paragraph) and p.part == "letterhead"]
    follows = pieces[top[-1] + 1] if top and top[-1] + 1 < len(pieces) else None
    last = top[-1] + (isinstance(follows, Paragraph) and follows.part == "number") if top else None
    signed = [i for i, p in enumerate(pieces) if isinstance(p, Paragraph) and p.part in ("signature", "date")]
    for place, piece in enumerate(pieces):
        if place in signed[:1]:
            yield '<div class="close">'
        yield piece
        if place in signed[-1:]:
            yield "</div>"
        if place == last:
            yield '<div class="under-head"></div>'


def _piece(piece: Piece | str, look: Look, agency: str, number: int) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Grid):
        stamped = look.table_stamp if agency and piece.header else None
        marks = [seal(agency, stamped, number) if stamped else "", ""]
        return "".join(f'<div class="table">{t}{m}</div>' for t, m in zip(tables(piece), marks, strict=False))
    if piece.part == "letterhead" and _JOINT in piece.text:
        return _joint(piece.text)
    mark = ""
    if piece.part == "signature" and look.signature_stamp:
        mark = seal(piece.text, look.signature_stamp, number)
    return f"<p class='{piece.part.replace(' ', '-')}'>{escape(piece.text)}{mark}</p>"


def _joint(text: str) -> str:
    """Agencies one above the other, 文件 beside them."""
    names = text.removesuffix("文件").split(_JOINT)
    lines = "".join(f"<p>{escape(name)}</p>" for name in names)
    return f'<div class="letterhead joint"><div class="agencies">{lines}</div><div>文件</div></div>'
