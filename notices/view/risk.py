"""How much money a finding puts in doubt, and so which finding to look at first."""

from collections.abc import Iterable
from decimal import Decimal

from notices.view.flags import row_key
from notices.view.tables import NoticeTables
from schemas.dataset.codes import ColumnRole, Family, RowKind, Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.finding_codes import finding_codes
from schemas.findings import RowKey

WEIGHTS = {Severity.ERROR: Decimal(1), Severity.WARNING: Decimal("0.5"), Severity.INFO: Decimal("0.1")}

_NOTHING = Decimal(0)
_OF_THE_TOTAL = frozenset(("total_amount", "total_amount_yuan", "unit"))


def at_risk(finding: FindingRow, tables: NoticeTables) -> Decimal:
    """The money in 元, without its sign, that hangs on what the finding points at.

    That of the row; of a table as a whole its main column; of a row or table that isn't there what its
    recipient gets; of the notice's total or of another notice against it the total; else nothing.
    """
    key = row_key(finding)
    if finding.table is TableName.NOTICES or key == RowKey():
        return abs(_of_notice(finding, tables))
    if key.recipient is not None and key.row_no is None:
        meant = (row.amount_yuan for row in tables.money if row.recipient == key.recipient)
        return _total(meant)
    return _of_row(finding.table, key, tables)


def rank(finding: FindingRow, tables: NoticeTables) -> Decimal:
    """What findings are sorted by: money at risk × weight of the severity."""
    return at_risk(finding, tables) * WEIGHTS[finding.severity]


def _of_notice(finding: FindingRow, tables: NoticeTables) -> Decimal:
    entry = finding_codes().get(finding.check)
    over_the_archive = entry is not None and entry.family is Family.ARCHIVE
    if finding.column in _OF_THE_TOTAL or over_the_archive:
        return tables.notice.total_amount_yuan or _NOTHING
    return _NOTHING


def _of_row(name: TableName, key: RowKey, tables: NoticeTables) -> Decimal:
    if name in (TableName.ALLOCATIONS, TableName.MONEY):
        return _of_allocation(key, tables)
    if name is TableName.PERFORMANCE_TABLES:
        return _total(row.amount_yuan for row in tables.performance_tables if row.table_no == key.table_no)
    if name is TableName.PERFORMANCE_FUNDS:
        wanted = (key.table_no, key.fund_no)
        return _total(r.amount_yuan for r in tables.performance_funds if (r.table_no, r.fund_no) == wanted)
    return _NOTHING


def _of_allocation(key: RowKey, tables: NoticeTables) -> Decimal:
    """The cell meant; else the main column of the row meant, or of the recipients of the table meant."""
    cells = [cell for cell in tables.allocations if cell.table_no == key.table_no]
    if key.row_no is None:
        kept = [cell for cell in cells if cell.row_kind is RowKind.RECIPIENT]
    else:
        kept = [cell for cell in cells if cell.row_no == key.row_no]
    exact = [cell for cell in kept if cell.column_no == key.column_no]
    main = [cell for cell in kept if cell.column_role is ColumnRole.MAIN]
    return _total(cell.amount_yuan for cell in exact or main)


def _total(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((abs(amount) for amount in amounts if amount is not None), _NOTHING)
