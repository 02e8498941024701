"""Rows whose names were read with doubt → their place in the template, by order and likeness.

Sibling tables print one template's rows in one order. A name that a fax garbled beyond likeness still stands
between two that were read: the rows of a table are laid along the template so that the order holds and the
likeness of names is greatest (Needleman-Wunsch).
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from schemas.model import Frozen

_KNOWN = 2.0
# A third of the characters alike: garbled names reach that with their own slot, and rarely with another.
_ALIKE = 0.35
_SAME_TARGET = 0.1


class SlotRow(Frozen):
    """A row: its name's compare form, whether that is in doubt, its cluster's number, its target."""

    form: str
    doubtful: bool
    weight: float = 1.0
    cluster: int | None
    target: str = ""


Tables = Sequence[Sequence[SlotRow]]


def placed(tables: Tables, names: Mapping[int, str]) -> list[tuple[int | None, ...]]:
    """Each row's cluster, doubtful rows moved to the established one they stand for; `names` by cluster."""
    established = _established(tables)
    order = _order(tables, established)
    targets = _targets(tables, established)
    return [_along(rows, order, established, names, targets) for rows in tables]


def _established(tables: Tables) -> set[int]:
    """The clusters that one table has surely, or a third of all have; and all of the best read table."""
    holders: Counter[int] = Counter()
    sure: set[int] = set()
    for rows in tables:
        holders.update(row.cluster for row in rows if row.cluster is not None)
        sure |= {row.cluster for row in rows if row.cluster is not None and not row.doubtful}
    best = max(tables, key=lambda rows: sum(row.weight for row in rows if row.form))
    seed = {row.cluster for row in best if row.cluster is not None}
    return sure | seed | {cluster for cluster, count in holders.items() if count >= max(2, len(tables) / 3)}


def _order(tables: Tables, established: set[int]) -> list[int]:
    """The established clusters in the template's order: the fullest table's, the others' put in between."""
    runs = [
        [r.cluster for r in rows if r.cluster is not None and r.cluster in established] for rows in tables
    ]
    order: list[int] = []
    for run in sorted(runs, key=len, reverse=True):
        at = 0
        for cluster in run:
            if cluster in order:
                at = order.index(cluster) + 1
            else:
                order.insert(at, cluster)
                at += 1
    return order


def _targets(tables: Tables, established: set[int]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for rows in tables:
        for row in rows:
            if row.cluster is not None and row.cluster in established and row.target:
                found.setdefault(row.cluster, set()).add(row.target)
    return found


def _along(
    rows: Sequence[SlotRow],
    order: Sequence[int],
    established: set[int],
    names: Mapping[int, str],
    targets: Mapping[int, set[str]],
) -> tuple[int | None, ...]:
    taken = {row.cluster for row in rows if row.cluster is not None and row.cluster in established}
    score = np.array([[_score(row, slot, taken, names, targets) for slot in order] for row in rows])
    chosen = _best(score) if order and rows else {}
    chosen |= _by_place(rows, chosen, len(order), [order[n] in taken for n in range(len(order))])
    return tuple(order[chosen[n]] if n in chosen else row.cluster for n, row in enumerate(rows))


def _by_place(
    rows: Sequence[SlotRow], chosen: Mapping[int, int], width: int, taken: Sequence[bool]
) -> dict[int, int]:
    """Doubtful and unread names between two rows that have their slots, where as many slots are free."""
    found: dict[int, int] = {}
    edges = [(-1, -1), *sorted(chosen.items()), (len(rows), width)]
    for (above, first), (below, last) in pairwise(edges):
        between = list(range(above + 1, below))
        free = [slot for slot in range(first + 1, last) if not taken[slot]]
        if len(between) == len(free) and all(rows[n].doubtful for n in between):
            found |= dict(zip(between, free, strict=True))
    return found


def _score(
    row: SlotRow,
    slot: int,
    taken: set[int],
    names: Mapping[int, str],
    targets: Mapping[int, set[str]],
) -> float:
    """What it is worth to lay the row on the slot; nothing or less where it can't stand for it."""
    if row.cluster == slot:
        return _KNOWN
    if not row.doubtful or not row.form or slot in taken or row.cluster in taken:
        return 0.0
    likeness = fuzz.ratio(row.form, names[slot]) / 100 - _ALIKE
    return likeness + (_SAME_TARGET if row.target and row.target in targets.get(slot, ()) else 0.0)


def _best(score: NDArray[np.float64]) -> dict[int, int]:
    """Row → slot for the greatest sum of scores in one order (the usual dynamic programme)."""
    height, width = score.shape
    total = np.zeros((height + 1, width + 1))
    for i in range(1, height + 1):
        for j in range(1, width + 1):
            laid = total[i - 1, j - 1] + score[i - 1, j - 1] if score[i - 1, j - 1] > 0 else 0.0
            total[i, j] = max(total[i - 1, j], total[i, j - 1], laid)
    chosen: dict[int, int] = {}
    i, j = height, width
    while i and j:
        if total[i, j] == total[i - 1, j]:
            i -= 1
        elif total[i, j] == total[i, j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            chosen[i] = j
    return chosen
