"""A draft → what a right reading of it says, in the form of the gold files.

Amounts are texts, so that no digit goes through a float; names stand as printed, `codes` says whom they mean.
"""

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.synthetic.allocation_grid import column_labels
from benchmarks.synthetic.compose import clauses, doc_number, title
from benchmarks.synthetic.draft import Anomaly, AnomalyKind, Draft, Row, RowSort, printed_name
from schemas.model import Frozen


class GoldRow(Frozen):
    """A row of the allocation table: its money columns only."""

    kind: RowSort
    name: str
    amounts: tuple[str | None, ...]


class GoldAllocation(Frozen):
    """The allocation table; `total` is the total of what is sent down, null where no one column says it."""

    unit: str
    total: str | None
    columns: tuple[str, ...]
    rows: tuple[GoldRow, ...]


class GoldPerformance(Frozen):
    """A target table; an indicator is level 1, level 2, name, target."""

    county: str
    amount: str
    goals: tuple[str, ...]
    indicators: tuple[tuple[str, str, str, str], ...]


class GoldAnomaly(Frozen):
    """A planted mistake."""

    kind: AnomalyKind
    printed: str
    right: str
    where: str


class Gold(Frozen):
    """Everything that is asked of one notice."""

    doc_number: str
    title: str
    issuing_agencies: tuple[str, ...]
    addressees: tuple[str, ...]
    issue_date_iso: str | None
    fiscal_year: str
    clause_count: int
    cited_documents: tuple[str, ...]
    budget_code_list: tuple[str, ...]
    allocation: GoldAllocation
    performance: tuple[GoldPerformance, ...]
    codes: dict[str, str]
    short_names: bool
    anomalies: tuple[GoldAnomaly, ...]
    expected_checks: tuple[str, ...]


def gold(draft: Draft) -> Gold:
    """Everything that the page of the draft says."""
    facts, page = draft.facts, draft.layout.page
    dated = page.signed or page.imprint
    return Gold(
        doc_number=doc_number(facts.number),
        title=title(draft),
        issuing_agencies=facts.agencies,
        addressees=facts.addressees,
        issue_date_iso="{:04d}-{:02d}-{:02d}".format(*facts.date) if dated else None,
        fiscal_year=str(facts.year),
        clause_count=len(clauses(facts)),
        cited_documents=(doc_number(facts.upstream),) if facts.upstream[0] else (),
        budget_code_list=tuple(code for code, _ in facts.codes),
        allocation=_allocation(draft),
        performance=tuple(_performance(draft)),
        codes=dict(_codes(draft)),
        short_names=draft.layout.table.names == "short",
        anomalies=tuple(_anomaly(one) for one in draft.anomalies),
        expected_checks=(),
    )


def _allocation(draft: Draft) -> GoldAllocation:
    money = [i for i, column in enumerate(draft.facts.columns) if column.is_money]
    rows = tuple(_row(row, money) for row in draft.rows)
    main = draft.facts.main
    printed = [row.amounts[main] for row in draft.rows if row.kind == "total"] if main is not None else []
    total = printed[0] if printed else draft.facts.sent if main is not None else None
    return GoldAllocation(
        unit=draft.facts.unit, total=_number(total), columns=column_labels(draft), rows=rows
    )


def _row(row: Row, money: list[int]) -> GoldRow:
    name = row.place.name if row.kind == "detail" and row.place else row.printed
    return GoldRow(kind=row.kind, name=name, amounts=tuple(_number(row.amounts[i]) for i in money))


def _number(amount: Decimal | None) -> str | None:
    return None if amount is None else f"{amount:f}"


def _performance(draft: Draft) -> Iterator[GoldPerformance]:
    for table in draft.tables:
        yield GoldPerformance(
            county=printed_name(table.place, draft.layout),
            amount=f"{table.amount:f}",
            goals=table.goals,
            indicators=tuple((row.level1, row.level2, row.name, row.target) for row in table.indicators),
        )


def _codes(draft: Draft) -> Iterator[tuple[str, str]]:
    for row in draft.rows:
        if row.kind == "row" and row.place and row.place.code:
            yield row.printed, row.place.code
            yield printed_name(row.place, draft.layout), row.place.code


def _anomaly(one: Anomaly) -> GoldAnomaly:
    return GoldAnomaly(kind=one.kind, printed=one.printed, right=one.right, where=one.where)
