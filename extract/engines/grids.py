"""Cells that a model has placed → a grid in which each place belongs to one cell."""

from collections.abc import Iterable, Mapping

from extract.readers.contract import FormatError
from schemas.document import Cell, Place, Table

_MOST_CELLS = 1_000_000


def grid_of(cells: Iterable[Cell], place: Place) -> Table | None:
    """The table; null without any text.

    A span that lies over another cell is cut to one place. Two texts in one place are both kept there: what
    figure they are, nobody can tell. Raises `FormatError` where spans make it a bomb.
    """
    placed: dict[tuple[int, int], Cell] = {}
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    for cell in sorted(cells, key=lambda c: (c.row, c.column)):
        at = (cell.row, cell.column)
        if at in owner:
            held = placed[owner[at]]
            text = "\n".join(filter(None, (held.text, cell.text)))
            placed[owner[at]] = held.model_copy(update={"text": text})
            continue
        if len(owner) + cell.row_span * cell.column_span > _MOST_CELLS:
            raise FormatError("table-too-large", most=_MOST_CELLS)
        fitted, places = _fitted(cell, owner)
        placed[at] = fitted
        owner |= dict.fromkeys(places, at)
    if not any(cell.text for cell in placed.values()):
        return None
    return Table(
        cells=tuple(placed.values()),
        row_count=1 + max(row for row, _ in owner),
        column_count=1 + max(column for _, column in owner),
        spans_known=True,
        place=place,
    )


_At = tuple[int, int]


def _fitted(cell: Cell, owner: Mapping[_At, _At]) -> tuple[Cell, list[_At]]:
    places = [(r, c) for r in _span(cell.row, cell.row_span) for c in _span(cell.column, cell.column_span)]
    if any(one in owner for one in places):
        return cell.model_copy(update={"row_span": 1, "column_span": 1}), [(cell.row, cell.column)]
    return cell, places


def _span(start: int, size: int) -> range:
    return range(start, start + size)
