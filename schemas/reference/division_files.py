"""Reads the gazetteer's files. Nothing is read before it is asked for; each file once."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

from schemas.model import Frozen

Level = Literal["province", "prefecture", "county", "zone", "township"]


class Division(Frozen):
    """行政区划: one name of one code, over the years in which both belonged together.

    `code` has six digits (GB/T 2260), a township's nine (统计用区划代码). A `zone` (功能区: 开发区,
    管理区) is no division but has a code of its own in the statistics.
    `valid_from` and `valid_to` are years, both included; the year counts that the division saw the
    end of. None is open: since before 2002 (zones: 2017), or still so. A township's are the first and
    the last list that have it and never open: before and after, nobody says.
    """

    code: str
    name: str
    level: Level
    parent_code: str | None
    valid_from: int | None = None
    valid_to: int | None = None

    def valid_in(self, year: int | None) -> bool:
        """Whether it stood at the end of the year; None: whether it stands today."""
        if year is None:
            return self.valid_to is None
        return (self.valid_from or year) <= year <= (self.valid_to or year)

    def existed_during(self, year: int | None) -> bool:
        """Whether it stood at any time of the year, its end included; None: at any time."""
        return year is None or self.valid_in(year) or self.valid_to == year - 1


_Groups = dict[str, list[Division]]


class National(Frozen):
    """All provinces, prefectures, counties and zones, by what one asks for; each value by code and year."""

    by_code: Mapping[str, tuple[Division, ...]]
    by_name: Mapping[str, tuple[Division, ...]]
    by_parent: Mapping[str, tuple[Division, ...]]


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a CSV file of the gazetteer; lines with `#` tell its source."""
    text = files("schemas").joinpath("data/divisions", name).read_text("utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def national() -> National:
    """国家、省、地、县 and zones of all years since 2002."""
    by_code: _Groups = defaultdict(list)
    by_name: _Groups = defaultdict(list)
    by_parent: _Groups = defaultdict(list)
    for row in rows("national.csv"):
        division = Division.model_validate({key: value or None for key, value in row.items()})
        by_code[division.code].append(division)
        by_name[division.name].append(division)
        by_parent[division.parent_code or ""].append(division)
    return National.model_construct(
        by_code=_tuples(by_code), by_name=_tuples(by_name), by_parent=_tuples(by_parent)
    )


def townships_file(province: str) -> Traversable:
    """The file of a province's townships; 港澳台 have none."""
    return files("schemas").joinpath("data/divisions/townships", f"{province}.csv")


@cache
def townships(province: str) -> Mapping[str, tuple[Division, ...]]:
    """乡镇、街道 of a province (two digits), all lists, by the code of their county; empty for 港澳台.

    A prefecture without counties (东莞市) is the parent itself.
    """
    known = national().by_code
    by_parent: _Groups = defaultdict(list)
    if not townships_file(province).is_file():
        return {}
    for row in rows(f"townships/{province}.csv"):
        code = row["code"]
        parent = code[:6] if code[:6] in known else f"{code[:4]}00"
        by_parent[parent].append(Division.model_validate({**row, "level": "township", "parent_code": parent}))
    return _tuples(by_parent)


@cache
def township_years() -> tuple[int, int]:
    """The years of the first and of the last list of townships."""
    years = [int(row["year"]) for row in rows("lists.csv") if row["kind"] == "township"]
    return min(years), max(years)


def township(code: str) -> tuple[Division, ...]:
    """The names of a nine-digit code, earliest first."""
    listed = townships(code[:2])
    parent = next((p for p in (code[:6], f"{code[:4]}00") if p in listed), "")
    return tuple(t for t in listed.get(parent, ()) if t.code == code)


@cache
def township_names() -> frozenset[str]:
    """The names of all townships of the nation, of all lists."""
    provinces = {code[:2] for code in national().by_code}
    found = (p for p in sorted(provinces) if townships_file(p).is_file())
    return frozenset(row["name"] for p in found for row in rows(f"townships/{p}.csv"))


@cache
def predecessors() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """New code → (old code, first year of the new one): renumberings and mergers."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for row in rows("successions.csv"):
        found[row["new_code"]].append((row["old_code"], int(row["year"])))
    return {code: tuple(links) for code, links in found.items()}


@cache
def successors() -> Mapping[str, tuple[str, ...]]:
    """Old code → the codes of what it became part of."""
    found: dict[str, list[str]] = defaultdict(list)
    for new, links in predecessors().items():
        for old, _ in links:
            found[old].append(new)
    return {code: tuple(codes) for code, codes in found.items()}


def _tuples(groups: _Groups) -> dict[str, tuple[Division, ...]]:
    return {key: tuple(group) for key, group in groups.items()}
