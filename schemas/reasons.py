"""Why something can't be read and what to do about it: `data/reasons.toml`, in both languages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from pydantic import model_validator

from schemas.finding_codes import named_fields
from schemas.model import Frozen


class Wording(Frozen):
    """The same in English and Chinese."""

    en: str
    zh: str

    @model_validator(mode="after")
    def _name_the_same(self) -> "Wording":
        if named_fields(self.en) != named_fields(self.zh):
            raise ValueError(f"{self.en!r} and {self.zh!r} name different fields")
        return self


class ReasonEntry(Wording):
    """A reason as it is declared; `advice` is the key of one, or null where {why} brings its own."""

    advice: str | None = None


class Reasons(Frozen):
    """The whole catalogue."""

    advice: Mapping[str, Wording]
    reason: Mapping[str, ReasonEntry]


class Reason(Frozen):
    """A reason filled in: what is wrong, and what to do, in both languages."""

    code: str
    detail: str
    detail_zh: str
    advice: str
    advice_zh: str

    def __str__(self) -> str:
        """Both parts in English, for the log and the terminal."""
        return f"{self.detail}. {self.advice}"


@cache
def reasons() -> Reasons:
    """Read the catalogue."""
    text = files("schemas").joinpath("data/reasons.toml").read_text(encoding="utf-8")
    return Reasons.model_validate(tomllib.loads(text))


def reason(code: str, /, **words: "str | int | Reason") -> Reason:
    """The reason with its words filled in; a word may itself be a reason.

    Raises AssertionError on an unknown code or words that don't match: mistakes in the calling code.
    """
    entry = reasons().reason.get(code)
    if entry is None or named_fields(entry.en) != words.keys():
        raise AssertionError(f"no reason {code!r} with the words {sorted(words)}")
    inner = next((word for word in words.values() if isinstance(word, Reason)), None)
    advice = _advice(entry, inner)
    return Reason(
        code=code,
        detail=entry.en.format_map({k: w.detail if isinstance(w, Reason) else w for k, w in words.items()}),
        detail_zh=entry.zh.format_map(
            {k: w.detail_zh if isinstance(w, Reason) else w for k, w in words.items()}
        ),
        advice=advice.en,
        advice_zh=advice.zh,
    )


def _advice(entry: ReasonEntry, inner: Reason | None) -> Wording:
    if entry.advice is not None:
        return reasons().advice[entry.advice]
    if inner is None:
        raise AssertionError("a reason without advice of its own needs another one")
    return Wording(en=inner.advice, zh=inner.advice_zh)
