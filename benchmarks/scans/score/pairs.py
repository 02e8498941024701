"""Which read row and column is which of the gold's."""

from collections import defaultdict
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

from benchmarks.scans.score.plain import plain, same
from benchmarks.synthetic.gold import Gold, GoldAllocation, GoldRow
from schemas.dataset.codes import RowKind
from schemas.dataset.money_rows import AllocationRow

ReadRow = list[AllocationRow]
"""The cells of a row, left to right."""
_LIKE = 60


def read_rows(money: Sequence[AllocationRow]) -> list[ReadRow]:
    """The rows in order, those of a table read in two pieces one after the other."""
    groups: dict[tuple[int, int], ReadRow] = defaultdict(list)
    for cell in money:
        groups[cell.table_no, cell.row_no].append(cell)
    return [sorted(groups[key], key=lambda cell: cell.column_no) for key in sorted(groups)]


def recipient_right(gold: Gold, row: GoldRow, cell: AllocationRow) -> bool:
    """By code where the name has one, else by name and without a code; a misspelling means the right name."""
    if row.name in gold.codes:
        return cell.division_code == gold.codes[row.name]
    meant = {note.printed: note.right for note in gold.anomalies if note.kind == "misspelt_county"}
    return cell.division_code is None and same(cell.recipient, meant.get(row.name, row.name))


def paired(gold: Gold, have: list[ReadRow]) -> dict[int, int]:
    """Gold row → read row: by whom it names, then by likeness of what is printed, then by order."""
    wanted = gold.allocation.rows
    pairs: dict[int, int] = {}
    for fits in (_named(gold), _alike):
        for i, want in enumerate(wanted):
            free = [j for j in range(len(have)) if j not in pairs.values() and _same_kind(want, have[j])]
            found = next((j for j in free if fits(want, have[j][0])), None) if i not in pairs else None
            if found is not None:
                pairs[i] = found
    lost = [i for i in range(len(wanted)) if i not in pairs]
    spare = [j for j in range(len(have)) if j not in pairs.values()]
    return pairs | (dict(zip(lost, spare, strict=True)) if len(lost) == len(spare) else {})


def _same_kind(want: GoldRow, row: ReadRow) -> bool:
    return (want.kind == "total") == (row[0].row_kind == RowKind.TOTAL)


def _named(gold: Gold) -> Callable[[GoldRow, AllocationRow], bool]:
    def fits(want: GoldRow, cell: AllocationRow) -> bool:
        return (
            want.kind == "total"
            or same(want.name, cell.recipient_printed)
            or recipient_right(gold, want, cell)
        )

    return fits


def _alike(want: GoldRow, cell: AllocationRow) -> bool:
    return fuzz.ratio(plain(want.name), plain(cell.recipient_printed)) >= _LIKE


def columns(allocation: GoldAllocation, money: Sequence[AllocationRow]) -> dict[tuple[int, int], int]:
    """(table, column) of the dataset → place among the gold's columns, each table on its own.

    By order where a table has as many columns as the gold, else by the best assignment of labels.
    """
    found: dict[tuple[int, int], int] = {}
    for table_no in {cell.table_no for cell in money}:
        printed = {c.column_no: c.column_printed or "" for c in money if c.table_no == table_no}
        numbers = sorted(printed)
        if len(numbers) == len(allocation.columns):
            chosen = list(enumerate(numbers))
        else:
            likeness = np.array(
                [[_likeness(label, printed[n]) for n in numbers] for label in allocation.columns]
            )
            places = zip(*linear_sum_assignment(-likeness), strict=True)
            chosen = [(int(i), numbers[j]) for i, j in places if likeness[i, j] >= _LIKE]
        found |= {(table_no, column): place for place, column in chosen}
    return found


def _likeness(label: str, path: str) -> float:
    return fuzz.ratio(plain(label).replace("/", ""), plain(path).replace("/", ""))
