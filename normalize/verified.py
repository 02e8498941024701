"""Which figures an identity confirms (column `verified` of `money`), and what a notice sends in all."""

from collections.abc import Iterator
from decimal import Decimal

from normalize.checks.figures import main_yuan, payments, summed, total_row, value
from normalize.checks.text_parts import confirmed
from normalize.performance.owners import identity
from schemas.dataset.codes import ColumnRole, Method, RowKind, Unit
from schemas.model import Frozen
from schemas.notice import Allocation, Notice
from schemas.text_sums import TextAmount


class Total(Frozen):
    """The main column's total: as printed, else the sum of its rows (`inferred`)."""

    amount: Decimal
    yuan: Decimal | None
    unit: Unit | None
    method: Method


def main_table(notice: Notice) -> Allocation | None:
    """The first table with a column that this notice sends down."""
    return next((t for t in notice.allocations if t.with_role(ColumnRole.MAIN)), None)


def main_total(notice: Notice) -> Total | None:
    """What the main table sends in all; null without one or where a figure can't be read."""
    table = main_table(notice)
    if table is None:
        return _sent_in_all(notice)
    if table.stated is not None:
        return _of_text(table.stated.amount, table.unit)
    columns = table.with_role(ColumnRole.MAIN)
    total = total_row(table)
    printed = [value(total, c) for c in columns] if total else []
    method = Method.READ if printed and None not in printed else Method.INFERRED
    rows = table.of_kind(RowKind.RECIPIENT)
    figures = printed if method == Method.READ else [summed(rows, c) for c in columns]
    amount = sum((f for f in figures if f is not None), Decimal(0))
    if not figures or None in figures:
        return None
    unit = columns[0].unit
    return Total(amount=amount, yuan=amount * unit.factor if unit else None, unit=unit, method=method)


def _sent_in_all(notice: Notice) -> Total | None:
    """Without a table or list: the one sum that running text sends down, which no other exceeds."""
    sent = {amount.yuan: amount for amount in notice.amounts if amount.sent}
    named = sent or {amount.yuan: amount for amount in notice.amounts}
    only = next(iter(named.values())) if len(named) == 1 else None
    if only is None or any(amount.yuan > only.yuan for amount in notice.amounts):
        return None
    return _of_text(only, only.unit)


def _of_text(amount: TextAmount, unit: Unit | None) -> Total:
    """A sum of running text in the unit of its list."""
    unit = unit or amount.unit
    figure = (amount.yuan / unit.factor).normalize()
    return Total(amount=figure, yuan=amount.yuan, unit=unit, method=Method.READ)


def verified(notice: Notice) -> frozenset[tuple[int, int]]:
    """(table, row) of every recipient row whose figure a total, the text or a performance table confirms."""
    rows, columns = confirmed(notice)
    return frozenset((*rows, *_by_columns(notice, columns), *_by_performance(notice)))


def _by_columns(notice: Notice, named: frozenset[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """`named` are the (table, column) whose sum the text names as a part."""
    sent = {amount.yuan for amount in notice.amounts if amount.sent}
    for table in notice.allocations:
        mains = table.with_role(ColumnRole.MAIN)
        rows = table.of_kind(RowKind.RECIPIENT)
        total = total_row(table)
        sums = [(c, summed(rows, c)) for c in mains]
        closed = [
            s is not None
            and len(rows) > 1
            and (
                (total is not None and value(total, c) == s)
                or (c.unit is not None and s * c.unit.factor in sent)
                or ((table.number, c.number) in named and total is None)
                or (table.stated is not None and c.unit and s * c.unit.factor == table.stated.amount.yuan)
            )
            for c, s in sums
        ]
        if mains and all(closed):
            yield from ((table.number, row.number) for row in rows)


def _by_performance(notice: Notice) -> Iterator[tuple[int, int]]:
    stated = {identity(t.match): t.amount.yuan for t in notice.performance if t.amount and t.match.name}
    for who, rows in payments(notice).items():
        paid = [(table, row, main_yuan(table, row)) for table, row in rows]
        together = sum((yuan or Decimal(0) for *_, yuan in paid), Decimal(0))
        for table, row, yuan in paid:
            if yuan is not None and stated.get(who) in (yuan, together):
                yield table.number, row.number
