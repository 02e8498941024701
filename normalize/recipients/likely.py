"""Names that no list has → the divisions that are left: by likeness, all rows together, or by elimination."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from normalize.recipients.doubt import light, may_mean
from normalize.recipients.likeness import Scores, likeness
from normalize.recipients.matched import as_match, unknown
from normalize.recipients.roster import Roster
from schemas.dataset.codes import MatchMethod, RecipientKind
from schemas.notice import Match
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import Division

# Half the characters of a three-character name, and ten points before the next: below that two counties of
# one prefecture are told apart by chance.
CLEAR = 60.0
MARGIN = 10.0


def by_likeness(names: Sequence[str], found: Sequence[Match | None], roster: Roster) -> dict[str, Match]:
    """The joint assignment, kept where each pair is clear by itself or by what the others leave.

    `found` are the matches of all rows, null for these names.
    """
    free = _free(roster, found)
    if not names or not free:
        return {}
    scores = likeness(names, free)
    clear: dict[str, Match] = {}
    for row, column in zip(*linear_sum_assignment(scores, maximize=True), strict=True):
        method = _how_clear(scores, int(row), int(column))
        if method is not None:
            score = round(float(scores[row, column]), 1)
            clear[names[int(row)]] = _likely(names[int(row)], free[int(column)], method, score, roster.year)
    return clear


def _likely(name: str, found: Division, method: MatchMethod, score: float, year: int | None) -> Match:
    """The match, or an open one with what it resembles where the name may be somebody else's."""
    lightly = light(name, (found.name, *short_forms(found)))
    by_the_others = found.level == "township" and lightly and method == MatchMethod.ASSIGNMENT
    if by_the_others or not _may_mean(name, found):
        return unknown(name).model_copy(update={"near": (found.name,)})
    match = as_match(found, method, score, spelled=False, year=year)
    return match.model_copy(update={"light": lightly})


def _may_mean(name: str, found: Division) -> bool:
    return may_mean(name, found.name, township=found.level == "township")


def _how_clear(scores: Scores, row: int, column: int) -> MatchMethod | None:
    score = scores[row, column]
    if score < CLEAR:
        return None
    others = np.delete(scores[row], column)
    if others.size == 0 or score - others.max() >= MARGIN:
        return MatchMethod.FUZZY
    rivals = np.delete(scores, row, axis=0)
    better = [c for c in range(scores.shape[1]) if c != column and scores[row, c] > score - MARGIN]
    spoken_for = all(rivals[:, c].max(initial=0) >= scores[row, c] + MARGIN for c in better)
    return MatchMethod.ASSIGNMENT if spoken_for else None


def by_elimination(name: str, found: Sequence[Match | None], roster: Roster) -> Match | None:
    """As many rows as divisions, one of each is left, and the name isn't another's."""
    free = _free(roster, found)
    taken = len(_expected(roster, found)) - len(free)
    if len(free) != 1 or taken < 2 or not _may_mean(name, free[0]):
        return None
    return as_match(free[0], MatchMethod.INFERRED, None, spelled=False, year=roster.year)


def _free(roster: Roster, found: Sequence[Match | None]) -> list[Division]:
    """The divisions of the table's own level that no row has taken."""
    taken = {match.division_code for match in found if match}
    uncoded = {match.name for match in found if match and match.division_code is None}
    return [m for m in _expected(roster, found) if m.code not in taken and m.name not in uncoded]


def _expected(roster: Roster, found: Sequence[Match | None]) -> list[Division]:
    """The level that most rows have; without any, the level below the jurisdiction."""
    here = roster.jurisdiction.code
    coded = [m for m in found if m and (m.division_code or m.kind == RecipientKind.TOWNSHIP)]
    kinds = [m.kind for m in coded if m.division_code != here]
    below = [m for m in roster.members if m.code != here and m.level != "zone"]
    if kinds:
        level = max(set(kinds), key=kinds.count)
        return [m for m in below if m.level == level]
    return [m for m in below if m.parent_code == here or roster.jurisdiction.nationwide]
