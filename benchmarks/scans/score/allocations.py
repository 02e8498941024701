"""The allocation table: recipients, amounts, and figures that stand nowhere."""

from collections.abc import Iterator
from decimal import Decimal

from benchmarks.scans.score.outcome import Outcome, place_of, verdict
from benchmarks.scans.score.pairs import ReadRow, columns, paired, read_rows, recipient_right
from benchmarks.scans.score.plain import number
from benchmarks.scans.score.reading import Reading
from benchmarks.synthetic.gold import Gold, GoldRow
from schemas.dataset.codes import TableName, Unit
from schemas.dataset.money_rows import AllocationRow

_TABLE = TableName.ALLOCATIONS
_LEAST = Decimal("0.006")  # 元: below a 分 the dataset rounds


def judge_allocations(gold: Gold, reading: Reading) -> Iterator[Outcome]:
    """Each recipient, each amount that is printed, each figure in no row or column of the gold."""
    have = read_rows(reading.money)
    pairs = paired(gold, have)
    where = columns(gold.allocation, reading.money)
    for i, want in enumerate(gold.allocation.rows):
        row = have[pairs[i]] if i in pairs else []
        cells = {where[c.table_no, c.column_no]: c for c in row if (c.table_no, c.column_no) in where}
        if want.kind in ("row", "detail"):
            yield _recipient(gold, reading, want, row[0] if row else None)
        for place, amount in enumerate(want.amounts):
            cell = cells.get(place)
            if amount is not None or (cell is not None and cell.amount is not None):
                yield _amount(gold, reading, want, place, cell, row)
    for j, row in enumerate(have):
        extra = [c for c in row if j not in pairs.values() or (c.table_no, c.column_no) not in where]
        yield from (_extra(reading, cell) for cell in extra if cell.amount is not None)


def _recipient(gold: Gold, reading: Reading, want: GoldRow, cell: AllocationRow | None) -> Outcome:
    right = cell is not None and recipient_right(gold, want, cell)
    at = (cell.table_no, cell.row_no, None) if cell else (None, None, None)
    return Outcome(
        file=reading.file,
        kind="recipient",
        what=want.name,
        gold=gold.codes.get(want.name, want.name),
        read=f"{cell.recipient_printed} → {cell.recipient} {cell.division_code or ''}" if cell else "no row",
        verdict=verdict(right=right, flagged=reading.points_at(_TABLE, at, want.name)),
        needless=right and cell is not None and reading.own_flag(_TABLE, cell.table_no, cell.row_no),
        place=place_of(cell),
    )


def _amount(
    gold: Gold, reading: Reading, want: GoldRow, place: int, cell: AllocationRow | None, row: ReadRow
) -> Outcome:
    amount = want.amounts[place]
    right = cell is not None and _right(cell, amount, Unit(gold.allocation.unit))
    near = cell or (row[0] if row else None)
    at = (near.table_no if near else None, near.row_no if near else None, cell.column_no if cell else None)
    own = cell is not None and reading.own_flag(_TABLE, cell.table_no, cell.row_no, cell.column_no)
    return Outcome(
        file=reading.file,
        kind="amount",
        what=f"{want.name}, {gold.allocation.columns[place]}",
        gold=amount or "blank",
        read=_shown(cell) if cell else "no cell" if row else "no row",
        verdict=verdict(right=right, flagged=reading.points_at(_TABLE, at, want.name)),
        needless=right and own,
        place=place_of(near),
    )


def _right(cell: AllocationRow, amount: str | None, unit: Unit) -> bool:
    """The number as printed, and the same in 元 to the 分."""
    if amount is None:
        return cell.amount is None
    value = number(amount)
    if value is None or cell.amount != value or cell.amount_yuan is None:
        return False
    return abs(cell.amount_yuan - value * unit.factor) < _LEAST


def _extra(reading: Reading, cell: AllocationRow) -> Outcome:
    flagged = reading.points_at(_TABLE, (cell.table_no, cell.row_no, cell.column_no))
    return Outcome(
        file=reading.file,
        kind="extra",
        what=f"{cell.recipient_printed}, {cell.column_printed}",
        gold="nothing",
        read=_shown(cell),
        verdict=verdict(right=False, flagged=flagged),
        place=place_of(cell),
    )


def _shown(cell: AllocationRow) -> str:
    return f"{cell.amount_printed} → {cell.amount} {cell.unit}"
