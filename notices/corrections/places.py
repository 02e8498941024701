"""Numbered rows and tables of a notice."""

from collections.abc import Sequence
from typing import TypeVar

from notices.corrections.outcome import NotThereError

T = TypeVar("T")


def at(found: Sequence[T], number: int | None) -> T:
    """The one of that number, from 1; raises NotThereError."""
    if number is None or not 1 <= number <= len(found):
        raise NotThereError("the row is no longer there", "该行已不存在")
    return found[number - 1]


def replaced(found: Sequence[T], number: int, new: T) -> tuple[T, ...]:
    """The same with another in its place."""
    return (*found[: number - 1], new, *found[number:])
