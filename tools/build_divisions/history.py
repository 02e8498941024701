"""Yearly lists → intervals of validity, and who became whom."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from tools.build_divisions.lists import CodeNames

Years = dict[int, CodeNames]


class Correction(NamedTuple):
    """A row of corrections.csv."""

    kind: str
    code: str
    years: range
    listed: str
    name: str


class Row(NamedTuple):
    """A row of national.csv; years are list years, both included, empty where open."""

    code: str
    name: str
    level: str
    parent_code: str
    valid_from: str
    valid_to: str


class Listed(NamedTuple):
    """A row of townships/NN.csv: the years of the first and the last list that have it, never open."""

    code: str
    name: str
    valid_from: int
    valid_to: int


def correction(row: Mapping[str, str]) -> Correction:
    """A row of corrections.csv, typed."""
    years = range(int(row["first_year"]), int(row["last_year"]) + 1)
    return Correction(row["list"], row["code"], years, row["listed"], row["name"])


def corrected(lists: Years, kind: str, corrections: Iterable[Correction]) -> Years:
    """The lists with their corrections; a correction that fits nowhere is a ValueError."""
    result = {year: dict(names) for year, names in lists.items()}
    for fix in (c for c in corrections if c.kind in {kind, "all"}):
        hits = [y for y in fix.years if y in lists and lists[y].get(fix.code, "") == fix.listed]
        if not hits and fix.kind != "all":
            raise ValueError(f"{fix} fits no list: was the list corrected at its source?")
        for year in hits:
            if fix.name:
                result[year][fix.code] = fix.name
            else:
                result[year].pop(fix.code, None)
    return result


def county_rows(lists: Years) -> Iterator[Row]:
    """One row for each run of years in which a code has a name."""
    codes = {code for names in lists.values() for code in names}
    for code, name, first, last in _runs(lists):
        yield Row(code, name, _level(code), _parent(code, codes), first, last)


def zone_rows(lists: Years, divisions: set[str]) -> Iterator[Row]:
    """Rows of the county-level codes that only the statistics lists have (开发区, 管理区)."""
    zones = {
        year: {c: n for c, n in names.items() if c not in divisions and not c.endswith("00")}
        for year, names in lists.items()
    }
    for code, name, first, last in _runs(zones):
        yield Row(code, name, "zone", _parent(code, divisions), first, last)


def township_rows(lists: Years) -> Iterator[Listed]:
    """One row for each run of lists in which a code has a name.

    A list that lacks the code between two that have it with the same name is a gap of that list. Until
    2018 the lists print 街道办事处 for what later ones call 街道, and remarks such as （特殊乡镇）: the same
    name.
    """
    codes: dict[str, list[Listed]] = defaultdict(list)
    for year, names in sorted(lists.items()):
        for code, printed in names.items():
            name = re.sub(r"街道办事处$", "街道", re.sub(r"（(?:特殊[^）]*|省级)）$", "", printed))
            runs = codes[code]
            if runs and runs[-1].name == name:
                runs[-1] = runs[-1]._replace(valid_to=year)
            else:
                runs.append(Listed(code, name, year, year))
    for code in sorted(codes):
        yield from codes[code]


def successions(lists: Years) -> Iterator[tuple[int, str, str]]:
    """(year, old code, new code) where a code went and one of like name came in the same province."""
    for (_, before), (year, after) in pairwise(sorted(lists.items())):
        come = {c: n for c, n in after.items() if c not in before}
        for old, name in before.items():
            like = [] if old in after else [new for new in come if _alike(old, name, new, come[new])]
            near = [new for new in like if new[:4] == old[:4]] or like
            if len(near) == 1:
                yield year, old, near[0]


def _alike(old: str, old_name: str, new: str, new_name: str) -> bool:
    same_place = old[:2] == new[:2] and old.endswith("00") == new.endswith("00")
    return same_place and (old_name == new_name or _stem(old_name) == _stem(new_name))


def _stem(name: str) -> str:
    """上饶县 → 上饶; a name of two characters stays, 达县 is not 达川区."""
    stem = re.sub(r"(地区|自治县|[市县区盟])$", "", name)
    return stem if len(stem) > 1 else name


def _runs(lists: Years) -> Iterator[tuple[str, str, str, str]]:
    years = sorted(lists)
    for code in sorted({c for names in lists.values() for c in names}):
        start = years[0]
        for year, following in pairwise([*years, years[-1] + 1]):
            name, next_name = lists[year].get(code), lists.get(following, {}).get(code)
            if year == years[-1] or next_name != name:
                if name:
                    yield (
                        code,
                        name,
                        "" if start == years[0] else str(start),
                        "" if year == years[-1] else str(year),
                    )
                start = following


def _level(code: str) -> str:
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def _parent(code: str, codes: set[str]) -> str:
    """The prefecture where there is one; 省直辖县级 and the districts of 直辖市 hang on the province."""
    if code.endswith("0000"):
        return ""
    prefecture = code[:4] + "00"
    return prefecture if prefecture in codes and prefecture != code else code[:2] + "0000"
