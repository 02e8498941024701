"""The mutation table as a property test; see docs/mutations.md for what is demanded."""

from collections import defaultdict
from itertools import chain
from pathlib import Path

import pytest

from tests.mutations.document import document
from tests.mutations.expectations import KnownGap, expectations, known_gaps, unknown_codes
from tests.mutations.judging import complaints
from tests.mutations.kinds import KINDS
from tests.mutations.mutation import Mutation
from tests.mutations.sample import SAMPLES, Sample

PAGE = Path(__file__).parents[2] / "docs" / "mutations.md"
_A_FEW = 3

every_kind = pytest.mark.parametrize("kind", KINDS)
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)


def _mutations(kind: str, sample: Sample) -> list[Mutation]:
    """Those that aren't known to fail."""
    return [
        mutation
        for mutation in KINDS[kind](sample)
        if not any(gap.holds(kind, sample, mutation) for gap in known_gaps())
    ]


def _a_few(mutations: list[Mutation]) -> list[Mutation]:
    """Some of each case, spread over all rows."""
    cases: dict[str, list[Mutation]] = defaultdict(list)
    for mutation in mutations:
        cases[mutation.case].append(mutation)
    return list(chain.from_iterable(some[:: max(1, len(some) // _A_FEW)][:_A_FEW] for some in cases.values()))


def _judge(kind: str, sample: Sample, mutations: list[Mutation]) -> None:
    found = [line for mutation in mutations for line in complaints(kind, sample, mutation)]
    assert not found, "\n".join(found)


@every_sample
@every_kind
def test_a_few_mutations_of_each_kind(kind: str, sample: Sample) -> None:
    _judge(kind, sample, _a_few(_mutations(kind, sample)))


@pytest.mark.slow
@every_sample
@every_kind
def test_all_mutations(kind: str, sample: Sample) -> None:
    _judge(kind, sample, _mutations(kind, sample))


@pytest.mark.parametrize("gap", known_gaps(), ids=lambda gap: f"{gap.kind} {gap.case} {gap.where}".strip())
def test_known_gaps_are_still_open(gap: KnownGap) -> None:
    tried = [
        (sample, mutation)
        for sample in SAMPLES
        for mutation in KINDS[gap.kind](sample)
        if gap.holds(gap.kind, sample, mutation)
    ][:_A_FEW]
    assert tried, "no such mutation"
    closed = all(not complaints(gap.kind, sample, mutation) for sample, mutation in tried)
    assert not closed, "closed: take it out of known_gaps.toml"


def test_every_kind_is_written_down_with_all_its_cases() -> None:
    met: dict[str, set[str]] = {
        kind: {mutation.case for sample in SAMPLES for mutation in mutate(sample)}
        for kind, mutate in KINDS.items()
    }
    assert met == {kind: set(entry.cases) for kind, entry in expectations().items()}


def test_every_row_is_mutated() -> None:
    for sample in SAMPLES:
        dropped = {line for mutation in KINDS["row-dropped"](sample) for line in mutation.edits}
        blank = {line for mutation in KINDS["target-blank"](sample) for line in mutation.edits}
        assert dropped == {row.line for row in sample.recipients}
        assert blank == {row.line for table in sample.tables for row in table.indicators}
        assert len(list(KINDS["table-dropped"](sample))) == len(sample.tables) > 0


def test_every_mutation_changes_the_text() -> None:
    for sample in SAMPLES:
        for kind, mutate in KINDS.items():
            for mutation in mutate(sample):
                text = "\n".join(line.text for line in sample.mutated(mutation.edits))
                assert (text == sample.text) == (mutation.case == "equal digits"), (kind, mutation.where)


def test_every_code_exists() -> None:
    assert unknown_codes() == set()


def test_the_page_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == document(), "run: python -m tests.mutations.document docs/mutations.md"
