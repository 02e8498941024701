"""The national gazetteer (GB/T 2260 行政区划代码 and the statistical codes of townships), by year.

A year means its last day, as in the yearly lists. A name or code that went during the year is
still found by `named` and `division`, since notices of that year carry it.
"""

from functools import cache

from schemas.reference.division_files import (
    Division,
    Level,
    national,
    predecessors,
    rows,
)
from schemas.reference.townships import listed_townships, township_named

__all__ = [
    "Division",
    "Level",
    "ancestors",
    "children",
    "descendants",
    "division",
    "former_names",
    "named",
    "province_of_abbreviation",
    "zones",
]

_DIVISIONS: tuple[Level, ...] = ("province", "prefecture", "county")


def division(code: str, year: int | None) -> Division | None:
    """What a code stood for in the year; None for the year: what it stood for last."""
    if len(code) == 9:
        return township_named(code, year)
    found = national().by_code.get(code, ())
    standing = [d for d in found if d.valid_in(year)]
    passing = [d for d in found if d.existed_during(year)]
    candidates = (found if year is None else []) or standing or passing
    return candidates[-1] if candidates else None


def named(name: str, year: int | None = None) -> tuple[Division, ...]:
    """All of that official name, down to county and zone, in the year (None: ever).

    Those that stand at the year's end come first, then those that went during it.
    """
    found = [d for d in national().by_name.get(name, ()) if d.existed_during(year)]
    return tuple(sorted(found, key=lambda d: not d.valid_in(year)))


def children(code: str, year: int | None) -> tuple[Division, ...]:
    """The divisions directly below, by code; zones are left out, see `zones`.

    Below a province stand prefectures and 省直辖县级 counties, below a county or a prefecture
    without counties its townships. None for the year: today. The townships are those of the year's
    list, or of the first or last list for a year without one.
    """
    below = national().by_parent.get(code, ())
    found = tuple(d for d in below if d.level in _DIVISIONS and d.valid_in(year))
    return found or listed_townships(code, year)


def zones(code: str, year: int | None) -> tuple[Division, ...]:
    """The functional zones (开发区, 管理区) directly below that have statistical codes."""
    below = national().by_parent.get(code, ())
    return tuple(d for d in below if d.level == "zone" and d.valid_in(year))


def descendants(code: str, year: int | None, level: Level) -> tuple[Division, ...]:
    """All of a level below a division, by code; a county directly under the province is its county too."""
    found: list[Division] = []
    for child in (*children(code, year), *(zones(code, year) if level == "zone" else ())):
        if child.level == level:
            found.append(child)
        elif child.level in _DIVISIONS:
            found.extend(descendants(child.code, year, level))
    return tuple(sorted(found, key=lambda d: d.code))


def ancestors(code: str, year: int | None) -> tuple[Division, ...]:
    """What it belongs to, nearest first; () for a province or an unknown code."""
    here = division(code, year)
    above = division(here.parent_code, year) if here and here.parent_code else None
    return (above, *ancestors(above.code, year)) if above else ()


def former_names(code: str, year: int) -> tuple[Division, ...]:
    """What the place of that code was before the year's end, latest first.

    Renamings keep the code, 撤县设市 and moves to another prefecture change it; what was merged
    into the place counts as well, what merely had the code earlier doesn't (410307 was 洛龙区
    before it was 偃师区).
    """
    here = division(code, year)
    found = _before(here, year) if here else ()
    return tuple(sorted(set(found), key=lambda d: (-(d.valid_to or 0), d.code)))


def _before(here: Division, until: int) -> tuple[Division, ...]:
    since = here.valid_from or 0
    links = [(old, year) for old, year in predecessors().get(here.code, ()) if since <= year <= until]
    links += [(here.code, since)]
    earlier = [d for old, year in links for d in national().by_code.get(old, ()) if d.valid_to == year - 1]
    return (*earlier, *(older for d in earlier for older in _before(d, d.valid_to or until)))


@cache
def _abbreviations() -> dict[str, str]:
    return {row["character"]: row["code"] for row in rows("abbreviations.csv")}


def province_of_abbreviation(char: str) -> Division | None:
    """新 → 650000, 鄂 → 420000: the province that a 简称 stands for."""
    code = _abbreviations().get(char)
    return division(code, None) if code else None
