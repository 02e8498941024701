"""A sheet as any workbook library gives it: what is shown in each cell, what is merged, what is hidden."""

from typing import NamedTuple

Place = tuple[int, int]
"""Row and column, 0-based."""


class Region(NamedTuple):
    """Merged cells (合并单元格): first row, last row, first column, last column, 0-based."""

    top: int
    bottom: int
    left: int
    right: int


class Sheet(NamedTuple):
    """A sheet; `number` counts all sheets of the file from 1.

    `texts` holds what is shown in each cell that isn't blank. `uncomputed` are the places of formulas whose
    result the file doesn't hold.
    """

    name: str
    number: int
    texts: dict[Place, str]
    merged: tuple[Region, ...] = ()
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    uncomputed: tuple[Place, ...] = ()


def name_of(place: Place) -> str:
    """As Excel calls a cell: B3."""
    row, column = place
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"
