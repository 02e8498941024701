"""Townships in a year for which no list vouches."""

from collections.abc import Iterable, Iterator

from schemas.dataset.codes import RecipientKind, RowKind, Severity, TableName
from schemas.findings import WHOLE_NOTICE, Finding, RowKey, make_finding
from schemas.notice import Match, Notice
from schemas.reference.townships import is_listed, is_newer_than_lists


def recipients(notice: Notice) -> Iterator[Finding]:
    """Townships of an allocation table whose code of the year no list tells; one finding a table."""
    for table in notice.allocations:
        rows = ((row.number, row.match) for row in table.of_kind(RowKind.RECIPIENT) if row.match)
        yield from _undated(notice, TableName.ALLOCATIONS, RowKey(table_no=table.number), rows)


def owners(notice: Notice) -> Iterator[Finding]:
    """The same of performance tables, all in one finding."""
    tables = ((table.number, table.match) for table in notice.performance)
    yield from _undated(notice, TableName.PERFORMANCE_TABLES, WHOLE_NOTICE, tables)


def _undated(
    notice: Notice, table: TableName, key: RowKey, found: Iterable[tuple[int, Match]]
) -> Iterator[Finding]:
    doubtful = [(number, match) for number, match in found if _doubtful(match, notice.year)]
    if doubtful:
        place, place_zh = ("row", "第{}行") if table == TableName.ALLOCATIONS else ("table", "第{}张")
        told = [f"{place} {n} {m.name} ({m.division_code or 'no code'})" for n, m in doubtful]
        told_zh = [f"{place_zh.format(n)}{m.name}（{m.division_code or '无代码'}）" for n, m in doubtful]
        yield make_finding(
            "recipient-code-year",
            severity=_severity([match for _, match in doubtful], notice.year),
            table=table,
            key=key,
            column="division_code",
            expected="?" if notice.year is None else notice.year,
            detail=", ".join(told),
            detail_zh="、".join(told_zh),
        )


def _severity(found: Iterable[Match], year: int | None) -> Severity:
    """A code of the newest list seldom changes in the years after it: worth knowing, no more."""
    newer = all(is_newer_than_lists(m.division_code or "", m.name or "", year) for m in found)
    return Severity.INFO if newer else Severity.WARNING


def _doubtful(match: Match, year: int | None) -> bool:
    if match.kind != RecipientKind.TOWNSHIP or match.name is None:
        return False
    return match.division_code is None or not is_listed(match.division_code, match.name, year)
