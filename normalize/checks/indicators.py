"""The indicators: missing, unknown, cut out of one cell, renamed or moved by their siblings."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from schemas.dataset.codes import Method, Severity, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Indicator, Notice, PerformanceTable
from schemas.reference.indicators import find_indicator

_MOST = 0.75
# Rows that the form offers and nobody filled in: ……, 指标1：
_FORM = re.compile(r"指标\d{0,2}[:：]?|[\W_]+")

TABLE = TableName.PERFORMANCE_INDICATORS


def missing(notice: Notice) -> Iterator[Finding]:
    """An indicator that three quarters of the template's tables have."""
    families: dict[int, list[PerformanceTable]] = defaultdict(list)
    for table in notice.performance:
        families[table.family].append(table)
    for tables in families.values():
        votes = Counter(name for table in tables for name in dict.fromkeys(i.name for i in _filled(table)))
        for table in tables:
            have = {i.name for i in table.indicators}
            for name, count in votes.items():
                if name and name not in have and count >= _MOST * (len(tables) - 1):
                    key = RowKey(table_no=table.number, recipient=name)
                    yield make_finding(
                        "indicator-missing", table=TABLE, key=key, column="indicator", expected=name
                    )


def duplicates(notice: Notice) -> Iterator[Finding]:
    """An indicator twice under one level of a table, at the later row; a template may print it so."""
    twice = [(table, row, first) for table in notice.performance for row, first in _repeated(table)]
    tables = Counter((table.family, row.name) for table, row, _ in twice)
    sizes = Counter(table.family for table in notice.performance)
    for table, row, first in twice:
        if sizes[table.family] == 1 or 2 * tables[table.family, row.name] <= sizes[table.family]:
            yield make_finding(
                "indicator-duplicate",
                table=TABLE,
                key=_key(table, row),
                column="indicator",
                actual=row.name,
                detail=f"rows {first} and {row.number}",
                detail_zh=f"第{first}行与第{row.number}行",
            )


def _repeated(table: PerformanceTable) -> Iterator[tuple[Indicator, int]]:
    seen: dict[tuple[str, str | None], int] = {}
    for row in _filled(table):
        first = seen.setdefault((row.name, row.level.level2), row.number)
        if row.name and first != row.number:
            yield row, first


def unknown(notice: Notice) -> Iterator[Finding]:
    """A name that the catalogue doesn't have; once for all tables that print it."""
    seen: set[str] = set()
    for table in notice.performance:
        for row in _filled(table):
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


def merged(notice: Notice) -> Iterator[Finding]:
    """A cell that holds several known names and one target: nobody can say whose it is."""
    for table in notice.performance:
        for row in _filled(table):
            parts = row.printed.split()
            if row.split_from is None and len(parts) > 1 and all(find_indicator(part) for part in parts):
                yield make_finding(
                    "low-confidence",
                    table=TABLE,
                    key=_key(table, row),
                    column="indicator",
                    actual=row.printed,
                    detail="the cell holds several indicators and one target",
                    detail_zh="单元格含多个指标，却只有一个指标值",
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
        for row in _filled(table):
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


def _filled(table: PerformanceTable) -> list[Indicator]:
    """The rows that are more than the form's placeholders."""
    return [
        row
        for row in table.indicators
        if not _FORM.fullmatch(row.name) or re.search(r"\w", row.target_printed or "")
    ]
