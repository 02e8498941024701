"""A small run of the benchmark: no misspelt name is silent or wrong, no true name is flagged."""

import random

import pytest

from benchmarks.misspelt_names import Case, misspelt, outcome, townships, zone_cases
from schemas.reference.divisions import children, zones

_SEED = 7
CASES = [*townships(random.Random(_SEED), 12), *zone_cases(random.Random(_SEED), 8)]  # noqa: S311  a sample


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.issuer.name}-{case.true.name}")
def test_true_names_are_silent_and_others_are_not(case: Case) -> None:
    assert outcome(case, case.true.name, 1) == ("right", "silent")
    below = {d.name for d in (*children(case.issuer.code, 2021), *zones(case.issuer.code, 2021))}
    printed = misspelt(random.Random(_SEED), case.true.name, None)  # noqa: S311  a sample
    if printed and printed not in below:
        found = outcome(case, printed, 1)
        assert found.said != "silent"
        assert found.matched != "WRONG"
