"""An annex with an indicator grid → a performance target table as printed (绩效目标表)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extract import vocabulary
from extract.caption import read_caption
from extract.goals import split_goals
from extract.grid import Matrix, distinct, is_figure, matrix
from extract.indicator_rows import read_indicators
from extract.sections import Annex
from extract.vocabulary import squeezed
from schemas.document import Cell, Piece, Table
from schemas.notation.money import find_units
from schemas.printed import LabelledValue, PrintedPerformance


def is_performance(table: Table) -> bool:
    """Whether the grid has the labels of an indicator header (三级指标, 指标值 …)."""
    labels = [cell for cell in table.cells if vocabulary.is_performance_label(cell.text)]
    # a fax loses the strokes of 一, 二 and 三: the labels are the same then
    in_row = Counter(cell.row for cell in labels)
    return len({squeezed(cell.text) for cell in labels}) >= 2 or max(in_row.values(), default=0) >= 3


def read_performance(annex: Annex) -> PrintedPerformance:
    """Read the labelled grid: info and funds rows, goals, indicator rows."""
    rows = matrix(annex.table)
    header = _indicator_header(rows)
    above = [distinct(row) for row in rows[:header]]
    info, funds, goals, unit = _above(above)
    return PrintedPerformance(
        caption=read_caption(annex.caption),
        info=tuple(info),
        unit=unit,
        funds=tuple(funds),
        goals=tuple(goals),
        indicators=read_indicators(rows, header, spans_known=annex.table.spans_known),
        spans_known=annex.table.spans_known,
        place=annex.table.place,
    )


def _indicator_header(rows: Matrix) -> int:
    """The row with most of the indicator header's labels."""
    counts = [sum(vocabulary.is_performance_label(c.text) for c in distinct(row)) for row in rows]
    return counts.index(max(counts))


Above = tuple[list[LabelledValue], list[LabelledValue], list[Piece], Piece | None]


def _above(rows: Sequence[Sequence[Cell]]) -> Above:
    """Sort the rows over the indicators by the label that opened the block they stand in."""
    info: list[LabelledValue] = []
    funds: list[LabelledValue] = []
    goals: list[Piece] = []
    unit: Piece | None = None
    block = "info"
    for row in _fresh(rows):
        cells = list(row)
        block = _block(cells, block)
        if block == "funds":
            if vocabulary.FUNDS_LABEL.match(squeezed(cells[0].text)):
                unit = piece(cells.pop(0)) if find_units(cells[0].text) else (cells.pop(0), unit)[1]
            funds += _pairs(cells)
        elif block == "goals":
            goals += [g for cell in cells if not _is_goal_label(cell.text) for g in split_goals(piece(cell))]
        else:
            info += _pairs(cells)
    return info, funds, goals, unit


def _fresh(rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """Each row's cells but those that a row above has shown already (merged downwards)."""
    seen: set[int] = set()
    for row in rows:
        cells = [cell for cell in row if id(cell) not in seen]
        seen |= {id(cell) for cell in cells}
        if cells:
            yield cells


def _block(cells: Sequence[Cell], current: str) -> str:
    first = squeezed(cells[0].text)
    beside = squeezed(cells[1].text) if len(cells) > 1 else ""
    if vocabulary.FUNDS_LABEL.match(first) or any(map(vocabulary.ANNUAL_AMOUNT.match, (first, beside))):
        return "funds"
    if _is_goal_label(first):
        return "goals"
    if vocabulary.INFO_LABEL.search(first):
        return "info"
    return current


def _is_goal_label(text: str) -> bool:
    return bool(vocabulary.GOALS_LABEL.match(squeezed(text)))


def _pairs(cells: Sequence[Cell]) -> Iterator[LabelledValue]:
    """Labels and the values beside them, left to right; a label followed by a label has none."""
    waiting: Cell | None = None
    for cell in cells:
        if waiting is None:
            waiting = cell
        elif _is_label(cell.text) and not is_figure(cell.text) and _is_amount_label(waiting.text):
            yield LabelledValue(label=piece(waiting), value=None)
            waiting = cell
        else:
            yield LabelledValue(label=piece(waiting), value=piece(cell))
            waiting = None
    if waiting is not None:
        yield LabelledValue(label=piece(waiting), value=None)


def _is_amount_label(text: str) -> bool:
    label = squeezed(text)
    return bool(vocabulary.ANNUAL_AMOUNT.match(label) or "其中" in label)


def _is_label(text: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", text))


def piece(cell: Cell) -> Piece:
    """The cell's text at its place."""
    return Piece(text=cell.text, place=cell.place, readings=cell.readings)
