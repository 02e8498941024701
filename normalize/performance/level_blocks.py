"""Levels rebuilt: the rows cut into blocks of the standard form's tree (Viterbi over rows and paths).

Where merged cells were lost, a block's label stands on its first row, in its middle, or slipped by one.
The cut chosen is the one that contradicts printed labels, sibling tables and the catalogue least.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from normalize.performance.levels import LevelRow, read_down
from schemas.dataset.codes import Method
from schemas.notice import Level
from schemas.reference.levels import level_tree

Path = tuple[str, str]
Votes = Mapping[Path, float]
Costs = NDArray[np.float64]

# What it costs to contradict. One voter (all siblings together, or the catalogue) yields to a label printed
# on the row itself; both together outweigh it.
_LABEL = 3.0
_SLIPPED = 1.0
_LEVEL1 = 2.0
_VOTER = 2.0
# A block opens where its label stands; else it should stand in the table at all.
_LABEL_ELSEWHERE = 1.0
_NO_LABEL = 2.0
_BACKWARDS = 1.5


def rebuild(
    rows: Sequence[LevelRow], siblings: Sequence[Votes], catalogue: Sequence[Votes]
) -> tuple[Level, ...]:
    """A level for each row; `siblings` and `catalogue` hold each row's votes, empty where nobody knows it."""
    paths = [(path.level1, path.level2) for path in level_tree().paths]
    emission = np.array([_row(r, (s, c), paths) for r, s, c in zip(rows, siblings, catalogue, strict=True)])
    chosen = _cheapest(emission, [_step(rows, n, paths) for n in range(len(rows))])
    plain = read_down(rows)
    return tuple(_level(paths[path], level) for path, level in zip(chosen, plain, strict=True))


def _level(path: Path, plain: Level) -> Level:
    same = path == (plain.level1, plain.level2)
    changes = {"level1": path[0], "level2": path[1], "method": Method.READ if same else Method.REPAIRED}
    return plain.model_copy(update=changes)


def _row(row: LevelRow, voters: Sequence[Votes], paths: Sequence[Path]) -> list[float]:
    """What each path costs on this row by itself: votes against it, another level 1 printed."""
    return [
        sum(_VOTER * (1 - votes.get(path, 0.0) / sum(votes.values())) for votes in voters if votes)
        + (_LEVEL1 if row.level1 and row.level1 != path[0] else 0.0)
        for path in paths
    ]


def _step(rows: Sequence[LevelRow], number: int, paths: Sequence[Path]) -> Costs:
    """The cost of [path of the row above, path of this row]: labels contradicted, blocks opened."""
    printed = {row.level2 for row in rows if row.level2}
    often = Counter(row.level2 for row in rows)
    row, above = rows[number], rows[number - 1] if number else None
    step = np.zeros((len(paths), len(paths)))
    for after, path in enumerate(paths):
        opening = 0.0 if row.level2 == path[1] else _LABEL_ELSEWHERE if path[1] in printed else _NO_LABEL
        step[:, after] += opening
        step[after + 1 :, after] += _BACKWARDS
        step[after, after] -= opening if number else 0.0
        step[:, after] += _label(row, path, often)
    for before, path in enumerate(paths):
        if row.level2 == path[1]:
            step[before] = np.minimum(step[before], step[before] - _refund(row, paths, often))
        if above and above.level2 and above.level2 != path[1]:
            follows = [p for p, (_, two) in enumerate(paths) if two == above.level2]
            step[before, follows] -= (_LABEL - _SLIPPED) / often[above.level2]
    return step


def _label(row: LevelRow, path: Path, often: Counter[str | None]) -> float:
    """A label printed several times weighs less: a merged cell's is printed once."""
    return _LABEL / often[row.level2] if row.level2 and row.level2 != path[1] else 0.0


def _refund(row: LevelRow, paths: Sequence[Path], often: Counter[str | None]) -> Costs:
    """Where the row above still has the label's path, the label has slipped by one."""
    slipped = (_LABEL - _SLIPPED) / often[row.level2]
    return np.array([slipped if path[1] != row.level2 else 0.0 for path in paths])


def _cheapest(emission: Costs, steps: Sequence[Costs]) -> list[int]:
    """The path of each row: the usual dynamic programme over the rows."""
    spent = emission[0] + steps[0][0]
    came: list[NDArray[np.intp]] = []
    for cost, step in zip(emission[1:], steps[1:], strict=True):
        total = spent[:, None] + step
        came.append(total.argmin(axis=0))
        spent = total.min(axis=0) + cost
    chosen = [int(spent.argmin())]
    for back in reversed(came):
        chosen.append(int(back[chosen[-1]]))
    return chosen[::-1]
