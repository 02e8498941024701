"""Indicator rows as printed → one row an indicator: cells that hold several are cut.

A name cell with k names is followed by rows that hold only targets, or stands beside a target cell with
k targets. The cut is the one whose parts are names that the sibling tables or the catalogue know; with as
many blanks as needed, none other is possible.
"""

from collections.abc import Iterator, Sequence, Set
from itertools import combinations, pairwise
from typing import NamedTuple

from schemas.document import Piece, Place
from schemas.notation.text import canonical, clean, compare_form
from schemas.printed import PrintedIndicator
from schemas.reference.indicators import find_indicator


class RawIndicator(NamedTuple):
    """One indicator before its levels and names are compared: `labels` are those printed on its row.

    `confidence` is that of its name; null where the source can't say.
    """

    labels: tuple[Piece, ...]
    name: str
    printed: str
    target: Piece | None
    place: Place
    confidence: float | None = None
    split_from: str | None = None


def known_names(rows: Sequence[PrintedIndicator]) -> set[str]:
    """The compare forms of names that stand in a cell of their own beside a target."""
    pairs = zip(rows, (*rows[1:], None), strict=False)  # a grid without rows has only the end
    return {
        compare_form(row.name.text)
        for row, after in pairs
        if row.name and row.target and not (after and after.name is None and after.target)
    }


def split_rows(rows: Sequence[PrintedIndicator], known: Set[str]) -> tuple[RawIndicator, ...]:
    """All indicators of a table; label-only rows stay, without name and target, to keep their labels."""
    found: list[RawIndicator] = []
    index = 0
    while index < len(rows):
        run = _run(rows, index)
        found += _cut(rows[index], rows[index + 1 : index + run], known)
        index += run
    return tuple(found)


def _run(rows: Sequence[PrintedIndicator], index: int) -> int:
    """A row with the rows below that hold a target and no name."""
    end = index + 1
    while rows[index].name is not None and end < len(rows) and rows[end].name is None and rows[end].target:
        end += 1
    return end - index


def _cut(row: PrintedIndicator, more: Sequence[PrintedIndicator], known: Set[str]) -> Iterator[RawIndicator]:
    text = row.name.text if row.name else ""
    parts = text.split()
    targets = [r.target for r in (row, *more) if r.target is not None]
    beside = row.target.text.split() if row.target else []
    if more and (names := _grouped(parts, len(targets), known)):
        places = [row, *more]
        for name, target, source in zip(names, targets, places[-len(targets) :], strict=False):
            yield RawIndicator(
                labels=source.labels,
                name=name,
                printed=name,
                target=target,
                split_from=text,
                place=source.place,
            )
    elif not more and len(beside) > 1 and _all_known(parts, len(beside), known):
        for name, part in zip(parts, beside, strict=True):
            piece = Piece(text=part, place=row.place)
            yield RawIndicator(
                labels=row.labels, name=name, printed=name, target=piece, split_from=text, place=row.place
            )
    else:
        yield RawIndicator(
            labels=row.labels,
            name=canonical(text),
            confidence=row.name.place.confidence if row.name else None,
            printed=clean(text),
            target=row.target,
            place=row.place,
        )
        for extra in more:
            yield RawIndicator(
                labels=extra.labels, name="", printed="", target=extra.target, place=extra.place
            )


def _all_known(parts: Sequence[str], count: int, known: Set[str]) -> bool:
    return len(parts) == count and all(_is_known(part, known) for part in parts)


def _is_known(name: str, known: Set[str]) -> bool:
    return compare_form(name) in known or find_indicator(name) is not None


def _grouped(parts: Sequence[str], count: int, known: Set[str]) -> list[str]:
    """The parts joined to `count` names, the grouping with most known names; empty where it can't be done.

    Blanks that only wrapped a name are closed again. Of more than a dozen parts no grouping is tried.
    """
    if count < 2 or len(parts) < count or len(parts) > 12:
        return []
    best: list[str] = []
    for cuts in combinations(range(1, len(parts)), count - 1):
        edges = (0, *cuts, len(parts))
        names = [canonical(" ".join(parts[a:b])) for a, b in pairwise(edges)]
        if not best or _score(names, known) > _score(best, known):
            best = names
    return best


def _score(names: Sequence[str], known: Set[str]) -> int:
    return sum(_is_known(name, known) for name in names)
