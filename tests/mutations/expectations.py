"""The expected findings of each kind of mutation (`expectations.toml`) and what is known to fail as yet."""

import tomllib
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from schemas.finding_codes import finding_codes
from schemas.model import Frozen
from tests.mutations.mutation import Mutation
from tests.mutations.sample import Sample

_HERE = Path(__file__).parent


class Case(Frozen):
    """What must, may and can't follow; see the head of `expectations.toml`."""

    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    silent: str | None = None
    harmless: str | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Case":
        if bool(self.silent) and bool(self.harmless):
            raise ValueError("either silent or harmless")
        if not (self.required or self.one_of or self.silent or self.harmless):
            raise ValueError("neither findings nor the reason why there are none")
        return self

    @property
    def codes(self) -> frozenset[str]:
        return frozenset((*self.required, *self.one_of, *self.allowed))


class Expectation(Frozen):
    """A kind: what it changes, its cases by name."""

    changes: str
    allowed: tuple[str, ...] = ()
    cases: dict[str, Case] = Field(min_length=1)

    def case(self, name: str) -> Case:
        found = self.cases[name]
        return found.model_copy(update={"allowed": (*found.allowed, *self.allowed)})


class KnownGap(Frozen):
    """Mutations that fail as yet, and how."""

    kind: str
    shows: str
    case: str = ""
    sample: str = ""
    where: str = ""

    def holds(self, kind: str, sample: Sample, mutation: Mutation) -> bool:
        here = self.kind == kind and self.case in ("", mutation.case)
        return here and self.sample in sample.name and self.where in mutation.where


@cache
def expectations() -> dict[str, Expectation]:
    text = (_HERE / "expectations.toml").read_text(encoding="utf-8")
    return {kind: Expectation.model_validate(entry) for kind, entry in tomllib.loads(text).items()}


@cache
def known_gaps() -> tuple[KnownGap, ...]:
    text = (_HERE / "known_gaps.toml").read_text(encoding="utf-8")
    return tuple(KnownGap.model_validate(entry) for entry in tomllib.loads(text).get("KNOWN_GAPS", []))


def unknown_codes() -> set[str]:
    """Codes named here that no check has, gaps aside."""
    open_kinds = {gap.kind for gap in known_gaps()}
    named = {
        code
        for kind, entry in expectations().items()
        for case in entry.cases
        for code in entry.case(case).codes
        if kind not in open_kinds
    }
    return named - set(finding_codes())
