"""乡镇、街道 by year, as far as there are yearly lists.

A year without a list takes the nearest one's townships; `is_listed` tells whether that is known or supposed.
"""

from schemas.reference.division_files import (
    Division,
    national,
    predecessors,
    successors,
    township,
    township_years,
    townships,
)


def listed_townships(code: str, year: int | None) -> tuple[Division, ...]:
    """Those of the year's list below a county, or of the first or last list for a year without one."""
    return tuple(t for t in _below(code) if t.valid_in(_list_year(year)))


def other_townships(code: str, year: int | None) -> tuple[Division, ...]:
    """Those that only lists of other years have below a county; the nearest year's first.

    Their names may be former or later ones of codes that `listed_townships` gives. A prefecture with
    counties has none.
    """
    if any(d.level == "county" for d in national().by_parent.get(code, ())):
        return ()
    near = _list_year(year)
    others = (t for t in _below(code) if not t.valid_in(near))
    return tuple(sorted(others, key=lambda t: (_distance(t, near), t.code)))


def township_named(code: str, year: int | None) -> Division | None:
    """What a nine-digit code stands for in the list of the year, else in the nearest one before, or after."""
    found, until = township(code), _list_year(year)
    before = [t for t in found if (t.valid_from or 0) <= until]
    return before[-1] if before else next(iter(found), None)


def is_listed(code: str, name: str, year: int | None) -> bool:
    """Whether lists vouch for the township's code in the year, by one of it or on both sides of it."""
    return year is not None and any(t.name == name and t.valid_in(year) for t in township(code))


def is_newer_than_lists(code: str, name: str, year: int | None) -> bool:
    """Whether the newest list has the township's code and the year comes after it."""
    last = township_years()[1]
    return year is not None and year > last and is_listed(code, name, last)


def has_code(found: Division, year: int | None) -> bool:
    """Whether the code was the place's in the year; a township's by the year's list or the nearest one."""
    if found.level != "township":
        return True
    parent = found.parent_code or ""
    return found.code.startswith(parent.removesuffix("00")) and found.valid_in(_list_year(year))


def _list_year(year: int | None) -> int:
    first, last = township_years()
    return last if year is None else min(max(year, first), last)


def _distance(found: Division, year: int) -> int:
    return max((found.valid_from or year) - year, year - (found.valid_to or year))


def _below(code: str) -> tuple[Division, ...]:
    """Of all lists; of a county code that none has those of the code that came after or before it.

    The parent is the county asked for: a code that doesn't begin like its parent's wasn't in use then.
    """
    listed = townships(code[:2])
    if code in listed:
        return listed[code]
    other = _other_code(code)
    below = listed.get(other, ()) if other else ()
    return tuple(t.model_copy(update={"parent_code": code}) for t in below)


def _other_code(code: str) -> str | None:
    """The listed code of the same county; a merger's townships belong to several, nothing says which."""
    became = successors().get(code, ())
    if len(became) == 1 and not _is_merger(became[0]):
        return became[0] if became[0] in townships(code[:2]) else _other_code(became[0])
    was = predecessors().get(code, ())
    return was[0][0] if not became and was and not _is_merger(code) else None


def _is_merger(code: str) -> bool:
    """Whether several codes became this one, or it stood already before one did."""
    links = predecessors()[code]
    since = min(year for _, year in links)
    return len(links) > 1 or any((d.valid_from or 0) < since for d in national().by_code.get(code, ()))
