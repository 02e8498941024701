"""A table as a matrix: merged cells seen at every place they cover."""

import re
from collections.abc import Sequence
from functools import lru_cache

from schemas.document import Cell, Table
from schemas.notation.numbers import is_number

# A figure with its unit or a remark behind it: 10(其中,灾情因素6万元), 35.2万元, 95%, ￥500; no 1.睢县, 8师.
_FIGURE = re.compile(
    r"^[￥¥]?\s*[-－−+]?\s*[\d０-９](?:[\d０-９,，.．\s]*[\d０-９])?\s*"
    r"(?:[千百]?[万亿]?元|[%％‰]|(?!.*[师团县市区乡镇村号批])[\u4e00-\u9fff]{1,2}|[（(].*[)）])?$"
)

# Digits among the letters that stand for them (199B, l998); a formula of columns (3=1+2) holds other signs.
_DAMAGED = re.compile(r"(?=.*\d)(?=.*[A-Za-z])[-\d,.\sA-Za-z]+", re.ASCII)

Matrix = tuple[tuple[Cell | None, ...], ...]


def matrix(table: Table) -> Matrix:
    """Rows of cells; null where the grid is blank. A spanning cell stands at each place it covers."""
    rows: list[list[Cell | None]] = [[None] * table.column_count for _ in range(table.row_count)]
    for cell in table.cells:
        if not cell.text.strip():
            continue
        for r in range(cell.row, min(cell.row + cell.row_span, table.row_count)):
            for c in range(cell.column, min(cell.column + cell.column_span, table.column_count)):
                rows[r][c] = cell
    return tuple(tuple(row) for row in rows)


def distinct(row: Sequence[Cell | None]) -> tuple[Cell, ...]:
    """The cells of a row, each once, left to right."""
    found: list[Cell] = []
    for cell in row:
        if cell is not None and (not found or found[-1] is not cell):
            found.append(cell)
    return tuple(found)


@lru_cache(maxsize=1 << 13)  # the cells of a template come back in every table
def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, perhaps with a unit or a remark."""
    bare = text.strip()
    return is_number(bare) or bool(_FIGURE.match(bare))


def is_damaged_figure(text: str) -> bool:
    """Whether a cell holds what was a figure before some of its digits were read as letters."""
    bare = text.strip()
    letters = sum(c.isalpha() for c in bare)
    return bool(_DAMAGED.fullmatch(bare)) and letters <= sum(c.isdigit() for c in bare)
