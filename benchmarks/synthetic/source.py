"""The one source of chance, and the phrases it draws from."""

import random
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from schemas.model import Frozen

Chance = random.Random
T = TypeVar("T")


def chance(*seed: object) -> Chance:
    """A source that gives the same in every Python and on every machine (a text is hashed with SHA-512)."""
    return random.Random("/".join(map(str, seed)))  # noqa: S311 - made-up notices, no secrets


def likely(source: Chance, share: float) -> bool:
    """True in that share of cases."""
    return source.random() < share


def weighted(source: Chance, weights: dict[T, float]) -> T:
    """One of the keys, by weight."""
    return source.choices(list(weights), list(weights.values()))[0]


class Phrases(Frozen):
    """`phrases.toml`; `{w}` stands for 省/市/州…, `{place}` for the issuer's name."""

    verbs: tuple[str, ...]
    batches: tuple[str, ...]
    offices: tuple[str, ...]
    brackets: tuple[str, ...]
    partners: tuple[str, ...]
    institutions: tuple[str, ...]
    parts: tuple[str, ...]
    addressees: tuple[tuple[str, ...], ...]
    addressees_province: tuple[tuple[str, ...], ...]
    addressees_county: tuple[tuple[str, ...], ...]
    copies: tuple[str, ...]
    header_words: tuple[str, ...]
    header_words_county: tuple[str, ...]
    amount_words: tuple[str, ...]
    adjust_words: tuple[str, ...]
    earlier_words: tuple[str, ...]
    now_words: tuple[str, ...]
    sum_words: tuple[str, ...]
    part_words: tuple[tuple[str, ...], ...]
    part_words_region: tuple[tuple[str, ...], ...]
    project_words: tuple[tuple[str, ...], ...]
    count_words: tuple[str, ...]
    standard_words: tuple[str, ...]
    remarks: tuple[str, ...]
    clauses: tuple[str, ...]
    subclauses: tuple[str, ...]
    income: tuple[tuple[str, str], ...]
    spending: tuple[tuple[str, str], ...]
    goals: tuple[str, ...]
    qualitative: tuple[str, ...]
    deadlines: tuple[str, ...]


@cache
def phrases() -> Phrases:
    """Read the phrases once."""
    text = Path(__file__).with_name("phrases.toml").read_text("utf-8")
    return Phrases.model_validate(tomllib.loads(text))


def sample(source: Chance, items: Sequence[T], most: int) -> tuple[T, ...]:
    """Up to so many of them, in their order."""
    kept = sorted(source.sample(range(len(items)), min(most, len(items))))
    return tuple(items[i] for i in kept)
