"""Rows of a marked flow that lack the cell merged over them (a standard printed once for all).

The figures behind such a cell stand one column too far left in every row but the first.
"""

from collections.abc import Sequence
from decimal import Decimal

from extract.flows.grid import Row
from extract.flows.ragged import value
from schemas.document import Piece

_HALF_CENT = Decimal("0.005")


def unmerged(rows: Sequence[Row], figures: Sequence[int]) -> tuple[Row, ...] | None:
    """The rows with their figures in place; null where cells seem to be missing and no product tells which.

    `figures` are the columns of figures. Cells seem to be missing where only the first row fills the last
    of them.
    """
    last = figures[-1]
    first, *others = rows
    if not others or first[last] is None or any(row[last] for row in others):
        return tuple(rows)
    for merged in figures[:-1]:
        moved = [first, *(_moved(row, merged, last) for row in others)]
        if any(all(_is_product(row, count, first[merged], last) for row in moved) for count in figures[:-1]):
            return tuple(moved)
    return None


def _moved(row: Row, start: int, end: int) -> Row:
    """One column to the right from the merged cell on, up to the last figure."""
    return (*row[:start], None, *row[start:end], *row[end + 1 :])


def _is_product(row: Row, count: int, rate: Piece | None, amount: int) -> bool:
    """Whether count × rate = amount, rounded to the cent either way."""
    one, total = value(row[count]), value(row[amount])
    by = value(rate)
    if one is None or by is None or total is None:
        return False
    return abs(one * by - total) <= 2 * _HALF_CENT
