"""Tables that go on over pages → one table each."""

from collections.abc import Sequence

from extract.performance import is_performance
from extract.sections import Annex
from schemas.document import Table


def joined(annexes: Sequence[Annex]) -> tuple[Annex, ...]:
    """Join a table without a caption to the one before, where the columns agree.

    A header printed again on the next page stays in the rows; the table's reader drops it.
    """
    found: list[Annex] = []
    for annex in annexes:
        if found and _goes_on(found[-1], annex):
            found[-1] = found[-1].model_copy(
                update={"table": _below(found[-1].table, annex.table), "notes": annex.notes}
            )
        else:
            found.append(annex)
    return tuple(found)


def _goes_on(before: Annex, annex: Annex) -> bool:
    if annex.caption or before.notes:
        return False
    same_width = abs(before.table.column_count - annex.table.column_count) <= (
        0 if annex.table.spans_known else 2
    )
    return same_width and not (is_performance(annex.table) and is_performance(before.table))


def _below(top: Table, bottom: Table) -> Table:
    """The rows of the second table below those of the first."""
    moved = tuple(cell.model_copy(update={"row": cell.row + top.row_count}) for cell in bottom.cells)
    return Table(
        cells=(*top.cells, *moved),
        row_count=top.row_count + bottom.row_count,
        column_count=max(top.column_count, bottom.column_count),
        spans_known=top.spans_known and bottom.spans_known,
        place=top.place,
    )
