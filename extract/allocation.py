"""An annex that holds money → an allocation table as printed (资金分配表)."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extract.allocation_columns import ColumnPlan, plan_columns
from extract.caption import read_caption
from extract.grid import Matrix, distinct, is_damaged_figure, is_figure, matrix
from extract.sections import Annex
from extract.transpose import upright
from extract.vocabulary import squeezed
from schemas.document import Cell, Piece
from schemas.notation.docnumber import find_doc_numbers
from schemas.notation.money import find_units
from schemas.printed import Caption, PrintedAllocation, PrintedRow

_DASH = re.compile(r"^\s*[-－—–―]+\s*$")


def read_allocation(annex: Annex) -> PrintedAllocation | None:
    """Read the table; null where no names or no figures can be told apart."""
    rows = matrix(upright(annex.table))
    top, caption = _inner_titles(rows, read_caption(annex.caption))
    body = _first_data_row(rows, top)
    header, data = rows[top:body], tuple(row for row in rows[body:] if _is_data(row, rows[top:body]))
    plan = plan_columns(header, data, spans_known=annex.table.spans_known)
    if plan is None:
        return None
    return PrintedAllocation(
        caption=caption,
        columns=plan.columns,
        rows=tuple(_rows(data, plan)),
        header_texts=tuple(_citing(header)),
        place=annex.table.place,
    )


def _inner_titles(rows: Matrix, caption: Caption) -> tuple[int, Caption]:
    """Titles and unit lines printed inside the grid's first rows (a workbook's way)."""
    top = 0
    while top < len(rows) and len(distinct(rows[top])) <= 1:
        cells = distinct(rows[top])
        if cells and is_figure(cells[0].text):
            break
        caption = _with_inner(caption, cells[0]) if cells else caption
        top += 1
    return (top, caption) if top < len(rows) else (0, caption)


def _with_inner(caption: Caption, cell: Cell) -> Caption:
    piece = Piece(text=cell.text, place=cell.place, readings=cell.readings)
    if "单位" in squeezed(cell.text) and find_units(cell.text):
        return caption.model_copy(update={"unit": caption.unit or piece})
    return caption.model_copy(update={"titles": (*caption.titles, piece)})


def _first_data_row(rows: Matrix, top: int) -> int:
    """The first row with a figure that is neither a year, a column number nor part of a number cited."""
    for index in range(top, len(rows)):
        if _has_figures(rows[index]) and not _is_header_row(rows[index]):
            return index
    return len(rows)


def _has_figures(row: Sequence[Cell | None]) -> bool:
    """A damaged figure or a dash behind a name counts: a first row taken for header is silently lost."""
    cells = distinct(row)
    if any(_DASH.match(cell.text) for cell in cells[1:]):
        return True
    return any(is_figure(cell.text) or is_damaged_figure(cell.text) for cell in cells)


def _is_header_row(row: Sequence[Cell | None]) -> bool:
    cells = distinct(row)
    figures = [squeezed(c.text) for c in cells if is_figure(c.text)]
    labels = [squeezed(c.text) for c in cells if not is_figure(c.text)]
    if any(label in _HEADER_LABELS for label in labels):
        return True
    years = bool(figures) and all(_YEAR.match(f) for f in figures)
    named = any(f.endswith(("年", "度")) for f in figures)
    counted = len(figures) > 2 and figures == [
        str(n) for n in range(int_or(figures[0]), int_or(figures[0]) + len(figures))
    ]
    # A lone 1968 may be the first recipient's money: without 年 years come in a row.
    row_of_years = len(figures) > 1 and all(abs(int_or(a) - int_or(b)) == 1 for a, b in pairwise(figures))
    return (years and (named or row_of_years)) or (counted and not labels)


def int_or(text: str, otherwise: int = 0) -> int:
    """The integer that the text prints in ASCII digits, else the other value."""
    return int(text) if text.isascii() and text.isdigit() else otherwise


def _is_data(row: Sequence[Cell | None], header: Matrix) -> bool:
    """Not blank, no note across the table, no header repeated after a page end."""
    cells = distinct(row)
    if not cells or (len(cells) == 1 and _is_note(cells[0].text)):
        return False
    texts = [squeezed(c.text) for c in cells]
    return not any(texts == [squeezed(c.text) for c in distinct(h)] for h in header)


def _is_note(text: str) -> bool:
    return text.startswith(("注", "备注", "说明")) or len(text) > 40


def _rows(data: Matrix, plan: ColumnPlan) -> Iterable[PrintedRow]:
    for group in plan.groups:
        for row in data:
            cells = tuple(row[c] if c is not None else None for c in group)
            if any(cells):
                place = next(cell.place for cell in cells if cell is not None)
                yield PrintedRow(cells=tuple(_piece(cell) for cell in cells), place=place)


def _piece(cell: Cell | None) -> Piece | None:
    return Piece(text=cell.text, place=cell.place, readings=cell.readings) if cell else None


def _citing(header: Matrix) -> Iterable[Piece]:
    for row in header:
        for cell in distinct(row):
            if find_doc_numbers(cell.text):
                yield Piece(text=cell.text, place=cell.place)


_YEAR = re.compile(r"^(?:19|20)\d\d年?度?$")
_HEADER_LABELS = frozenset(
    {"序号", "编号", "栏次", "行次", "单位", "单位名称", "地区", "备注", "县市", "名称"}
)
