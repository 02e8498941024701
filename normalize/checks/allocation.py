"""Identities of the allocation tables: totals, subtotals, columns, body text, serial numbers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from normalize.checks.figures import (
    column_sums,
    fits,
    is_blank,
    other_unit,
    row_name,
    summed,
    summed_yuan,
    total_row,
    value,
)
from normalize.checks.text_held import held_against_tables, of_its_title
from schemas.dataset.codes import AllocationOrigin, ColumnRole, Measure, RowKind, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Notice
from schemas.text_sums import TextPart

_TOTAL = "allocation-total"
_ADDED_UP = (Measure.AMOUNT, Measure.COUNT)


def totals(notice: Notice) -> Iterator[Finding]:
    """The recipients' figures against the printed total, column by column."""
    for table in notice.allocations:
        total = total_row(table)
        rows = table.of_kind(RowKind.RECIPIENT)
        for column in table.columns if total else ():
            figures = _open(total, rows, column) if total else None
            if total and figures:
                yield _identity(_TOTAL, table, total, column, figures)


def subtotals(notice: Notice) -> Iterator[Finding]:
    """A subtotal against the rows under it."""
    for table in notice.allocations:
        for row in table.of_kind(RowKind.SUBTOTAL):
            members = [r for r in table.of_kind(RowKind.RECIPIENT) if r.parent == row.number]
            for column in table.columns:
                figures = _open(row, members, column)
                if figures:
                    yield _identity("allocation-subtotal", table, row, column, figures)


def _open(
    row: AllocationRow, members: Sequence[AllocationRow], column: AllocationColumn
) -> tuple[Decimal, Decimal] | None:
    """What the row prints and its members' sum where they differ, by a 分 at least: float dust is less."""
    expected, actual = value(row, column), summed(members, column)
    if members and expected and is_blank(members, column):
        actual = Decimal(0)
    if column.measure not in _ADDED_UP or expected is None or actual is None or expected == actual:
        return None
    cell = row.cells[column.number - 1]
    fen = summed_yuan(members, column)
    return None if cell and fen is not None and cell.yuan == fen else (expected, actual)


def crossfoot(notice: Notice) -> Iterator[Finding]:
    """Parts against the main column; earlier and main against their sum.

    Where fewer than half of the rows close, the columns are no such identity and nothing is said.
    """
    for table in notice.allocations:
        for whole, parts in _identities(table):
            rows = [(row, value(row, whole), _added(row, parts)) for row in table.rows]
            asked = [(r, v, s) for r, v, s in rows if v is not None and s is not None]
            open_ones = [(r, v, s) for r, v, s in asked if v != s]
            if 2 * len(open_ones) < len(asked):
                for row, expected, actual in open_ones:
                    yield _identity("allocation-crossfoot", table, row, whole, (expected, actual))


def _identities(table: Allocation) -> Iterator[tuple[AllocationColumn, tuple[AllocationColumn, ...]]]:
    main, parts = table.with_role(ColumnRole.MAIN), table.with_role(ColumnRole.PART)
    if len(main) == 1 and len(parts) >= 2:
        yield main[0], parts
    earlier, sums = table.with_role(ColumnRole.EARLIER), table.with_role(ColumnRole.SUM)
    if main and earlier and len(sums) == 1:
        yield sums[0], (*earlier, *main)


def _added(row: AllocationRow, columns: tuple[AllocationColumn, ...]) -> Decimal | None:
    """The sum of the row's cells, blank ones as nothing; null if all are blank or one is unreadable."""
    cells = [cell for column in columns if (cell := row.cells[column.number - 1]) is not None]
    values = [cell.value for cell in cells if cell.value is not None]
    return sum(values, Decimal(0)) if values and all(cell.readable for cell in cells) else None


def _identity(
    code: str,
    table: Allocation,
    row: AllocationRow,
    column: AllocationColumn,
    figures: tuple[Decimal, Decimal],
) -> Finding:
    expected, actual = figures
    key = RowKey(table_no=table.number, row_no=row.number, column_no=column.number)
    stated = partial(
        make_finding,
        code,
        table=TableName.ALLOCATIONS,
        key=key,
        column="amount",
        expected=expected,
        actual=actual,
        difference=actual - expected,
        label=column.printed,
        place=row.place,
    )
    return stated() if row.kind == RowKind.TOTAL and code == _TOTAL else stated(recipient=row_name(row))


def text_amount(notice: Notice) -> Iterator[Finding]:
    """What the body text sends down against the tables; rounding in the text is no difference.

    The sum may be that of any column, or of all tables together; a recipient's is `text_parts`' to check,
    that of a list in running text `prose`'s.
    """
    recipients = {(h.part.amount.clause, h.part.amount.printed) for h in held_against_tables(notice) if h.row}
    sent = [a for a in notice.amounts if a.sent and (a.clause, a.printed) not in recipients]
    tables = [t for t in notice.allocations if t.origin is AllocationOrigin.TABLE]
    found = [sums for table in tables for sums in column_sums(table)]
    mains = [s for s in found if s.column.role == ColumnRole.MAIN]
    grand = sum((s.yuan for s in mains), Decimal(0))
    if not sent or not mains or any(fits(a, y) for a in sent for y in (grand, *(s.yuan for s in found))):
        return
    if any(other_unit(amount.yuan, s) for amount in sent for s in mains):
        return  # the same digits: the unit is in question, not the figure, and `units` speaks of it
    if any(fits(p.amount, s.yuan) and of_its_title(p, s.table) for p in _parts_sent(notice) for s in mains):
        return  # several funds are sent, the table divides the one that its title names
    yield make_finding(
        "allocation-text-amount",
        table=TableName.ALLOCATIONS,
        key=RowKey(table_no=mains[0].table.number, row_no=mains[0].row_no, column_no=mains[0].column.number),
        column="amount",
        expected=sent[0].yuan,
        actual=mains[0].yuan,
        difference=mains[0].yuan - sent[0].yuan,
        label=mains[0].column.printed,
        clause=sent[0].clause,
    )


def _parts_sent(notice: Notice) -> Iterator[TextPart]:
    for one in notice.breakdowns:
        if one.whole is not None and one.whole.amount.sent:
            yield from one.parts


def serials(notice: Notice) -> Iterator[Finding]:
    """序号 doubled or left out; they may start anew under each subtotal."""
    for table in notice.allocations:
        groups: dict[int | None, list[int]] = defaultdict(list)
        for row in table.rows:
            if row.serial and row.serial.isascii() and row.serial.isdigit():
                groups[row.parent].append(int(row.serial))
        numbers = [n for group in groups.values() for n in group]
        doubled, left_out = _irregular(numbers)
        anew = all(_irregular(group) == ([], []) for group in groups.values())
        if (doubled or left_out) and not anew and len(left_out) <= len(numbers):
            yield make_finding(
                "allocation-serial",
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="serial",
                detail=f"doubled {doubled}, missing {left_out}",
                detail_zh=f"重复 {doubled}，缺 {left_out}",
            )


def _irregular(numbers: Sequence[int]) -> tuple[list[int], list[int]]:
    """Those that stand twice, those left out up to the greatest."""
    doubled = sorted(n for n, count in Counter(numbers).items() if count > 1)
    return doubled, sorted(set(range(1, max(numbers, default=0) + 1)) - set(numbers))
