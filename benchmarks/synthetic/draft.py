"""Facts and layout → what is going to be printed: the rows of the table in order, the target tables kept.

A zero that is printed as a blank or a dash is a blank here; what is planted later changes a draft, never the
facts.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from benchmarks.synthetic.facts import Amounts, Facts, Group, Performance, Place, Share
from benchmarks.synthetic.layouts import Layout, TableLayout
from benchmarks.synthetic.source import chance, phrases
from schemas.model import Frozen

RowSort = Literal["row", "detail", "subtotal", "total"]
AnomalyKind = Literal[
    "sum_mismatch",
    "subtotal_mismatch",
    "row_mismatch",
    "perf_amount_differs",
    "missing_ge",
    "misspelt_county",
    "missing_perf",
]


class Row(Frozen):
    """A row as printed; `place` is whom it means (null for a total)."""

    kind: RowSort
    printed: str
    amounts: Amounts
    place: Place | None = None
    serial: str = ""
    remark: str = ""


class Anomaly(Frozen):
    """What was planted: printed wrongly, and what would have been right; `where` says it for a reader."""

    kind: AnomalyKind
    where: str
    printed: str
    right: str


class Draft(Frozen):
    """A notice ready to be printed."""

    facts: Facts
    layout: Layout
    rows: tuple[Row, ...]
    tables: tuple[Performance, ...]
    anomalies: tuple[Anomaly, ...] = ()


def draft(facts: Facts, layout: Layout, seed: int, number: int) -> Draft:
    """The rows in the layout's order, numbered, and the target tables that are printed."""
    source = chance("remarks", seed, number)
    rows = [
        row.model_copy(
            update={
                "amounts": _blanked(row.amounts, layout.table.zero),
                "remark": source.choice(phrases().remarks)
                if layout.table.remarks and row.kind == "row"
                else "",
            }
        )
        for row in _rows(facts, layout.table)
    ]
    numbered = tuple(_numbered(rows, layout.table)) if layout.table.serial else tuple(rows)
    return Draft(facts=facts, layout=layout, rows=numbered, tables=facts.performance[: layout.target.tables])


def printed_name(place: Place, layout: Layout) -> str:
    """The official name, or the short one where the layout wants it and there is one."""
    return place.short or place.name if layout.table.names == "short" else place.name


def _rows(facts: Facts, layout: TableLayout) -> Iterator[Row]:
    total = Row(
        kind="total",
        printed=facts.issuer.name if layout.total_name == "place" else layout.total_name,
        amounts=facts.total,
    )
    if layout.total_at == "first":
        yield total
    for group in facts.groups:
        yield from _group_rows(facts, group, layout)
    if layout.total_at == "last":
        yield total


def _group_rows(facts: Facts, group: Group, layout: TableLayout) -> Iterator[Row]:
    members = [row for share in group.shares for row in _share_rows(share, layout)]
    if group.head is None:
        yield from members
        return
    name = group.head.name + ("小计" if layout.subtotal == "named" or group.head.code is None else "")
    sums = zip(facts.columns, group.amounts, strict=True)
    amounts = tuple(None if c.role == "standard" else amount for c, amount in sums)
    head = Row(kind="subtotal", printed=name, place=group.head, amounts=amounts)
    yield from (*members, head) if layout.subtotal_after else (head, *members)


def _share_rows(share: Share, layout: TableLayout) -> Iterator[Row]:
    name = share.place.short or share.place.name if layout.names == "short" else share.place.name
    yield Row(kind="row", printed=name, place=share.place, amounts=share.amounts)
    for part in share.parts:
        yield Row(
            kind="detail", printed=f"其中：{part.name}", place=Place(name=part.name), amounts=part.amounts
        )


def _blanked(amounts: Amounts, zero: str) -> Amounts:
    return amounts if zero == "0" else tuple(None if a == Decimal(0) else a for a in amounts)


def _numbered(rows: list[Row], layout: TableLayout) -> Iterator[Row]:
    serial = 0
    for row in rows:
        counts = row.kind == "row" or (row.kind == "total" and layout.serial_on_total)
        serial += counts
        yield row.model_copy(update={"serial": str(serial)}) if counts else row
