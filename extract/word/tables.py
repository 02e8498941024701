"""A table of a Word file → where each cell stands and how far it reaches (17.4)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extract.readers.contract import FormatError
from extract.word.xml import Element, W, child, number, value

_MOST_COLUMNS, _MOST_CELLS = 1_000, 1_000_000


class Slot(NamedTuple):
    """A cell's place in the grid, with its element."""

    element: Element
    row: int
    column: int
    row_span: int
    column_span: int


def read_rows(table: Element) -> tuple[Slot, ...]:
    """Every cell that begins in a row; those that a merge goes on over (vMerge) make it longer."""
    slots: list[Slot] = []
    open_at: dict[int, int] = {}
    for row, element in enumerate(_rows(table)):
        column = min(number(element, "trPr", "gridBefore") or 0, _MOST_COLUMNS)
        for cell in _cells(element):
            span = min(max(number(cell, "tcPr", "gridSpan") or 1, 1), _MOST_COLUMNS)
            above = open_at.get(column)
            if _continues(cell) and above is not None:
                slots[above] = slots[above]._replace(row_span=row + 1 - slots[above].row)
            else:
                open_at[column] = len(slots)
                slots.append(Slot(cell, row, column, 1, span))
            column += span
        if len(slots) > _MOST_CELLS:
            raise FormatError("table-too-large", most=_MOST_CELLS)
    return tuple(slots)


def _continues(cell: Element) -> bool:
    """`vMerge` without a value goes on, `restart` begins."""
    merged = child(cell, "tcPr", "vMerge")
    return merged is not None and value(cell, "tcPr", "vMerge") != "restart"


def _rows(table: Element) -> Iterator[Element]:
    """Rows that weren't deleted (修订)."""
    for row in _inside(table, f"{W}tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None and child(properties, "hidden") is None:
            yield row


def _cells(row: Element) -> Iterator[Element]:
    return (cell for cell in _inside(row, f"{W}tc") if child(cell, "tcPr", "cellDel") is None)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Children of this name, also in content controls and insertions."""
    for inner in element:
        if inner.tag == tag:
            yield inner
        elif inner.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"}:
            yield from _inside(inner, tag)


def is_layout(slots: Sequence[Slot]) -> bool:
    """Whether the table only lays out the page: it holds another table of several cells."""
    return any(len(read_rows(inner)) > 1 for slot in slots for inner in slot.element.iter(f"{W}tbl"))
