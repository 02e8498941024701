"""Rows that lost their blank cells: the only way to place their figures so that all sums close."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from extract.flows.tokens import is_total
from extract.flows.tree import Sum
from schemas.document import Piece
from schemas.notation.errors import NotationError
from schemas.notation.numbers import parse_number

# Above this many ways to place a table's figures sums close by chance, and the search takes too long.
_MOST_WAYS = 50_000

Placed = tuple[Piece | None, ...]


def value(piece: Piece | None) -> Decimal | None:
    """The figure's value; null for a blank, a dash and what is no plain number."""
    if piece is None:
        return None
    try:
        return parse_number(piece.text)
    except NotationError:
        return None


def placed(
    rows: Sequence[tuple[Piece | None, Sequence[Piece]]], width: int, sums: Sequence[Sum]
) -> tuple[Placed, ...] | None:
    """Each row's figures in `width` columns, blanks between them; null where no or more than one way closes.

    `rows` are names and figures, `sums` the columns that are sums of others; a row 合计 is that of the rows.
    """
    if all(len(figures) == width for _, figures in rows):
        return tuple(tuple(figures) for _, figures in rows)
    if (below := _total_placed(rows, width)) is not None:
        return below
    ways = [_ways(figures, width, sums) for _, figures in rows]
    totals = [i for i, (name, _) in enumerate(rows) if is_total(name)]
    if any(not way for way in ways):
        return None
    if all(len(way) == 1 for way in ways):
        return tuple(way[0] for way in ways) if sums else None
    return _closing(ways, totals[0]) if len(totals) == 1 else None


def _total_placed(
    rows: Sequence[tuple[Piece | None, Sequence[Piece]]], width: int
) -> tuple[Placed, ...] | None:
    """Full rows and one 合计 without a sum of some columns (标准): its figures go where they are sums."""
    short = [i for i, (_, figures) in enumerate(rows) if len(figures) < width]
    if len(short) != 1 or not is_total(rows[short[0]][0]):
        return None
    others = [tuple(figures) for i, (_, figures) in enumerate(rows) if i != short[0]]
    sums = _summed(others, width)
    fits = [
        way
        for way in _in_order(rows[short[0]][1], width)
        if all(piece is None or value(piece) == total for piece, total in zip(way, sums, strict=True))
    ]
    return (*others[: short[0]], fits[0], *others[short[0] :]) if len(fits) == 1 else None


def _summed(rows: Sequence[Placed], width: int) -> list[Decimal]:
    return [sum((value(row[c]) or Decimal(0) for row in rows), Decimal(0)) for c in range(width)]


def _ways(figures: Sequence[Piece], width: int, sums: Sequence[Sum]) -> list[Placed]:
    """All ways in order that close; a full row has but one, whether it closes or not."""
    if len(figures) == width:
        return [tuple(figures)]
    return [way for way in _in_order(figures, width) if all(_adds_up(way, *one) for one in sums)]


def _in_order(figures: Sequence[Piece], width: int) -> Iterator[Placed]:
    for places in combinations(range(width), len(figures)):
        at = dict(zip(places, figures, strict=True))
        yield tuple(at.get(c) for c in range(width))


def _adds_up(way: Placed, whole: int, parts: Sequence[int]) -> bool:
    summed = sum((value(way[part]) or Decimal(0) for part in parts), Decimal(0))
    return (value(way[whole]) or Decimal(0)) == summed


def _closing(ways: Sequence[Sequence[Placed]], total: int) -> tuple[Placed, ...] | None:
    """The one choice whose columns add up to the total row."""
    count = 1
    for way in ways:
        count *= len(way)
    if count > _MOST_WAYS:
        return None
    found = [choice for target in ways[total] for choice in _choices(ways, total, target, _values(target))]
    return found[0] if len(found) == 1 else None


def _choices(
    ways: Sequence[Sequence[Placed]], total: int, target: Placed, left: Sequence[Decimal], row: int = 0
) -> Iterator[tuple[Placed, ...]]:
    """Choices for the rows from this one on that use up what is left of the total, column by column."""
    if row == len(ways):
        if not any(left):
            yield ()
        return
    for way in (target,) if row == total else ways[row]:
        rest = left if row == total else [a - b for a, b in zip(left, _values(way), strict=True)]
        for choice in _choices(ways, total, target, rest, row + 1):
            yield (way, *choice)


def _values(way: Placed) -> tuple[Decimal, ...]:
    return tuple(value(piece) or Decimal(0) for piece in way)
