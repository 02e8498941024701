"""The target tables: annual amounts and targets."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from benchmarks.scans.score.outcome import Outcome, place_of, verdict
from benchmarks.scans.score.plain import number, plain, same
from benchmarks.scans.score.reading import Reading
from benchmarks.synthetic.gold import Gold, GoldPerformance
from schemas.dataset.codes import TableName
from schemas.dataset.performance_rows import PerformanceIndicatorRow, PerformanceTableRow

_TABLE, _ROWS = TableName.PERFORMANCE_TABLES, TableName.PERFORMANCE_INDICATORS
_LIKE = 80
_SIMPLE = re.compile(r"([≥≤])?(\d[\d,]*(?:\.\d+)?)(%|[^\d年月日]*)")
_OPERATORS = {"≥": "ge", "≤": "le"}


def judge_forms(gold: Gold, reading: Reading) -> Iterator[Outcome]:
    """Each table's annual amount, then each of its targets; a missing table's are all missing."""
    free = list(reading.forms)
    for want in gold.performance:
        form = next((f for f in free if _is_of(gold, want, f)), None)
        if form is not None:
            free.remove(form)
        yield _annual_amount(reading, want, form)
        yield from _targets(reading, want, form)


def _is_of(gold: Gold, want: GoldPerformance, form: PerformanceTableRow) -> bool:
    code = gold.codes.get(want.county)
    return form.division_code == code if code else same(form.recipient, want.county)


def _annual_amount(reading: Reading, want: GoldPerformance, form: PerformanceTableRow | None) -> Outcome:
    right = form is not None and form.amount == number(want.amount)
    named = form is not None and any(
        f.table == _TABLE and key.get("table_no") == str(form.table_no) for f, key in reading.loud
    )
    flagged = named or reading.points_at(_TABLE, (form.table_no if form else None, None, None), want.county)
    return Outcome(
        file=reading.file,
        kind="annual amount",
        what=want.county,
        gold=want.amount,
        read=f"{form.amount_printed} → {form.amount} {form.unit}" if form else "no table",
        verdict=verdict(right=right, flagged=flagged),
        place=place_of(form),
    )


def _targets(reading: Reading, want: GoldPerformance, form: PerformanceTableRow | None) -> Iterator[Outcome]:
    have = reading.indicators(form.table_no) if form else []
    for _, _, name, target in want.indicators:
        row = _best(have, name)
        if row is not None:
            have.remove(row)
        right = row is not None and same(row.target, target) and _value_right(row, target)
        own = row is not None and reading.own_flag(_ROWS, row.table_no, row.row_no)
        yield Outcome(
            file=reading.file,
            kind="target",
            what=f"{want.county}, {name}",
            gold=target,
            read=f"{row.target_printed} → {row.target}" if row else "no row" if form else "no table",
            verdict=verdict(right=right, flagged=_doubted(reading, want, form, row, name)),
            needless=right and own,
            place=place_of(row or form),
        )


def _doubted(
    reading: Reading,
    want: GoldPerformance,
    form: PerformanceTableRow | None,
    row: PerformanceIndicatorRow | None,
    name: str,
) -> bool:
    if form is None:
        return reading.points_at(_TABLE, name=want.county)
    return reading.points_at(_ROWS, (form.table_no, row.row_no if row else None, None), name)


def _best(rows: list[PerformanceIndicatorRow], name: str) -> PerformanceIndicatorRow | None:
    def likeness(row: PerformanceIndicatorRow) -> float:
        return max(fuzz.ratio(plain(name), plain(text)) for text in (row.indicator, row.indicator_printed))

    found = max(rows, key=likeness, default=None)
    return found if found is not None and likeness(found) >= _LIKE else None


def _value_right(row: PerformanceIndicatorRow, target: str) -> bool:
    """A number with a sign or unit must be one in the dataset, too."""
    simple = _SIMPLE.fullmatch(plain(target))
    if simple is None or row.target_kind != "numeric":
        return simple is None or row.target_kind == "deadline"
    operator = _OPERATORS.get(simple[1] or "")
    allowed = {operator} if operator else {None, "eq"}
    return row.target_value == number(simple[2]) and row.operator in allowed
