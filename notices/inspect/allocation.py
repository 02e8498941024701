"""An allocation table on the terminal."""

from rich.style import Style
from rich.table import Table
from rich.text import Text

from notices.inspect.style import FAINT, flagged, grid, plain
from notices.view.allocation import Grid, GridCell, GridRow
from notices.view.words import Words
from schemas.dataset.codes import RowKind

BOLD = Style(bold=True)
_SUMS = frozenset((RowKind.TOTAL, RowKind.SUBTOTAL))


def allocation_table(of: Grid, said: Words) -> Table:
    """Lay the table out: names as printed and as matched, codes, figures to the right, totals in bold."""
    unit = said("allocation.unit", unit=of.unit) if of.unit else said("allocation.unit_unknown")
    parts = (Text(said("allocation.name", n=of.number)), plain(of.title), plain(unit, FAINT))
    table = grid(Text("  ").join(part for part in parts if part.plain))
    if of.has_serials:
        table.add_column(said("allocation.serial"), no_wrap=True)
    table.add_column(said("allocation.recipient"), overflow="fold")
    table.add_column(said("allocation.code"), no_wrap=True, style=FAINT)
    for column in of.columns:
        label = flagged(column.label or said("allocation.amount"), column.findings)
        table.add_column(label, justify="right", overflow="fold")
    for row in of.rows:
        table.add_row(*_cells(row, of, said), style=BOLD if row.kind in _SUMS else Style.null())
    return table


def _cells(row: GridRow, of: Grid, said: Words) -> list[Text]:
    serial = [plain(row.serial)] if of.has_serials else []
    return [*serial, _name(row, said), plain(row.code), *(_figure(cell) for cell in row.cells)]


def _name(row: GridRow, said: Words) -> Text:
    """`printed → canonical` where the two differ; a total with its kind."""
    printed = row.printed or row.name or said.label(row.kind)
    canonical = f" → {row.name}" if row.name and row.name != printed else ""
    kind = f" ({said.label(row.kind)})" if row.kind in _SUMS and printed != said.label(row.kind) else ""
    return flagged(f"{'  ' if row.inner else ''}{printed}{canonical}{kind}", row.findings)


def _figure(cell: GridCell | None) -> Text:
    if cell is None:
        return Text("")
    was = f"{cell.printed} → " if cell.printed is not None and cell.printed != cell.text else ""
    return flagged(f"{was}{cell.text}", cell.findings, mark_first=True)
