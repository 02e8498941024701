"""The lexers' word lists, read from `words.toml`."""

import tomllib
from importlib import resources

from schemas.dataset.codes import Operator
from schemas.model import Frozen


class ListWords(Frozen):
    """How the pieces of an addressee list end."""

    organisation_endings: tuple[str, ...]
    division_endings: tuple[str, ...]


class DocumentNumberWords(Frozen):
    """What may stand before a 机关代字 without belonging to it."""

    leading: tuple[str, ...]
    ambiguous: tuple[str, ...]
    sentence: tuple[str, ...]
    agencies: tuple[str, ...]


class TargetWords(Frozen):
    """The printed forms of each operator, before and behind the number; `lead` are words without a bound."""

    lead: tuple[str, ...]
    operators: dict[Operator, tuple[str, ...]]
    suffixes: dict[Operator, tuple[str, ...]]


class Words(Frozen):
    """All lists, each where the module that reads it can find it."""

    lists: ListWords
    document_numbers: DocumentNumberWords
    targets: TargetWords


WORDS = Words.model_validate(
    tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
)
