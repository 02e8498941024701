"""Mistakes as real notices contain them, planted in a draft and noted in its anomalies.

Each plant returns null where the draft has no place for it.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from benchmarks.synthetic.draft import Anomaly, AnomalyKind, Draft, Row, printed_name
from benchmarks.synthetic.facts import Indicator, Performance
from benchmarks.synthetic.source import Chance, chance, likely

Plant = Callable[[Draft, Chance], Draft | None]
_LOOKALIKES = "阳阴河何江汪山仙城成平半安宁东西南北元无沙莎林材洲州川用石右田由宝玉金全"


def planted(draft: Draft, seed: int, number: int, share: float = 0.3) -> Draft:
    """The draft with one mistake, in that share of notices."""
    source = chance("plant", seed, number)
    if not likely(source, share):
        return draft
    plants = list(_PLANTS)
    source.shuffle(plants)
    return next((found for plant in plants if (found := plant(draft, source)) is not None), draft)


def _main(draft: Draft) -> int:
    return draft.facts.main if draft.facts.main is not None else 0


def _wrong(value: Decimal, source: Chance) -> Decimal:
    """One digit off, or two digits changed places."""
    step = Decimal(1).scaleb(int(value.as_tuple().exponent)) * source.choice((1, 9, 10, 90))
    return value + step


def _row_changed(
    draft: Draft, rows: Sequence[int], column: int, kind: AnomalyKind, source: Chance
) -> Draft | None:
    fit = [i for i in rows if draft.rows[i].amounts[column]]
    if not fit:
        return None
    index = source.choice(fit)
    row = draft.rows[index]
    right = row.amounts[column] or Decimal(0)
    wrong = _wrong(right, source)
    amounts = tuple(wrong if c == column else a for c, a in enumerate(row.amounts))
    changed = row.model_copy(update={"amounts": amounts})
    note = Anomaly(kind=kind, where=row.printed or "合计", printed=str(wrong), right=str(right))
    return _with_row(draft, index, changed, note)


def _with_row(draft: Draft, index: int, row: Row, note: Anomaly) -> Draft:
    rows = (*draft.rows[:index], row, *draft.rows[index + 1 :])
    return draft.model_copy(update={"rows": rows, "anomalies": (*draft.anomalies, note)})


def _of_kind(draft: Draft, kind: str) -> list[int]:
    return [i for i, row in enumerate(draft.rows) if row.kind == kind]


def _wrong_total(draft: Draft, source: Chance) -> Draft | None:
    return _row_changed(draft, _of_kind(draft, "total"), _main(draft), "sum_mismatch", source)


def _wrong_subtotal(draft: Draft, source: Chance) -> Draft | None:
    """Only a subtotal that is called so: a prefecture that doesn't add up is a recipient to any reader."""
    if draft.layout.table.subtotal != "named":
        return None
    found = _row_changed(draft, _of_kind(draft, "subtotal"), _main(draft), "subtotal_mismatch", source)
    if found is None or all(column.role in ("main", "count", "standard") for column in draft.facts.columns):
        return found
    across = found.anomalies[0].model_copy(update={"kind": "row_mismatch"})
    return found.model_copy(update={"anomalies": (*found.anomalies, across)})


def _wrong_part(draft: Draft, source: Chance) -> Draft | None:
    parts = [i for i, c in enumerate(draft.facts.columns) if c.role in ("part", "earlier")]
    rows = _of_kind(draft, "row")
    if len(rows) < 4 or not parts or draft.facts.columns[parts[0]].role == "earlier":
        return None
    column = source.choice(parts)
    found = _row_changed(draft, rows, column, "row_mismatch", source)
    return _sums_noted(found, column) if found else None


def _sums_noted(draft: Draft, column: int) -> Draft:
    """The column's printed sums, which stay right, no longer close either."""
    (note,) = draft.anomalies
    sums: list[tuple[str, AnomalyKind]] = [("total", "sum_mismatch"), ("subtotal", "subtotal_mismatch")]
    kinds = [kind for sort, kind in sums if any(draft.rows[i].amounts[column] for i in _of_kind(draft, sort))]
    more = tuple(note.model_copy(update={"kind": kind}) for kind in kinds)
    return draft.model_copy(update={"anomalies": (*draft.anomalies, *more)})


def _table_changed(draft: Draft, index: int, table: Performance, note: Anomaly) -> Draft:
    tables = (*draft.tables[:index], table, *draft.tables[index + 1 :])
    return draft.model_copy(update={"tables": tables, "anomalies": (*draft.anomalies, note)})


def _wrong_performance(draft: Draft, source: Chance) -> Draft | None:
    if not draft.tables:
        return None
    index = source.randrange(len(draft.tables))
    table = draft.tables[index]
    wrong = _wrong(table.amount, source)
    name = printed_name(table.place, draft.layout)
    note = Anomaly(kind="perf_amount_differs", where=name, printed=str(wrong), right=str(table.amount))
    return _table_changed(draft, index, table.model_copy(update={"amount": wrong}), note)


def _missing_operator(draft: Draft, source: Chance) -> Draft | None:
    """A ≥ lost in one of four tables at least that all print it before the same rate."""
    if len(draft.tables) < 4:
        return None
    index = source.randrange(len(draft.tables))
    table = draft.tables[index]
    rates = [i for i, row in enumerate(table.indicators) if row.target.startswith("≥") and "%" in row.target]
    if not rates:
        return None
    place = source.choice(rates)
    row = table.indicators[place]
    bare = row.model_copy(update={"target": row.target[1:]})
    rows: tuple[Indicator, ...] = (*table.indicators[:place], bare, *table.indicators[place + 1 :])
    note = Anomaly(kind="missing_ge", where=row.name, printed=bare.target, right=row.target)
    return _table_changed(draft, index, table.model_copy(update={"indicators": rows}), note)


def _misspelt(draft: Draft, source: Chance) -> Draft | None:
    """One character of a long enough name gives way to another, never its class word."""
    names = {row.printed for row in draft.rows}
    rows = [
        i
        for i in _of_kind(draft, "row")
        if (place := draft.rows[i].place) is not None
        and place.code
        and len(place.code) == 6
        and draft.rows[i].printed == place.name
        and len(place.name) >= 4
    ]
    if not rows or len(names) < 4:
        return None
    index = source.choice(rows)
    row = draft.rows[index]
    spot = source.randrange(len(row.printed) - 1)
    letter = source.choice([c for c in _LOOKALIKES if c not in row.printed])
    wrong = row.printed[:spot] + letter + row.printed[spot + 1 :]
    note = Anomaly(kind="misspelt_county", where=f"第{index + 1}行", printed=wrong, right=row.printed)
    return _with_row(draft, index, row.model_copy(update={"printed": wrong}), note)


def _missing_table(draft: Draft, source: Chance) -> Draft | None:
    if len(draft.tables) < 3 or len(draft.tables) != len(draft.facts.performance):
        return None
    index = source.randrange(len(draft.tables))
    name = printed_name(draft.tables[index].place, draft.layout)
    note = Anomaly(kind="missing_perf", where=name, printed="", right=name)
    tables = (*draft.tables[:index], *draft.tables[index + 1 :])
    return draft.model_copy(update={"tables": tables, "anomalies": (*draft.anomalies, note)})


_PLANTS: tuple[Plant, ...] = (
    _wrong_total,
    _wrong_subtotal,
    _wrong_part,
    _wrong_performance,
    _missing_operator,
    _misspelt,
    _missing_table,
)
