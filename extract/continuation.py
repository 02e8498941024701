"""Tables that go on over pages → one table each."""

from collections.abc import Sequence

from extract.caption import read_caption
from extract.performance import is_performance
from extract.sections import Annex
from schemas.document import Cell, Table

# Two pages of one scan lie a little differently: two hundredths of the page's width.
_NEAR = 0.02


def joined(annexes: Sequence[Annex]) -> tuple[Annex, ...]:
    """Join a table without a caption to the one before, where the columns agree.

    Columns agree where the outer borders do: inside, each page shows only the borders that its rows have.
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
    if _titled(annex) or before.notes or (is_performance(annex.table) and is_performance(before.table)):
        return False
    top, bottom = before.table, annex.table
    if top.edges and bottom.edges:
        return abs(top.edges[0] - bottom.edges[0]) <= _NEAR and abs(top.edges[-1] - bottom.edges[-1]) <= _NEAR
    return abs(top.column_count - bottom.column_count) <= (0 if bottom.spans_known else 2)


def _titled(annex: Annex) -> bool:
    """Whether anything but the unit line, printed again on each page, stands over the table."""
    caption = read_caption(annex.caption)
    return bool(caption.titles) or caption.attachment is not None


def _below(top: Table, bottom: Table) -> Table:
    """The rows of the second table below those of the first, in the columns of both."""
    edges = _merged(top.edges, bottom.edges) if top.edges and bottom.edges else ()
    above = [_in_columns(cell, top.edges, edges) for cell in top.cells]
    below = [_in_columns(cell, bottom.edges, edges) for cell in bottom.cells]
    moved = [cell.model_copy(update={"row": cell.row + top.row_count}) for cell in below]
    return Table(
        cells=(*above, *moved),
        row_count=top.row_count + bottom.row_count,
        column_count=len(edges) - 1 if edges else max(top.column_count, bottom.column_count),
        spans_known=top.spans_known and bottom.spans_known,
        edges=edges,
        place=top.place,
    )


def _merged(one: Sequence[float], other: Sequence[float]) -> tuple[float, ...]:
    """The borders of both tables; those that lie together are one."""
    found: list[float] = []
    for edge in sorted((*one, *other)):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return tuple(found)


def _in_columns(cell: Cell, own: Sequence[float], edges: Sequence[float]) -> Cell:
    """The cell with its column and span counted among the borders of both tables."""
    if not edges:
        return cell
    start = _nearest(own[cell.column], edges)
    end = _nearest(own[min(cell.column + cell.column_span, len(own) - 1)], edges)
    return cell.model_copy(update={"column": start, "column_span": max(1, end - start)})


def _nearest(edge: float, edges: Sequence[float]) -> int:
    return min(range(len(edges)), key=lambda n: abs(edges[n] - edge))
