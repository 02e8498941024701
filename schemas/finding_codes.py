"""The catalogue of finding codes: severities, descriptions and messages, declared in `data/findings.toml`."""

import tomllib
from functools import cache
from importlib.resources import files
from string import Formatter

from pydantic import Field, field_validator, model_validator

from schemas.dataset.codes import Family, Severity
from schemas.model import Frozen


class FindingCode(Frozen):
    """The declaration of one code; `severities` are those allowed, the default first.

    `hides_money`: the money that hangs on it is unknown, as its figures are not in the dataset.
    """

    code: str = Field(pattern=r"^[a-z]+(-[a-z]+)*$")
    family: Family
    severities: tuple[Severity, ...] = Field(min_length=1)
    hides_money: bool = False
    fires_when: str
    fires_when_zh: str
    what_to_do: str
    what_to_do_zh: str
    message: str
    message_zh: str

    @field_validator("severities")
    @classmethod
    def _distinct(cls, severities: tuple[Severity, ...]) -> tuple[Severity, ...]:
        if len(set(severities)) < len(severities):
            raise ValueError("a severity is listed twice")
        return severities

    @model_validator(mode="after")
    def _both_messages_name_the_same(self) -> "FindingCode":
        if named_fields(self.message) != named_fields(self.message_zh):
            raise ValueError(f"{self.code}: the English and the Chinese message name different fields")
        return self

    @property
    def fields(self) -> frozenset[str]:
        """The names in the messages."""
        return named_fields(self.message)


def named_fields(template: str) -> frozenset[str]:
    """List the names in curly brackets."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


@cache
def finding_codes() -> dict[str, FindingCode]:
    """Read every code by name, in the order of the file."""
    text = files("schemas").joinpath("data/findings.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text).items()
    return {code: FindingCode.model_validate({"code": code, **entry}) for code, entry in entries}
