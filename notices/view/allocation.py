"""Allocation tables (资金分配表) as grids again: rows × measured columns."""

from collections.abc import Iterable
from itertools import groupby

from notices.view.figures import BLANK, grouped
from notices.view.flags import Flags
from notices.view.tables import NoticeTables
from schemas.dataset.codes import ColumnRole, Measure, Method, RowKind, TableName, Unit
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.money_rows import AllocationRow
from schemas.model import Frozen

_TABLE = TableName.ALLOCATIONS


class GridCell(Frozen):
    """A measured cell: canonical figure, and what is printed where that isn't the same."""

    text: str
    printed: str | None = None
    method: Method = Method.READ
    findings: tuple[FindingRow, ...] = ()


class GridColumn(Frozen):
    """A measured column."""

    number: int
    label: str | None
    role: ColumnRole
    unit: Unit | None
    findings: tuple[FindingRow, ...] = ()


class GridRow(Frozen):
    """A row: `printed` as on the page, `name` and `code` canonical; `cells` follow the columns."""

    number: int
    serial: str | None
    printed: str | None
    name: str | None
    code: str | None
    kind: RowKind
    inner: bool
    findings: tuple[FindingRow, ...]
    cells: tuple[GridCell | None, ...]


class Grid(Frozen):
    """An allocation table; `findings` are those about the table as a whole."""

    number: int
    title: str | None
    unit: Unit | None
    columns: tuple[GridColumn, ...]
    rows: tuple[GridRow, ...]
    findings: tuple[FindingRow, ...]

    @property
    def has_serials(self) -> bool:
        """Whether any row is numbered."""
        return any(row.serial for row in self.rows)


def grids(tables: NoticeTables, flags: Flags) -> tuple[Grid, ...]:
    """Put the cells of every allocation table back in rows and columns."""
    by_table = groupby(tables.allocations, key=lambda cell: cell.table_no)
    return tuple(_grid(number, tuple(cells), flags) for number, cells in by_table)


def _grid(number: int, cells: tuple[AllocationRow, ...], flags: Flags) -> Grid:
    columns = _columns(cells, flags)
    main = next((column for column in columns if column.role is ColumnRole.MAIN), columns[0])
    by_row = groupby(cells, key=lambda cell: cell.row_no)
    return Grid(
        number=number,
        title=cells[0].table_title,
        unit=main.unit,
        columns=columns,
        rows=tuple(_row(tuple(group), columns, flags) for _, group in by_row),
        findings=flags.table(_TABLE, number),
    )


def _columns(cells: Iterable[AllocationRow], flags: Flags) -> tuple[GridColumn, ...]:
    first: dict[int, AllocationRow] = {}
    for cell in cells:
        first.setdefault(cell.column_no, cell)
    return tuple(
        GridColumn(
            number=number,
            label=cell.column_printed,
            role=cell.column_role,
            unit=cell.unit,
            findings=flags.header(_TABLE, cell.table_no, number),
        )
        for number, cell in sorted(first.items())
    )


def _row(cells: tuple[AllocationRow, ...], columns: tuple[GridColumn, ...], flags: Flags) -> GridRow:
    first = cells[0]
    by_column = {cell.column_no: _cell(cell, flags) for cell in cells}
    return GridRow(
        number=first.row_no,
        serial=first.serial,
        printed=first.recipient_printed,
        name=first.recipient,
        code=first.division_code,
        kind=first.row_kind,
        inner=first.parent_row_no is not None,
        findings=flags.name(_TABLE, first.table_no, first.row_no),
        cells=tuple(by_column.get(column.number) for column in columns),
    )


def _cell(cell: AllocationRow, flags: Flags) -> GridCell:
    return GridCell(
        text=figure(cell),
        printed=None if cell.method is Method.READ else cell.amount_printed,
        method=cell.method,
        findings=flags.cell(_TABLE, cell.table_no, cell.row_no, cell.column_no),
    )


def figure(cell: AllocationRow) -> str:
    """The figure with thousands commas; what isn't one as printed."""
    if cell.amount is None or cell.measure is Measure.TEXT:
        return cell.amount_printed or BLANK
    return grouped(cell.amount)
