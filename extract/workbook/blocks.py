"""A sheet → a page: its tables with their spans, and what about it can't be trusted.

What is hidden isn't on the page: hidden rows, columns and sheets are left out, and a problem says so where
anything stands in them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from extract.readers.raised import is_heading_row, raised
from extract.readers.trouble import unreadable
from extract.workbook.sheet import Region, Sheet, name_of
from schemas.document import Block, Cell, Page, Place, Problem, ProblemKind, Table
from schemas.reasons import reason

_SHOWN = 5


def page_of(sheet: Sheet) -> Page:
    """The sheet's blocks in reading order; none where it is blank or hidden."""
    return Page(number=sheet.number, blocks=() if sheet.hidden else tuple(_blocks(sheet)))


def problems_of(sheet: Sheet) -> Iterator[Problem]:
    """What is hidden, and formulas whose result isn't in the file."""
    place = Place(page=sheet.number)
    hidden = [place for place in sorted(sheet.texts) if _is_hidden(sheet, *place)]
    if hidden:
        names = _listed(f"{name_of(p)} {sheet.texts[p]}" for p in hidden)
        yield Problem(kind=ProblemKind.HIDDEN, detail=f"{sheet.name}!{names}", place=place)
    lost = [name_of(p) for p in sheet.uncomputed if not _is_hidden(sheet, *p)]
    if lost:
        yield unreadable(sheet.number, reason("formula-no-value", cells=f"{sheet.name}!{_listed(lost)}"))


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    more = f"… ({len(found)})" if len(found) > _SHOWN else ""
    return ", ".join(name[:40] for name in found[:_SHOWN]) + more


def _is_hidden(sheet: Sheet, row: int, column: int) -> bool:
    return sheet.hidden or row in sheet.hidden_rows or column in sheet.hidden_columns


def _blocks(sheet: Sheet) -> Iterator[Block]:
    """One table or several below one another, each with what stands over and under its grid."""
    rows, columns = _used(sheet)
    cells = tuple(_cells(sheet, rows, columns))
    if not cells:
        return
    whole = Table(
        cells=cells, row_count=len(rows), column_count=len(columns), spans_known=True,
        place=Place(page=sheet.number),
    )  # fmt: skip
    for part in _parts(whole):
        yield from raised(part, gap=True)


def _used(sheet: Sheet) -> tuple[list[int], list[int]]:
    """Visible rows and columns up to the last that holds anything."""
    last_row = max((row for row, _ in sheet.texts), default=-1)
    last_column = max((column for _, column in sheet.texts), default=-1)
    rows = [row for row in range(last_row + 1) if row not in sheet.hidden_rows]
    columns = [column for column in range(last_column + 1) if column not in sheet.hidden_columns]
    return rows, columns


def _cells(sheet: Sheet, rows: Sequence[int], columns: Sequence[int]) -> Iterator[Cell]:
    row_at, column_at = ({shown: n for n, shown in enumerate(found)} for found in (rows, columns))
    regions = {(m.top, m.left): m for m in sheet.merged}
    for (row, column), text in sorted(sheet.texts.items()):
        region = regions.get((row, column), Region(row, row, column, column))
        across = [column_at[c] for c in range(region.left, region.right + 1) if c in column_at]
        down = [row_at[r] for r in range(region.top, region.bottom + 1) if r in row_at]
        if across and down:
            yield Cell(
                row=down[0],
                column=across[0],
                row_span=len(down),
                column_span=len(across),
                text="\n".join(filter(None, (line.strip() for line in text.splitlines()))),
                place=Place(page=sheet.number, confidence=1),
            )


def _parts(table: Table) -> Iterator[Table]:
    """Cut at a blank row that a title follows: another table begins there."""
    rows = table.rows()
    covered = {r for cell in table.cells for r in range(cell.row, cell.row + cell.row_span)}
    starts = [n for n in range(1, len(rows)) if n - 1 not in covered and rows[n] and is_heading_row(rows[n])]
    bounds = [0, *starts, table.row_count]
    for first, last in pairwise(bounds):
        cells = tuple(
            cell.model_copy(update={"row": cell.row - first})
            for cell in table.cells
            if first <= cell.row < last
        )
        if cells:
            yield table.model_copy(update={"cells": cells, "row_count": last - first})
