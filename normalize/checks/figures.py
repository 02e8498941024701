"""Sums that several checks look at."""

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal

from normalize.performance.owners import identity
from schemas.dataset.codes import ColumnRole, RowKind, Unit
from schemas.model import Frozen
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Notice
from schemas.text_sums import TextAmount


def total_row(table: Allocation) -> AllocationRow | None:
    """The row that sums the whole table, if one is printed."""
    return next(iter(table.of_kind(RowKind.TOTAL)), None)


def value(row: AllocationRow, column: AllocationColumn) -> Decimal | None:
    """The figure in the printed unit."""
    cell = row.cells[column.number - 1]
    return cell.value if cell else None


def summed(rows: Iterable[AllocationRow], column: AllocationColumn) -> Decimal | None:
    """The sum of the rows; null where none has a figure or one can't be read."""
    cells = [row.cells[column.number - 1] for row in rows]
    if any(cell is not None and not cell.readable for cell in cells):
        return None
    values = [cell.value for cell in cells if cell is not None and cell.value is not None]
    return sum(values, Decimal(0)) if values else None


def summed_yuan(rows: Iterable[AllocationRow], column: AllocationColumn) -> Decimal | None:
    """The same in 元, each figure to a 分; null without a unit."""
    cells = [row.cells[column.number - 1] for row in rows]
    values = [cell.yuan for cell in cells if cell is not None and cell.yuan is not None]
    return sum(values, Decimal(0)) if values else None


def is_blank(rows: Iterable[AllocationRow], column: AllocationColumn) -> bool:
    """Whether none of the rows prints anything in the column."""
    cells = [row.cells[column.number - 1] for row in rows]
    return all(cell is None or (cell.value is None and cell.readable) for cell in cells)


class ColumnSum(Frozen):
    """A money column's printed total, or its sum where none is printed, in its own unit and in 元."""

    table: Allocation
    column: AllocationColumn
    row_no: int | None
    figure: Decimal
    yuan: Decimal


def column_sums(table: Allocation) -> Iterator[ColumnSum]:
    """One for each column with a unit."""
    total = total_row(table)
    row_no = total.number if total else None
    for column in table.columns:
        printed = value(total, column) if total else None
        figure = printed if printed is not None else summed(table.of_kind(RowKind.RECIPIENT), column)
        if column.unit is not None and figure is not None:
            yuan = figure * column.unit.factor
            yield ColumnSum(table=table, column=column, row_no=row_no, figure=figure, yuan=yuan)


def other_unit(yuan: Decimal, found: ColumnSum) -> Unit | None:
    """The unit, not the column's own, in which the same digits are this sum."""
    units = [u for u in Unit if found.figure and u != found.column.unit and yuan == found.figure * u.factor]
    return units[0] if units else None


def fits(text: TextAmount, table: Decimal) -> bool:
    """Equal, or the table's figure in 元 rounded to the last digit that the text prints."""
    return text.yuan == (table / text.step).quantize(Decimal(1), ROUND_HALF_UP) * text.step


def payments(notice: Notice) -> dict[str, list[tuple[Allocation, AllocationRow]]]:
    """The recipient rows of all allocation tables, by whom they pay."""
    found: dict[str, list[tuple[Allocation, AllocationRow]]] = {}
    for table in notice.allocations:
        for row in table.of_kind(RowKind.RECIPIENT):
            if row.match is not None and row.match.name is not None:
                found.setdefault(identity(row.match), []).append((table, row))
    return found


def main_yuan(table: Allocation, row: AllocationRow) -> Decimal | None:
    """What the row gets by this notice, in 元; null where no main column has a figure."""
    cells = [table.cell(row, column) for column in table.with_role(ColumnRole.MAIN)]
    found = [cell.yuan for cell in cells if cell is not None and cell.yuan is not None]
    return sum(found, Decimal(0)) if found else None


def recipients_yuan(table: Allocation) -> Decimal | None:
    """What the recipients get in all, in 元; null where one of the figures isn't known."""
    found = [main_yuan(table, row) for row in table.of_kind(RowKind.RECIPIENT)]
    return None if None in found else sum((f for f in found if f is not None), Decimal(0))


def row_name(row: AllocationRow) -> str:
    """How a message names the row: canonical, else printed, else its number."""
    if row.match is not None and row.match.name:
        return row.match.name
    return row.name.text if row.name else str(row.number)
