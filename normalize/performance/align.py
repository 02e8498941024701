"""Sibling tables → which of their rows are the same indicator, and how its name is spelt.

One template was filled many times: rows with the same name are one cluster; a rare name joins the cluster
it resembles where its own table has no row in that one. The name most siblings print is canonical.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz, process

from normalize.performance.slots import SlotRow, placed
from normalize.performance.spelling import agreed
from schemas.model import Frozen
from schemas.notation.text import canonical, compare_form
from schemas.reference.indicators import find_indicator, likely_indicator

# One character in seven may differ: below that, sibling indicators of one fund begin to resemble each other.
_ALIKE = 86.0
_ALIKE_IF_DOUBTFUL = 70.0
# For the template it is enough that many names are a little alike.
_ALIKE_ENOUGH = 60.0
_SAME_TEMPLATE = 0.4
# A spelling that the catalogue has weighs like as many others.
_KNOWN = 3
_DIGITS = re.compile(r"\d+")
_MARKS = re.compile(r"[\W_]+")
_NEGATIONS = re.compile(r"[不未无非]")


class Name(NamedTuple):
    """A row's name; `doubtful` where it was read from pixels and not surely. `target` is the row's.

    `weight`: how much its spelling counts among doubtful ones, 0 to 1.
    """

    text: str
    doubtful: bool = False
    weight: float = 1.0
    target: str = ""


class Cluster(Frozen):
    """An indicator over all tables: its canonical name, how many tables print it so, how many have it.

    `sure`: somebody prints it so and was read without doubt.
    """

    name: str
    votes: int
    tables: frozenset[int]
    sure: bool = True


Names = Sequence[Name]


class Alignment(Frozen):
    """For each table and row the cluster's number; null for rows without a name."""

    clusters: tuple[Cluster, ...]
    rows: tuple[tuple[int | None, ...], ...]


def families(tables: Sequence[Names]) -> tuple[int, ...]:
    """Which tables were filled from one template: a number for each, by the share of names in common."""
    found: list[list[Name]] = []
    numbers: list[int] = []
    for names in tables:
        filled = [name for name in names if name.text]
        number = next(
            (n for n, family in enumerate(found) if _shared(filled, family) >= _SAME_TEMPLATE), len(found)
        )
        if number == len(found):
            found.append([])
        if not found[number] or any(name.doubtful for name in found[number]):
            found[number] += filled  # garbled names are like some sibling's, seldom like the first one's
        numbers.append(number)
    return tuple(numbers)


def _shared(one: Names, other: Names) -> float:
    """The share of the shorter table's names that the other has too; doubtful ones need be alike only."""
    forms = [{compare_form(name.text): name.doubtful for name in names} for names in (one, other)]
    short, long = sorted(forms, key=len)
    same = sum(form in long or _is_among(form, doubtful, long) for form, doubtful in short.items())
    return same / max(1, len(short))


def _is_among(form: str, doubtful: bool, others: Mapping[str, bool]) -> bool:
    open_ones = [other for other, unsure in others.items() if doubtful or unsure]
    found = process.extractOne(form, open_ones, scorer=fuzz.ratio, score_cutoff=_ALIKE_ENOUGH)
    return found is not None


def align(tables: Sequence[Names]) -> Alignment:
    """Cluster the rows of one family's tables."""
    forms = [[compare_form(name.text) for name in names] for names in tables]
    holders: dict[str, set[int]] = {}
    for number, row in enumerate(forms):
        for form in filter(None, row):
            holders.setdefault(form, set()).add(number)
    leader = _leaders(holders, _sure_forms(tables))
    order = list(dict.fromkeys(leader[form] for row in forms for form in row if form))
    numbers = {form: n for n, form in enumerate(order)}
    rows = [tuple(numbers[leader[form]] if form else None for form in row) for row in forms]
    if any(name.doubtful for names in tables for name in names):
        rows = placed(_slot_rows(tables, forms, rows), dict(enumerate(order)))
    clusters = tuple(_cluster(n, tables, rows) for n in range(len(order)))
    return Alignment(clusters=clusters, rows=tuple(rows))


def _slot_rows(
    tables: Sequence[Names], forms: Sequence[Sequence[str]], rows: Sequence[Sequence[int | None]]
) -> list[list[SlotRow]]:
    return [
        [
            SlotRow(
                form=form, doubtful=name.doubtful, weight=name.weight, cluster=cluster, target=name.target
            )
            for name, form, cluster in zip(names, row, numbers, strict=True)
        ]
        for names, row, numbers in zip(tables, forms, rows, strict=True)
    ]


def _sure_forms(tables: Sequence[Names]) -> set[str]:
    return {compare_form(name.text) for names in tables for name in names if not name.doubtful}


def _leaders(holders: dict[str, set[int]], sure: set[str]) -> dict[str, str]:
    """Each spelling's cluster, named by its commonest spelling; doubtful ones need be less alike."""
    common_first = sorted(holders, key=lambda form: (form not in sure, -len(holders[form])))
    leaders: dict[str, set[int]] = {}
    leader: dict[str, str] = {}
    for form in common_first:
        least = _ALIKE if form in sure else _ALIKE_IF_DOUBTFUL
        chosen = _leader_for(form, holders[form], leaders, least)
        leader[form] = chosen
        leaders.setdefault(chosen, set()).update(holders[form])
    return leader


def _leader_for(form: str, tables: set[int], leaders: dict[str, set[int]], least: float) -> str:
    open_ones = [
        other for other, taken in leaders.items() if not taken & tables and _may_be_same(form, other)
    ]
    found = process.extractOne(form, open_ones, scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else form


def _may_be_same(one: str, other: str) -> bool:
    """Other digits or another negation make another indicator, however alike the rest."""
    return _DIGITS.findall(one) == _DIGITS.findall(other) and _NEGATIONS.findall(one) == _NEGATIONS.findall(
        other
    )


def _cluster(number: int, tables: Sequence[Names], rows: Sequence[Sequence[int | None]]) -> Cluster:
    members = [
        (table, name)
        for table, (names, clusters) in enumerate(zip(tables, rows, strict=True))
        for name, cluster in zip(names, clusters, strict=True)
        if cluster == number
    ]
    if not members:  # its only rows were moved to another
        return Cluster(name="", votes=0, tables=frozenset())
    name = _spelt([name for _, name in members])
    same = [n for _, n in members if compare_form(n.text) == compare_form(name)]
    return Cluster(
        name=name,
        votes=len({table for table, n in members if compare_form(n.text) == compare_form(name)}),
        tables=frozenset(table for table, _ in members),
        sure=any(not n.doubtful for n in same),
    )


def _spelt(names: Names) -> str:
    """The spelling most print; where none was read surely, what they and the catalogue agree on."""
    sure = Counter(compare_form(name.text) for name in names if not name.doubtful)
    if not sure:
        return _agreed([(canonical(name.text), name.weight) for name in names if name.text])
    form = sure.most_common(1)[0][0]
    return Counter(canonical(n.text) for n in names if compare_form(n.text) == form).most_common(1)[0][0]


def _agreed(spelt: Sequence[tuple[str, float]]) -> str:
    """What the readings agree on; its commas and brackets as the catalogue prints them."""
    name = agreed([(text, weight * (_KNOWN if find_indicator(text) else 1)) for text, weight in spelt])
    known = likely_indicator(name, cutoff=_ALIKE)
    same = known is not None and _MARKS.sub("", known[0].name) == _MARKS.sub("", name)
    return known[0].name if known and same else name
