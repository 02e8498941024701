"""Corrected sums."""

from normalize.amounts import read_amount
from notices.corrections.correction import Correction
from notices.corrections.outcome import Changed, NotThereError, expect
from notices.corrections.places import at, replaced
from schemas.dataset.codes import Measure, Method
from schemas.document import Piece
from schemas.notice import Amount, Notice


def allocated(notice: Notice, one: Correction) -> Changed:
    """A cell of an allocation table; the figure is in the cell's unit."""
    table = at(notice.allocations, one.key.table_no)
    row, column = at(table.rows, one.key.row_no), at(table.columns, one.key.column_no)
    before = row.cells[column.number - 1]
    new = _corrected(before, one, counted=column.measure is not Measure.AMOUNT)
    cells = replaced(row.cells, column.number, new.model_copy(update={"unit": new.unit or column.unit}))
    rows = replaced(table.rows, row.number, row.model_copy(update={"cells": cells}))
    tables = replaced(notice.allocations, table.number, table.model_copy(update={"rows": rows}))
    return Changed(notice=notice.model_copy(update={"allocations": tables}), actual=_shown(before))


def annual(notice: Notice, one: Correction) -> Changed:
    """The annual amount (年度金额) of a performance table."""
    table = at(notice.performance, one.key.table_no)
    new = table.model_copy(update={"amount": _corrected(table.amount, one, counted=False)})
    tables = replaced(notice.performance, table.number, new)
    return Changed(notice=notice.model_copy(update={"performance": tables}), actual=_shown(table.amount))


def _corrected(before: Amount | None, one: Correction, *, counted: bool) -> Amount:
    """The figure read as the page's would be; what the page prints stays beside it."""
    if before is None:
        raise NotThereError("the cell is blank", "该单元格为空")
    expect(before.printed, one.printed)
    place = before.place.model_copy(update={"confidence": None})
    new = read_amount(Piece(text=one.after, place=place), before.unit, counted=counted)
    if new.value is None:
        raise NotThereError("no figure", "不是数字")
    return new.model_copy(update={"printed": before.printed, "method": Method.CORRECTED})


def _shown(amount: Amount | None) -> str:
    return "—" if amount is None or amount.value is None else format(amount.value, "f")
