"""Tables that go on over pages → one table each."""

from collections.abc import Sequence

from extract.caption import read_caption
from extract.performance import is_performance
from extract.sections import Annex
from schemas.document import Cell, Table

# Two pages of one scan lie a little differently: two hundredths of the page's width.
_NEAR = 0.02
# Beyond a twentieth it is another table.
_SHIFTED = 0.05
_FEWEST, _MOST = 4, 0.75


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
        return _shift(top.edges, bottom.edges) is not None
    return abs(top.column_count - bottom.column_count) <= (0 if bottom.spans_known else 2)


def _shift(top: Sequence[float], bottom: Sequence[float]) -> float | None:
    """How far right the lower table lies on its page; null where the columns don't agree.

    Sheets go through a scanner a little askew. A streak may carry one outer border off: then the inner ones
    must lie alike.
    """
    if all(abs(top[n] - bottom[n]) <= _NEAR for n in (0, -1)):
        return 0.0
    shifts = [s for s in (bottom[0] - top[0], bottom[-1] - top[-1]) if abs(s) <= _SHIFTED]
    alike = {s: sum(min(abs(b - s - t) for t in top) <= _NEAR / 2 for b in bottom) for s in shifts}
    best = max(shifts, key=alike.__getitem__, default=None)
    enough = best is not None and len(bottom) >= _FEWEST and alike[best] >= _MOST * len(bottom)
    return best if enough else None


def _titled(annex: Annex) -> bool:
    """Whether anything but the unit line, printed again on each page, stands over the table."""
    caption = read_caption(annex.caption)
    return bool(caption.titles) or caption.attachment is not None


def _below(top: Table, bottom: Table) -> Table:
    """The rows of the second table below those of the first, in the columns of both."""
    shift = _shift(top.edges, bottom.edges) if top.edges and bottom.edges else None
    lower = [edge - (shift or 0.0) for edge in bottom.edges]
    edges = _merged(top.edges, lower) if top.edges and bottom.edges else ()
    above = [_in_columns(cell, top.edges, edges) for cell in top.cells]
    below = [_in_columns(cell, lower, edges) for cell in bottom.cells]
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
