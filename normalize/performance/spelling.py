"""One name from several doubtful readings of it: what most of them say, character by character."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from rapidfuzz.distance import Levenshtein

Reading = tuple[str, float]
"""A spelling and its weight."""

Votes = dict[str, float]


def agreed(readings: Sequence[Reading]) -> str:
    """The spelling of most weight, put right where the others outvote one of its characters.

    After ROVER (Fiscus 1997): the readings are aligned with one of them, each place is voted on.
    """
    weights: dict[str, float] = defaultdict(float)
    for text, weight in readings:
        weights[text] += weight
    pivot = max(weights, key=lambda text: (weights[text], len(text)))
    total = sum(weights.values())
    places: list[Votes] = [defaultdict(float) for _ in pivot]
    gaps: list[Votes] = [defaultdict(float) for _ in range(len(pivot) + 1)]
    for text, weight in weights.items():
        _vote(pivot, text, weight, places, gaps)
    return "".join(
        _inserted(gap, total) + (max(place, key=place.__getitem__) if place else "")
        for gap, place in zip_longest(gaps, places)
    )


def _vote(pivot: str, text: str, weight: float, places: Sequence[Votes], gaps: Sequence[Votes]) -> None:
    """A character for each of the pivot's places (an empty one where it is lost), and what stands between."""
    for code in Levenshtein.opcodes(pivot, text):
        theirs = text[code.dest_start : code.dest_end]
        if code.tag == "insert":
            gaps[code.src_start][theirs] += weight
            continue
        for n, place in enumerate(range(code.src_start, code.src_end)):
            places[place][theirs[n : n + 1]] += weight


def _inserted(gap: Votes, total: float) -> str:
    """What more than half of all readings have here."""
    return next((text for text, weight in gap.items() if weight > total / 2), "")
