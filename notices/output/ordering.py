"""Rows in the order of their key, so that the same input gives the same bytes."""

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TypeVar

from schemas.dataset.columns import ColumnType, Row
from schemas.dataset.tables import TableSpec

Key = tuple[int | str, ...]
Cells = tuple[object, ...]

DIGITS = 9
"""Longer than any count; shorter than a hash, which stays text even where it is all digits."""

Part = TypeVar("Part", int, str)


def in_order(spec: TableSpec, rows: Sequence[Row]) -> list[Row]:
    """Sort rows, numbers as numbers.

    Raises TypeError on a row of another table and ValueError on two rows with one key: both mistakes of
    the code that made the rows.
    """
    strays = {type(row).__name__ for row in rows if type(row) is not spec.row_class}
    if strays:
        raise TypeError(f"{spec.name} takes {spec.row_class.__name__}, not {', '.join(sorted(strays))}")
    keyed = sorted(((place_of(spec, row), row) for row in rows), key=lambda pair: pair[0])
    for (key, _), (following, _) in pairwise(keyed):
        if key == following:
            raise ValueError(f"{spec.name} has two rows with the key {key}")
    return [row for _, row in keyed]


def cells(spec: TableSpec, rows: Sequence[Row]) -> list[Cells]:
    """Turn rows into columns: one tuple of values for each column of the table."""
    names = [column.name for column in spec.columns]
    if not rows:
        return [() for _ in names]
    columns = zip(*map(attrgetter(*names), rows), strict=True)
    return [_storable(column.type, values) for column, values in zip(spec.columns, columns, strict=True)]


def _storable(kind: ColumnType, values: Cells) -> Cells:
    """Escape what UTF-8 can't hold: names of files on Linux may carry stray bytes (PEP 383)."""
    if kind not in (ColumnType.TEXT, ColumnType.LIST) or _encodes(values):
        return values
    return tuple(_escaped(value) for value in values)


def _encodes(values: Cells) -> bool:
    try:
        "".join(str(value) for value in values).encode()
    except UnicodeEncodeError:
        return False
    return True


def _escaped(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_escaped(item) for item in value)
    return value.encode(errors="backslashreplace").decode() if isinstance(value, str) else value


def place_of(spec: TableSpec, row: Row) -> Key:
    """What rows are sorted by."""
    return tuple(sortable(getattr(row, name)) for name in spec.order or spec.key)


def sortable(part: Part) -> Part:
    """Pad the numbers in `1.10` and after the dash of a notice id."""
    if isinstance(part, int):
        return part
    return ".".join("-".join(n.zfill(DIGITS) for n in piece.split("-")) for piece in part.split("."))
