"""Sibling tables → which of their rows are the same indicator, and how its name is spelt.

One template was filled many times: rows with the same name are one cluster; a rare name joins the cluster
it resembles where its own table has no row in that one. The name most siblings print is canonical.
"""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from schemas.model import Frozen
from schemas.notation.text import canonical, compare_form

# One character in seven may differ: below that, sibling indicators of one fund begin to resemble each other.
_ALIKE = 86.0
_SAME_TEMPLATE = 0.4
_DIGITS = re.compile(r"\d+")
_NEGATIONS = re.compile(r"[不未无非]")

Names = Sequence[str]


class Cluster(Frozen):
    """An indicator over all tables: its canonical name and how many tables print it so."""

    name: str
    votes: int
    tables: frozenset[int]


class Alignment(Frozen):
    """For each table and row the cluster's number; null for rows without a name."""

    clusters: tuple[Cluster, ...]
    rows: tuple[tuple[int | None, ...], ...]


def families(tables: Sequence[Names]) -> tuple[int, ...]:
    """Which tables were filled from one template: a number for each, by the share of names in common."""
    found: list[set[str]] = []
    numbers: list[int] = []
    for names in tables:
        forms = {compare_form(name) for name in names if name}
        number = next(
            (n for n, family in enumerate(found) if _shared(forms, family) >= _SAME_TEMPLATE), len(found)
        )
        if number == len(found):
            found.append(forms)
        numbers.append(number)
    return tuple(numbers)


def _shared(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def align(tables: Sequence[Names]) -> Alignment:
    """Cluster the rows of one family's tables."""
    forms = [[compare_form(name) for name in names] for names in tables]
    holders: dict[str, set[int]] = {}
    for number, row in enumerate(forms):
        for form in filter(None, row):
            holders.setdefault(form, set()).add(number)
    leader = _leaders(holders)
    order = list(dict.fromkeys(leader[form] for row in forms for form in row if form))
    numbers = {form: n for n, form in enumerate(order)}
    clusters = tuple(_cluster(form, leader, holders, tables, forms) for form in order)
    rows = tuple(tuple(numbers[leader[form]] if form else None for form in row) for row in forms)
    return Alignment(clusters=clusters, rows=rows)


def _leaders(holders: dict[str, set[int]]) -> dict[str, str]:
    """Each spelling's cluster, named by its commonest spelling."""
    common_first = sorted(holders, key=lambda form: -len(holders[form]))
    leaders: dict[str, set[int]] = {}
    leader: dict[str, str] = {}
    for form in common_first:
        chosen = _leader_for(form, holders[form], leaders)
        leader[form] = chosen
        leaders.setdefault(chosen, set()).update(holders[form])
    return leader


def _leader_for(form: str, tables: set[int], leaders: dict[str, set[int]]) -> str:
    open_ones = [
        other for other, taken in leaders.items() if not taken & tables and _may_be_same(form, other)
    ]
    found = process.extractOne(form, open_ones, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return found[0] if found else form


def _may_be_same(one: str, other: str) -> bool:
    """Other digits or another negation make another indicator, however alike the rest."""
    return _DIGITS.findall(one) == _DIGITS.findall(other) and _NEGATIONS.findall(one) == _NEGATIONS.findall(
        other
    )


def _cluster(
    form: str,
    leader: dict[str, str],
    holders: dict[str, set[int]],
    tables: Sequence[Names],
    forms: Sequence[Names],
) -> Cluster:
    members = [other for other, of in leader.items() if of == form]
    spelt = Counter(
        canonical(name)
        for names, row in zip(tables, forms, strict=True)
        for name, f in zip(names, row, strict=True)
        if f == form
    )
    held = frozenset(n for member in members for n in holders[member])
    return Cluster(name=spelt.most_common(1)[0][0], votes=len(holders[form]), tables=held)
