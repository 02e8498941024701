"""The row that a finding points at, and what stands printed there."""

from notices.view.flags import row_key
from notices.view.tables import NoticeTables
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
from schemas.dataset.finding_rows import FindingRow
from schemas.findings import RowKey

_PRINTED = {
    "recipient": "recipient_printed",
    "recipient_kind": "recipient_printed",
    "division_code": "recipient_printed",
    "parent_code": "recipient_printed",
    "amount_yuan": "amount_printed",
    "operator": "target_printed",
    "target_value": "target_printed",
    "target_unit": "target_printed",
}
"""Canonical columns whose printed form isn't in a column of their own name."""


def row_of(finding: FindingRow, tables: NoticeTables) -> Row | None:
    """Find the first row that has every number of the key; None where there is none."""
    if finding.table is TableName.NOTICES:
        return tables.notice
    wanted = [(name, value) for name, value in row_key(finding) if value is not None]
    if not wanted:
        return None
    rows: tuple[Row, ...] = getattr(tables, finding.table.value)
    return next(
        (row for row in rows if all(getattr(row, name, None) == value for name, value in wanted)), None
    )


def printed(finding: FindingRow, tables: NoticeTables) -> str | None:
    """What the page shows where the finding points, as far as the dataset keeps it."""
    row = row_of(finding, tables)
    if row is None or not finding.column or _of_a_whole_table(finding):
        return None
    name = _PRINTED.get(finding.column, f"{finding.column.removesuffix('_printed')}_printed")
    return _text(row, name)


def recipient_of(finding: FindingRow, tables: NoticeTables) -> str | None:
    """Whose row or table is meant: the key names it, or the numbers in it do."""
    key = row_key(finding)
    if key.recipient is not None:
        return key.recipient
    if key.table_no is None or _of_a_whole_table(finding):
        return None
    row = row_of(finding, tables)
    if row is None or "recipient" not in type(row).model_fields:
        owners = (one for one in tables.performance_tables if one.table_no == key.table_no)
        return next((one.recipient or one.recipient_printed for one in owners), None)
    return _text(row, "recipient") or _text(row, "recipient_printed")


def indicator_of(finding: FindingRow, tables: NoticeTables) -> str | None:
    """Which indicator is meant, where one is."""
    row = row_of(finding, tables)
    if row is None or finding.table is not TableName.PERFORMANCE_INDICATORS or _whole(row_key(finding)):
        return None
    return _text(row, "indicator") or _text(row, "indicator_printed")


def _text(row: Row, name: str) -> str | None:
    value: object = getattr(row, name, None)
    return None if value is None else str(value)


def _of_a_whole_table(finding: FindingRow) -> bool:
    """An allocation table has many rows; a performance table is one."""
    in_rows = finding.table in (TableName.ALLOCATIONS, TableName.MONEY)
    return in_rows and _whole(row_key(finding))


def _whole(key: RowKey) -> bool:
    return key.row_no is None
