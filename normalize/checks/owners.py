"""Whose the performance tables are, and which are missing."""

from collections.abc import Iterator
from decimal import Decimal

from normalize.checks import matches
from normalize.checks.figures import column_sums, main_yuan, payments
from normalize.checks.matches import Matched
from normalize.performance.owners import identity
from schemas.dataset.codes import ColumnRole, MatchMethod, TableName, Unit
from schemas.dataset.decimals import plain
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Notice


def _matched(notice: Notice) -> Iterator[Matched]:
    for table in notice.performance:
        yield Matched(
            table=TableName.PERFORMANCE_TABLES,
            key=RowKey(table_no=table.number),
            printed=table.recipient_printed or "",
            match=table.match,
            money=bool(table.amount and table.amount.value),
            evidence=table.evidence,
        )


def unknown(notice: Notice) -> Iterator[Finding]:
    """A table whose owner nothing names; one without a name over the whole sum is everybody's."""
    sums = [s for table in notice.allocations for s in column_sums(table)]
    whole = {s.yuan for s in sums if s.column.role in (ColumnRole.MAIN, ColumnRole.SUM)}
    for table, found in zip(notice.performance, _matched(notice), strict=True):
        everybodys = not found.printed and table.amount and table.amount.yuan in whole
        if not (everybodys and len(notice.performance) == 1):
            yield from matches.unknown([found])


def ambiguous(notice: Notice) -> Iterator[Finding]:
    """A table that two divisions fit alike."""
    yield from matches.ambiguous(_matched(notice))


def inferred(notice: Notice) -> Iterator[Finding]:
    """A table whose owner evidence names."""
    yield from matches.inferred(_matched(notice))


def outside(notice: Notice) -> Iterator[Finding]:
    """A table of a division elsewhere in the nation."""
    yield from matches.outside(_matched(notice), notice.header.jurisdiction_name or "")


def spelling(notice: Notice) -> Iterator[Finding]:
    """A misspelt owner."""
    yield from matches.spelling(_matched(notice))


def resembling(notice: Notice) -> Iterator[Finding]:
    """A zone or unit as owner that resembles a listed one."""
    yield from matches.resembling(_matched(notice))


def duplicates(notice: Notice) -> Iterator[Finding]:
    """Two tables of one template for one recipient."""
    seen: dict[tuple[str, int], int] = {}
    for table in notice.performance:
        if table.match.name is None:
            continue
        first = seen.setdefault((identity(table.match), table.family), table.number)
        if first != table.number:
            yield make_finding(
                "recipient-duplicate",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(table_no=table.number),
                column="recipient",
                recipient=table.match.name,
                detail=f"tables {first} and {table.number}",
                detail_zh=f"第{first}张与第{table.number}张绩效目标表",
            )


def missing(notice: Notice) -> Iterator[Finding]:
    """A recipient with money and no table while others have one."""
    owners = {identity(t.match) for t in notice.performance if t.match.name is not None}
    code = notice.header.jurisdiction_code
    if not owners - {code}:  # none, or one for the whole jurisdiction
        return
    for key, rows in payments(notice).items():
        paid = sum((main_yuan(table, row) or Decimal(0) for table, row in rows), Decimal(0))
        unit = rows[0][0].unit or Unit.YUAN
        match = rows[0][1].match
        if key not in owners and paid and match is not None and match.name is not None:
            yield make_finding(
                "performance-missing",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(recipient=match.name),
                expected=f"{plain(paid / unit.factor)} {unit}",
            )


def unexpected(notice: Notice) -> Iterator[Finding]:
    """A table without an allocation row; a table for the whole jurisdiction is none."""
    paid = payments(notice)
    for table in notice.performance:
        code = table.match.division_code
        whole = code is not None and code == notice.header.jurisdiction_code
        named = table.match.name is not None and table.match.method != MatchMethod.NONE
        if paid and named and not whole and identity(table.match) not in paid:
            yield make_finding(
                "performance-unexpected",
                table=TableName.PERFORMANCE_TABLES,
                key=RowKey(table_no=table.number, recipient=table.match.name),
                actual=table.amount.printed if table.amount else "",
            )
