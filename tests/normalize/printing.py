"""Short ways to make printed tables, and what normalisation needs beside them."""

from decimal import Decimal

from normalize.jurisdiction import Jurisdiction
from normalize.recipients.roster import Roster, roster
from schemas.document import Piece, Place
from schemas.printed import (
    Caption,
    ColumnKind,
    LabelledValue,
    PrintedAllocation,
    PrintedColumn,
    PrintedIndicator,
    PrintedPerformance,
    PrintedRow,
)
from schemas.reference.divisions import division

_KINDS = {"序号": ColumnKind.SERIAL, "县区": ColumnKind.NAME, "备注": ColumnKind.TEXT}


def piece(text: str, line: int | None = None) -> Piece:
    return Piece(text=text, place=Place(line=line))


def caption(*titles: str, unit: str | None = "单位：万元", attachment: int | None = None) -> Caption:
    return Caption(
        attachment=attachment, titles=tuple(map(piece, titles)), unit=piece(unit) if unit else None
    )


def allocation(header: str, *rows: str, unit: str | None = "单位：万元") -> PrintedAllocation:
    """Labels and cells between blanks; `/` between the levels of a label, `.` for a blank cell."""
    columns = [
        PrintedColumn(kind=_KINDS.get(label, ColumnKind.VALUE), path=tuple(label.split("/")))
        for label in header.split()
    ]
    cells = [tuple(None if text == "." else piece(text) for text in row.split()) for row in rows]
    return PrintedAllocation(
        caption=caption("资金分配表", unit=unit),
        columns=tuple(columns),
        rows=tuple(PrintedRow(cells=row, place=Place(line=n)) for n, row in enumerate(cells, start=1)),
        place=Place(line=1),
    )


def indicator(name: str | None, target: str | None, *labels: str) -> PrintedIndicator:
    return PrintedIndicator(
        labels=tuple(map(piece, labels)),
        name=piece(name) if name else None,
        target=piece(target) if target else None,
        place=Place(),
    )


def labelled(label: str, value: str | None) -> LabelledValue:
    return LabelledValue(label=piece(label), value=piece(value) if value else None)


def performance(
    *indicators: PrintedIndicator,
    titles: tuple[str, ...] = ("区域绩效目标表",),
    info: tuple[LabelledValue, ...] = (),
    funds: tuple[LabelledValue, ...] = (),
    unit: str | None = "资金情况（万元）",
    spans_known: bool = False,
) -> PrintedPerformance:
    return PrintedPerformance(
        caption=caption(*titles, unit=None),
        info=info,
        unit=piece(unit) if unit else None,
        funds=funds,
        goals=(),
        indicators=indicators,
        spans_known=spans_known,
        place=Place(),
    )


def jurisdiction(code: str | None, year: int | None = 2021) -> Jurisdiction:
    return Jurisdiction(division=division(code, year) if code else None)


def people(code: str | None, year: int | None = 2021) -> Roster:
    """The roster of the division with this code."""
    return roster(jurisdiction(code, year), year)


def wan(number: str) -> Decimal:
    """So many 万元 in 元, as sums sent are compared."""
    return (Decimal(number) * 10000).normalize()
