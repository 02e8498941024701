"""A table on its side: the recipients stand in its first row, what they get below them (横向表).

县区   睢县   宁陵县   合计
金额   58     42       100
"""

import re

from extract.grid import is_figure
from extract.vocabulary import squeezed
from schemas.document import Cell, Table

_FEWEST = 3
_MOST_ROWS = 6
"""More rows below a row of names are no kinds of sums."""

_PLACE = re.compile(r"(?:[省市州盟县区旗乡镇村]|街道|合计|总计|小计|本级)$")
_SUM = re.compile(r"金额|资金|补[助贴]|经费|下达|合计|奖[补励]|人数|面积|标准")


def upright(table: Table) -> Table:
    """The table with a recipient a row; the same where it stands so already."""
    return _turned(table) if _lies(table) else table


def _lies(table: Table) -> bool:
    rows = [row for row in table.rows() if row]
    if not 2 <= len(rows) <= _MOST_ROWS or any(c.row_span > 1 or c.column_span > 1 for c in table.cells):
        return False
    (corner, *names), *below = rows
    if corner.column != 0 or len(names) < _FEWEST or any(is_figure(cell.text) for cell in names):
        return False
    places = sum(bool(_PLACE.search(squeezed(cell.text))) for cell in names)
    return places == len(names) and all(_is_of_sums(row) for row in below)


def _is_of_sums(row: tuple[Cell, ...]) -> bool:
    first, *others = row
    label = first.column == 0 and bool(_SUM.search(squeezed(first.text)))
    return label and bool(others) and all(is_figure(cell.text) for cell in others)


def _turned(table: Table) -> Table:
    cells = tuple(cell.model_copy(update={"row": cell.column, "column": cell.row}) for cell in table.cells)
    return table.model_copy(
        update={"cells": cells, "row_count": table.column_count, "column_count": table.row_count, "edges": ()}
    )
