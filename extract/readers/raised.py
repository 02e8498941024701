"""What stands inside a grid and belongs over or under it: title, unit and note rows become lines.

Workbooks, web pages and Word files merge a table's first rows for 附件1, its title and 单位：万元, its last
one for 注：…; a scan shows the same above and below the rules.
"""

import re
from collections.abc import Iterator, Sequence

from extract import lines
from extract.caption import is_caption, is_note
from schemas.document import Block, Cell, Line, Table

_SHORT = 40
_CORNER = re.compile(
    r"^[（(]?\s*(?:金额|填[报表]|编[制报]|上报|申报|制表|计量)?\s*(?:单\s*位|日\s*期|时\s*间|人|部门)\s*[:：]"
)


def raised(table: Table, *, gap: bool) -> tuple[Block, ...]:
    """Lines over the grid, the grid itself where anything is left of it, lines under it."""
    rows = table.rows()
    filled = [n for n, row in enumerate(rows) if row]
    top = next((i for i, n in enumerate(filled) if not _is_over(rows[n], table)), len(filled))
    bottom = len(filled)
    while bottom > top and _is_under(rows[filled[bottom - 1]]):
        bottom -= 1
    over = [cell for n in filled[:top] for cell in rows[n]]
    under = [cell for n in filled[bottom:] for cell in rows[n]]
    kept = filled[top:bottom]
    middle = (_between(table, kept[0], kept[-1]),) if kept else ()
    return (*_lines(over, gap=gap), *middle, *_lines(under, gap=False))


def _is_over(row: Sequence[Cell], table: Table) -> bool:
    """One cell that stands alone on its row, or an attachment's label and a unit side by side."""
    if len(row) == 1:
        wide = row[0].column_span * 2 > table.column_count
        return (wide or row[0].row_span == 1) and _is_title(row[0].text)
    return len(row) <= 3 and all(_is_beside(cell.text) for cell in row)


def _is_title(text: str) -> bool:
    return all(is_caption(line) for line in text.split("\n"))


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
