"""The words of report and terminal, out of one catalogue: `words.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from schemas.dataset.codes import Code, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.tables import table
from schemas.finding_codes import FindingCode, finding_codes
from schemas.model import Frozen

Language = Literal["zh", "en"]


class Words(Frozen):
    """The catalogue in one language; called with a key and the fields that its text names."""

    language: Language
    entries: Mapping[str, str]

    def __call__(self, key: str, **fields: str | int) -> str:
        """Fill a text in; an unknown key is a mistake in the calling code and raises KeyError."""
        return self.entries[key].format(**fields)

    def label(self, code: Code) -> str:
        """Name a code of the dataset: by its Chinese label, or by itself."""
        return code.label_zh if self.language == "zh" else code.value.replace("_", " ")

    def column(self, name: TableName, column: str) -> str:
        """Name a column of the dataset; one that isn't declared by itself."""
        if self.language == "en":
            return column
        labels = (spec.words.label_zh for spec in table(name).columns if spec.name == column)
        return next(labels, column)

    def why(self, finding: FindingRow) -> str:
        """Say what was found."""
        return finding.message_zh if self.language == "zh" else finding.message

    def check(self, code: str) -> str:
        """Say when a check fires; an unknown code, of a newer catalogue, by itself."""
        entry = finding_codes().get(code)
        return code if entry is None else self._of(entry, "fires_when")

    def to_do(self, code: str) -> str:
        """Say what the reader should do about a finding."""
        entry = finding_codes().get(code)
        return "" if entry is None else self._of(entry, "what_to_do")

    def _of(self, entry: FindingCode, field: Literal["fires_when", "what_to_do"]) -> str:
        text: str = getattr(entry, f"{field}_zh" if self.language == "zh" else field)
        return text


@cache
def words(language: Language) -> Words:
    """Read the catalogue in one language; keys are `group.name`."""
    text = files("notices.view").joinpath("words.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text).items()
    entries = {f"{group}.{name}": both[language] for group, named in groups for name, both in named.items()}
    return Words(language=language, entries=entries)
