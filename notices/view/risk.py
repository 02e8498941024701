"""How much money a finding puts in doubt, and so which finding to look at first.

Money that nobody knows ranks above any that is known: what could not be read may be any sum.
"""

from collections.abc import Iterable
from decimal import Decimal
from enum import IntEnum

from notices.view.flags import row_key
from notices.view.tables import NoticeTables
from schemas.dataset.codes import ColumnRole, Family, RowKind, Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.finding_codes import finding_codes
from schemas.findings import RowKey
from schemas.model import Frozen

WEIGHTS = {Severity.ERROR: Decimal(1), Severity.WARNING: Decimal("0.5"), Severity.INFO: Decimal("0.1")}

_NOTHING = Decimal(0)
_OF_THE_TOTAL = frozenset(("total_amount", "total_amount_yuan", "unit"))
_WITH_MONEY = frozenset(
    (TableName.ALLOCATIONS, TableName.MONEY, TableName.PERFORMANCE_TABLES, TableName.PERFORMANCE_FUNDS)
)


class Hidden(IntEnum):
    """What of the money is out of sight; the more may be behind it, the higher."""

    NOTHING = 0
    FIGURE = 1
    TABLE = 2
    PAGE = 3
    FILE = 4


class Rank(Frozen):
    """What findings are sorted by: first what is hidden, then known money at risk × weight of severity."""

    hidden: Hidden
    weighed: Decimal

    @property
    def order(self) -> tuple[int, Decimal]:
        """The most pressing is the smallest."""
        return -self.hidden, -self.weighed


def rank(finding: FindingRow, tables: NoticeTables) -> Rank:
    """How pressing a finding is."""
    behind = hidden(finding)
    known = _NOTHING if behind else at_risk(finding, tables)
    return Rank(hidden=behind, weighed=known * WEIGHTS[finding.severity])


def together(ranks: Iterable[Rank]) -> Rank:
    """How pressing the findings of a notice are: the most that is hidden, and all that is known."""
    found = list(ranks)
    behind = max((one.hidden for one in found), default=Hidden.NOTHING)
    return Rank(hidden=behind, weighed=sum((one.weighed for one in found), _NOTHING))


def hidden(finding: FindingRow) -> Hidden:
    """Behind what the money is that the finding says can't be known; nothing where its figures are there."""
    entry = finding_codes().get(finding.check)
    if entry is None or not entry.hides_money:
        return Hidden.NOTHING
    key = row_key(finding)
    if finding.table is TableName.NOTICES:
        return Hidden.FILE if key.page is None else Hidden.PAGE
    if finding.table not in _WITH_MONEY:
        return Hidden.NOTHING
    return Hidden.TABLE if key.row_no is None and key.fund_no is None else Hidden.FIGURE


def at_risk(finding: FindingRow, tables: NoticeTables) -> Decimal:
    """The known money in 元, without its sign, that hangs on what the finding points at.

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
