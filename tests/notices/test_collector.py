"""The collector of cycles is told to look seldom, and still looks."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from notices.collector import collect_seldom


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


class _Node:
    def __init__(self) -> None:
        self.itself = self


def test_what_lives_is_set_aside() -> None:
    collect_seldom()
    assert gc.get_freeze_count() > 0


def test_a_cycle_made_later_is_still_found() -> None:
    collect_seldom()
    node = ref(_Node())
    kept = [[n] for n in range(3 * gc.get_threshold()[0])]
    assert node() is None, len(kept)
