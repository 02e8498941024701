"""Sums that several checks look at."""

from collections.abc import Iterable
from decimal import Decimal

from normalize.performance.owners import identity
from schemas.dataset.codes import ColumnRole, RowKind
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Notice


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


def row_name(row: AllocationRow) -> str:
    """How a message names the row: canonical, else printed, else its number."""
    if row.match is not None and row.match.name:
        return row.match.name
    return row.name.text if row.name else str(row.number)
