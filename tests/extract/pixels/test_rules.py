"""Ruling lines found in pixels."""

import numpy as np
import pytest

from extract.pixels.raster import Pixels
from extract.pixels.rules import rules_along

DPI = 200.0


def _paper(*lines: tuple[int, int, int]) -> Pixels:
    """White paper with hairlines (row, start, end) two pixels thick."""
    grey = np.full((600, 1200), 255, np.uint8)
    for y, start, end in lines:
        grey[y : y + 2, start:end] = 0
    return grey


@pytest.mark.parametrize(
    ("lines", "ends"),
    [
        ([], []),
        ([(300, 200, 1000)], [(200, 1000)]),
        ([(300, 200, 1201)], [(200, 1200)]),  # up to the page's edge
        ([(300, 0, 1000)], [(0, 1000)]),
        ([(300, 200, 500), (300, 510, 1000)], [(200, 1000)]),  # a small break is closed
        ([(300, 200, 500), (300, 560, 1000)], [(200, 500), (560, 1000)]),  # a wide one is not
        ([(300, 200, 1000), (400, 200, 1000)], [(200, 1000), (200, 1000)]),
        ([(300, 200, 230)], []),  # a stroke of a letter
    ],
)
def test_one_rule_a_line_from_end_to_end(
    lines: list[tuple[int, int, int]], ends: list[tuple[int, int]]
) -> None:
    found = rules_along(_paper(*lines), DPI)
    assert len(found.rules) == len(ends)
    for rule, (start, end) in zip(found.rules, ends, strict=True):
        assert (rule.start, rule.end) == pytest.approx((start, end), abs=5)
    assert sorted(set(found.labels.ravel().tolist())) == list(range(len(ends) + 1))


def test_what_is_numbered_is_the_rules_own() -> None:
    found = rules_along(_paper((300, 200, 1000), (400, 300, 900)), DPI)
    for number, rule in enumerate(found.rules, 1):
        y, x = np.nonzero(found.labels == number)
        assert (x.min(), x.max() + 1) == (rule.start, rule.end)
        assert y.mean() + 0.5 == pytest.approx(rule.level, abs=0.5)


def test_lines_among_strokes_are_glyphs() -> None:
    grey = _paper((300, 500, 560))
    grey[290:320, 500:560:6] = 0
    assert rules_along(grey, DPI).rules == ()
