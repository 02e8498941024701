import re
import tomllib
from importlib.resources import files
from string import Formatter

import pytest

from notices.view.words import Language, words
from schemas.dataset.codes import RowKind, TableName

CATALOGUE = tomllib.loads(files("notices.view").joinpath("words.toml").read_text(encoding="utf-8"))
ENTRIES = [(f"{group}.{name}", both) for group, named in CATALOGUE.items() for name, both in named.items()]
SOURCES = [
    entry.read_text(encoding="utf-8")
    for package in (
        "notices.report",
        "notices.inspect",
        "notices.overlay",
        "notices.view",
        "notices.report.templates",
    )
    for entry in files(package).iterdir()
    if entry.name.endswith((".py", ".j2"))
]
SAID = re.compile(r'\b(?:w|said|words)\(f?"([a-z_0-9]+\.)([a-z_0-9]*)(\{[^}]*\})?"( ~ \w+)?')


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize(("key", "both"), ENTRIES)
def test_each_text_is_there_in_both_languages_with_the_same_fields(key: str, both: dict[str, str]) -> None:
    assert set(both) == {"zh", "en"}, key
    assert all(both.values())
    assert fields(both["zh"]) == fields(both["en"])


def test_the_catalogue_and_its_users_know_the_same_keys() -> None:
    said = [match for source in SOURCES for match in SAID.finditer(source)]
    whole = {
        group + name for group, name, part, joined in (m.groups() for m in said) if not part and not joined
    }
    composed = {group + name for group, name, part, joined in (m.groups() for m in said) if part or joined}
    known = {key for key, _ in ENTRIES}
    assert whole <= known
    assert not {key for key in known - whole if not key.startswith(tuple(composed))}


@pytest.mark.parametrize(
    ("language", "label", "column", "text"),
    [("zh", "小计", "原文接收方", "第3页"), ("en", "subtotal", "recipient_printed", "page 3")],
)
def test_labels(language: Language, label: str, column: str, text: str) -> None:
    said = words(language)
    assert said.label(RowKind.SUBTOTAL) == label
    assert said.column(TableName.ALLOCATIONS, "recipient_printed") == column
    assert said.column(TableName.ALLOCATIONS, "no such column") == "no such column"
    assert said("place.page", n=3) == text


def test_a_check_of_a_newer_catalogue_is_named_by_its_code() -> None:
    assert words("zh").check("not-yet-known") == "not-yet-known"
    assert words("zh").to_do("not-yet-known") == ""
    assert words("zh").check("allocation-total") == "分配表各行之和与合计不符"
