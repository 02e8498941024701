"""The target values (指标值): outliers among siblings, impossible ones, doubtful ones."""

import re
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from schemas.dataset.codes import Operator, Severity, TableName, TargetKind
from schemas.findings import Finding, RowKey, make_finding
from schemas.notation.targets import Target
from schemas.notice import Certainty, Indicator, Notice, PerformanceTable

_MOST = 2 / 3
_FEW = 4
_LEAP = 2024
_DAY = re.compile(r"(?<![\d个])(\d{1,2})月份?(?:(\d{1,2})[日号])?(?!内|以内)", re.ASCII)
# Rates that may pass 100 %: growth, completion, ratios to a former year.
_MAY_PASS = re.compile(r"增长|增幅|增速|提高|完成率|达成|同比|比上年|投入产出|负债|执行率|覆盖倍")
_TABLE = TableName.PERFORMANCE_INDICATORS


class _Row(NamedTuple):
    table: PerformanceTable
    row: Indicator
    target: Target
    meaning: tuple[object, ...]
    form: tuple[object, ...]


def _row(table: PerformanceTable, row: Indicator, target: Target) -> _Row:
    return _Row(table, row, target, _meaning(target), _form(target))


def _meaning(target: Target) -> tuple[object, ...]:
    """What the target says, however it is written: ≥95% and 95%以上 are one."""
    number = target.kind == TargetKind.NUMERIC and not target.doubtful
    return (target.operator, target.value, target.unit) if number else (target.canonical,)


def _form(target: Target) -> tuple[object, ...]:
    """How the target is written, whatever its value: kind, operator, whether it is a rate."""
    return (target.kind, target.operator, target.unit == "%")


def outliers(notice: Notice) -> Iterator[Finding]:
    """A target that two thirds of the siblings print otherwise; two siblings alone both speak up.

    Where siblings' numbers differ at large (counts of people), only the way of writing is compared. What was
    read with doubt is compared and is no witness.
    """
    for rows in _by_indicator(notice).values():
        witnesses = [r for r in rows if r.row.certainty != Certainty.DOUBTFUL]
        if not witnesses:
            continue
        values = Counter(r.meaning for r in witnesses)
        forms = Counter(r.form for r in witnesses)
        value, count = values.most_common(1)[0]
        form, form_count = forms.most_common(1)[0]
        if (
            len(rows) == len(witnesses) == 2
            and len(values) == 2
            and (len(forms) == 2 or not _is_count(rows[0].target))
        ):
            yield from (_outlier(r, o.target.canonical) for r, o in (rows, rows[::-1]))
        elif len(witnesses) > 2 and count >= _MOST * len(witnesses):
            usual = Counter(r.target.canonical for r in witnesses if r.meaning == value).most_common(1)[0][0]
            yield from (_outlier(r, usual) for r in rows if r.meaning != value)
        elif len(witnesses) > 2 and form_count >= _MOST * len(witnesses):
            like = next(r.target.canonical for r in witnesses if r.form == form)
            yield from (_outlier(r, like) for r in rows if r.form != form)


def _by_indicator(notice: Notice) -> dict[tuple[int, str, int], list[_Row]]:
    """The rows of one indicator, one a table: a name that stands twice in a table is two indicators."""
    found: dict[tuple[int, str, int], list[_Row]] = defaultdict(list)
    for table in notice.performance:
        seen: Counter[str] = Counter()
        for row in table.indicators:
            if row.name and row.target is not None:
                seen[row.name] += 1
                key = (table.family, row.name, seen[row.name])
                found[key].append(_row(table, row, row.target))
    return found


def _is_count(target: Target) -> bool:
    return target.kind == TargetKind.NUMERIC and target.unit != "%"


def _outlier(found: _Row, expected: str, severity: Severity = Severity.WARNING) -> Finding:
    return make_finding(
        "target-outlier",
        severity=severity,
        table=_TABLE,
        key=RowKey(table_no=found.table.number, row_no=found.row.number),
        column="target",
        expected=expected,
        actual=found.target.canonical,
        label=found.row.name,
        place=found.row.place,
    )


def style(notice: Notice) -> Iterator[Finding]:
    """A bare rate in a table that writes its rates with ≥ (95% among ≥95%); 100% bounds itself."""
    for table in notice.performance:
        rates = [
            _row(table, row, row.target)
            for row in table.indicators
            if row.target and row.target.unit == "%" and row.target.value != 100
        ]
        bounded = [r for r in rates if r.target.operator == Operator.GE]
        if len(bounded) >= _FEW and len(bounded) >= _MOST * len(rates):
            for found in rates:
                if found.target.operator is None:
                    yield _outlier(found, f"≥{found.target.canonical}", Severity.INFO)


def ranges(notice: Notice) -> Iterator[Finding]:
    """Over 100 % where that can't be, an impossible day."""
    for table in notice.performance:
        for row in table.indicators:
            target = row.target
            if target is None:
                continue
            rate = target.value if target.unit == "%" else None
            if rate is not None and rate > 100 and not _MAY_PASS.search(row.name):
                yield _impossible(table, row, ("over 100 %", "超过100%"))
            if target.kind == TargetKind.DEADLINE and not _is_possible(target.canonical):
                yield _impossible(table, row, ("no such day", "日期不存在"))


def _is_possible(deadline: str) -> bool:
    """Whether every month and day that it names is in the calendar (of a leap year: most name no year)."""
    days = [(int(month), int(day or 1)) for month, day in _DAY.findall(deadline)]
    return all(1 <= month <= 12 and 1 <= day <= monthrange(_LEAP, month)[1] for month, day in days)


def _impossible(table: PerformanceTable, row: Indicator, detail: tuple[str, str]) -> Finding:
    return make_finding(
        "target-range",
        table=_TABLE,
        key=RowKey(table_no=table.number, row_no=row.number),
        column="target",
        actual=row.target.canonical if row.target else "",
        label=row.name,
        detail=detail[0],
        detail_zh=detail[1],
        place=row.place,
    )


def doubtful(notice: Notice) -> Iterator[Finding]:
    """A target that looks like a misread number."""
    for table in notice.performance:
        for row in table.indicators:
            if row.target is not None and row.target.doubtful:
                yield make_finding(
                    "low-confidence",
                    table=_TABLE,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="target",
                    actual=row.target_printed or "",
                    detail="it looks like a number that was misread",
                    detail_zh="疑似误读的数字",
                    place=row.place,
                )
