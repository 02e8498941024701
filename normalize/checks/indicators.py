"""The indicators: missing, unknown, cut out of one cell, renamed or moved by their siblings."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from schemas.dataset.codes import Method, Severity, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Indicator, Notice, PerformanceTable

_MOST = 0.75

TABLE = TableName.PERFORMANCE_INDICATORS


def missing(notice: Notice) -> Iterator[Finding]:
    """An indicator that three quarters of the template's tables have."""
    families: dict[int, list[PerformanceTable]] = defaultdict(list)
    for table in notice.performance:
        families[table.family].append(table)
    for tables in families.values():
        votes = Counter(name for table in tables for name in dict.fromkeys(i.name for i in table.indicators))
        for table in tables:
            have = {i.name for i in table.indicators}
            for name, count in votes.items():
                if name and name not in have and count >= _MOST * (len(tables) - 1):
                    key = RowKey(table_no=table.number, recipient=table.match.name, indicator=name)
                    yield make_finding(
                        "indicator-missing", table=TABLE, key=key, column="indicator", expected=name
                    )


def unknown(notice: Notice) -> Iterator[Finding]:
    """A name that the catalogue doesn't have; once for all tables that print it."""
    seen: set[str] = set()
    for table in notice.performance:
        for row in table.indicators:
            if row.name and row.indicator_id is None and row.name not in seen:
                seen.add(row.name)
                yield make_finding(
                    "indicator-unknown",
                    table=TABLE,
                    key=_key(table, row),
                    column="indicator_id",
                    actual=row.name,
                )


def split(notice: Notice) -> Iterator[Finding]:
    """One cell held several indicators."""
    for table in notice.performance:
        cells: dict[str, list[Indicator]] = defaultdict(list)
        for row in table.indicators:
            if row.split_from is not None:
                cells[row.split_from].append(row)
        for printed, rows in cells.items():
            for row in rows:
                yield make_finding(
                    "indicator-split",
                    table=TABLE,
                    key=_key(table, row),
                    column="indicator",
                    actual=printed,
                    detail=" / ".join(r.name for r in rows),
                )


def levels(notice: Notice) -> Iterator[Finding]:
    """A level that the reading of the merged cells didn't give."""
    for table in notice.performance:
        for row in table.indicators:
            if row.level.method == Method.REPAIRED:
                printed = [text for text in (row.level.level1_printed, row.level.level2_printed) if text]
                yield make_finding(
                    "indicator-level-repaired",
                    table=TABLE,
                    key=_key(table, row),
                    column="level2",
                    expected=f"{row.level.level1} / {row.level.level2}",
                    actual=" / ".join(printed),
                    detail="the standard form, sibling tables and the catalogue",
                    detail_zh="依据标准表式、同类表格与指标库",
                )


def names(notice: Notice) -> Iterator[Finding]:
    """A name replaced by the one its siblings print."""
    for table in notice.performance:
        for row in table.indicators:
            if row.method == Method.REPAIRED:
                yield make_finding(
                    "value-repaired",
                    severity=Severity.INFO,
                    table=TABLE,
                    key=_key(table, row),
                    column="indicator",
                    expected=row.name,
                    actual=row.printed,
                    detail="most sibling tables print it so",
                    detail_zh="多数同类表格如此",
                )


def blanks(notice: Notice) -> Iterator[Finding]:
    """A target without a name, a name without a target."""
    for table in notice.performance:
        for row in table.indicators:
            if not row.name:
                detail = (
                    f"the target {row.target_printed} stands alone",
                    f"指标值“{row.target_printed}”无对应指标",
                )
                yield _blank(table, row, "indicator", detail)
            elif row.target is None:
                detail = (f"the indicator {row.name} has no target", f"指标“{row.name}”无指标值")
                yield _blank(table, row, "target", detail)


def _blank(table: PerformanceTable, row: Indicator, column: str, detail: tuple[str, str]) -> Finding:
    return make_finding(
        "field-missing",
        table=TABLE,
        key=_key(table, row),
        column=column,
        detail=detail[0],
        detail_zh=detail[1],
    )


def _key(table: PerformanceTable, row: Indicator) -> RowKey:
    return RowKey(table_no=table.number, row_no=row.number)
