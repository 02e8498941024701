"""The target values (指标值): outliers among siblings, impossible ones, doubtful ones."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from schemas.dataset.codes import Operator, Severity, TableName, TargetKind
from schemas.findings import Finding, RowKey, make_finding
from schemas.model import Frozen
from schemas.notation.targets import Target
from schemas.notice import Indicator, Notice, PerformanceTable

_MOST = 2 / 3
_FEW = 4
# Rates that may pass 100 %: growth, completion, ratios to a former year.
_MAY_PASS = re.compile(r"增长|增幅|增速|提高|完成率|达成|同比|比上年|投入产出|负债|执行率|覆盖倍")
_TABLE = TableName.PERFORMANCE_INDICATORS


class _Row(Frozen):
    table: PerformanceTable
    row: Indicator
    target: Target

    @property
    def form(self) -> tuple[object, ...]:
        """How the target is written, whatever its value: kind, operator, whether it is a rate."""
        return (self.target.kind, self.target.operator, self.target.unit == "%")


def outliers(notice: Notice) -> Iterator[Finding]:
    """A target that two thirds of the siblings print otherwise; two siblings alone both speak up.

    Where siblings' numbers differ at large (counts of people), only the way of writing is compared.
    """
    for rows in _by_indicator(notice).values():
        values = Counter(r.target.canonical for r in rows)
        forms = Counter(r.form for r in rows)
        value, count = values.most_common(1)[0]
        form, form_count = forms.most_common(1)[0]
        if len(rows) == 2 and len(values) == 2 and (len(forms) == 2 or not _is_count(rows[0].target)):
            yield from (_outlier(r, o.target.canonical) for r, o in (rows, rows[::-1]))
        elif len(rows) > 2 and count >= _MOST * len(rows):
            yield from (_outlier(r, value) for r in rows if r.target.canonical != value)
        elif len(rows) > 2 and form_count >= _MOST * len(rows):
            like = next(r.target.canonical for r in rows if r.form == form)
            yield from (_outlier(r, like) for r in rows if r.form != form)


def _by_indicator(notice: Notice) -> dict[tuple[int, str], list[_Row]]:
    found: dict[tuple[int, str], list[_Row]] = defaultdict(list)
    for table in notice.performance:
        for row in table.indicators:
            if row.name and row.target is not None:
                found[table.family, row.name].append(_Row(table=table, row=row, target=row.target))
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
            _Row(table=table, row=row, target=row.target)
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
            if target is None or target.value is None:
                continue
            over = target.unit == "%" and target.value > 100 and not _MAY_PASS.search(row.name)
            if over:
                yield _impossible(table, row, ("over 100 %", "超过100%"))


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
