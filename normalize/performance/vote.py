"""Targets read with doubt, put right by the sibling tables.

Only a doubtful reading yields: low confidence, a form that looks misread, a bare > or < (an engine that lost
the bar of ≥). A reading that the engine is sure of stays, whatever the siblings say: it may be a real
difference or an error of the source, and is reported as such.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from schemas.dataset.codes import Method, Operator
from schemas.notation.targets import Target
from schemas.notice import Indicator

_SURE = 0.9
_MOST = 2 / 3
_FEWEST = 3

Tables = Sequence[tuple[int, Sequence[Indicator]]]


def voted(tables: Tables) -> list[tuple[Indicator, ...]]:
    """Each table's indicators, in order; a doubtful target takes its siblings' common value."""
    usual = _usual(tables)
    return [tuple(_put_right(row, usual.get((family, row.name))) for row in rows) for family, rows in tables]


def _usual(tables: Tables) -> dict[tuple[int, str], Target]:
    """The target that two thirds of three siblings or more print."""
    votes: dict[tuple[int, str], list[Target]] = defaultdict(list)
    for family, rows in tables:
        for row in rows:
            if row.target is not None and row.name:
                votes[family, row.name].append(row.target)
    found: dict[tuple[int, str], Target] = {}
    for key, targets in votes.items():
        text, count = Counter(t.canonical for t in targets).most_common(1)[0]
        if len(targets) >= _FEWEST and count >= _MOST * len(targets):
            found[key] = next(t for t in targets if t.canonical == text)
    return found


def _put_right(row: Indicator, usual: Target | None) -> Indicator:
    if usual is None or row.target is None or row.target.canonical == usual.canonical or not is_doubtful(row):
        return row
    return row.model_copy(update={"target": usual, "target_method": Method.REPAIRED})


def is_doubtful(row: Indicator) -> bool:
    """Whether the target was read from pixels and not surely."""
    confidence = row.place.confidence
    if confidence is None or confidence == 1 or row.target is None:
        return False
    return confidence < _SURE or row.target.doubtful or row.target.operator in (Operator.GT, Operator.LT)
