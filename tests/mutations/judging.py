"""Whether a mutation had the outcome that is written down for it."""

from collections.abc import Iterator

from tests.mutations.expectations import Case, expectations
from tests.mutations.mutation import Mutation
from tests.mutations.outcome import Outcome, outcome
from tests.mutations.sample import Sample


def complaints(kind: str, sample: Sample, mutation: Mutation) -> list[str]:
    """All that isn't as expected, each a line that names the mutation."""
    case = expectations()[kind].case(mutation.case)
    found = outcome(sample, mutation)
    lines = (*_codes(case, found), *_places(found, mutation), *_loudness(case, found, mutation))
    return [f"{kind} | {mutation.case} | {mutation.where}: {line}" for line in lines]


def _codes(case: Case, found: Outcome) -> Iterator[str]:
    said = {one.check for one in found.said}
    if missing := set(case.required) - said:
        yield f"expected {sorted(missing)}, found {sorted(said)}"
    if case.one_of and not said & set(case.one_of):
        yield f"expected one of {sorted(case.one_of)}, found {sorted(said)}"
    for one in found.new:
        if one.check not in case.codes:
            yield f"unexpected {one.check}: {one.message}"


def _places(found: Outcome, mutation: Mutation) -> Iterator[str]:
    for one in found.errors:
        if not one.place.within(mutation.scope):
            yield f"an error names neither the row, its total nor its table: {one.check}: {one.message}"


def _loudness(case: Case, found: Outcome, mutation: Mutation) -> Iterator[str]:
    loud = [one for one in found.new if one.loud]
    if case.silent and loud:
        yield f"said to be silent, but {loud[0].check}: {loud[0].message}"
    if case.harmless and found.wrong:
        yield "said to be harmless, but a value differs"
    here = any(one.loud and one.place.within(mutation.scope) for one in found.said)
    if found.wrong and not case.silent and not here:
        yield "a value differs and no error or warning points at it"
