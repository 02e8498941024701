"""Where every kind of mutation is written down by name."""

from collections.abc import Callable, Iterable

from tests.mutations.mutation import Mutation
from tests.mutations.sample import Sample

Mutate = Callable[[Sample], Iterable[Mutation]]

KINDS: dict[str, Mutate] = {}


def kind(name: str) -> Callable[[Mutate], Mutate]:
    def keep(mutate: Mutate) -> Mutate:
        assert name not in KINDS, name
        KINDS[name] = mutate
        return mutate

    return keep
