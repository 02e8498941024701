"""What stands inside a grid and belongs over or under it: title, unit and note rows become lines.

Workbooks, web pages and Word files merge a table's first rows for 附件1, its title and 单位：万元, its last
one for 注：…; a scan shows the same above and below the rules.
"""

import re
from collections.abc import Iterator, Sequence

from extract import lines
from extract.caption import is_note
from schemas.document import Block, Cell, Line, Table
from schemas.notation.labels import clause_label

_SHORT = 40
_CORNER = re.compile(
    r"^[（(]?\s*(?:金额|填[报表]|编[制报]|上报|申报|制表|计量)?\s*(?:单\s*位|日\s*期|时\s*间|人|部门)\s*[:：]"
)


def raised(table: Table, *, gap: bool) -> tuple[Block, ...]:
    """Lines over the grid, the grid itself where anything is left of it, lines under it."""
    rows = [row for row in table.rows() if row]
    if all(len(row) < 2 for row in rows):
        return tuple(_lines([cell for row in rows for cell in row], gap=gap))
    top, bottom = _top(rows), len(rows)
    while bottom > top and _is_under(rows[bottom - 1]):
        bottom -= 1
    over = [cell for row in rows[:top] for cell in row]
    under = [cell for row in rows[bottom:] for cell in row]
    middle = (_between(table, rows[top][0].row, rows[bottom - 1][0].row),) if top < bottom else ()
    return (*_lines(over, gap=gap), *middle, *_lines(under, gap=False))


def _top(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows stand over the grid; a heading right above it (一、基本情况) is the grid's own."""
    top = next((n for n, row in enumerate(rows) if not is_heading_row(row)), len(rows))
    while top and len(rows[top - 1]) == 1 and _is_part_heading(rows[top - 1][0].text):
        top -= 1
    return top


def _is_part_heading(text: str) -> bool:
    return clause_label(text) is not None and not lines.is_sentence(text)


def is_heading_row(row: Sequence[Cell]) -> bool:
    """Whether a row is no row of the grid: one cell alone, or an attachment's label beside a unit."""
    return len(row) == 1 or (len(row) <= 3 and all(_is_beside(cell.text) for cell in row))


def _is_beside(text: str) -> bool:
    """附件1, 单位：万元, 填报单位：…, 2021年3月15日: what stands over the corners of a table."""
    if len(text) > _SHORT or "\n" in text:
        return False
    return bool(_CORNER.match(text)) or lines.is_date(text) or lines.attachment_heading(text) is not None


def _is_under(row: Sequence[Cell]) -> bool:
    return len(row) == 1 and is_note(row[0].text)


def _between(table: Table, first: int, last: int) -> Table:
    """The grid of these rows; a cell that reaches over the edge is cut there."""
    cells = tuple(
        cell.model_copy(update={"row": cell.row - first, "row_span": min(cell.row_span, last + 1 - cell.row)})
        for cell in table.cells
        if first <= cell.row <= last
    )
    return table.model_copy(update={"cells": cells, "row_count": last + 1 - first})


def _lines(cells: Sequence[Cell], *, gap: bool) -> Iterator[Line]:
    for cell in cells:
        for text in cell.text.split("\n"):
            if text.strip():
                yield Line(text=text.strip(), place=cell.place, gap=gap)
                gap = False
