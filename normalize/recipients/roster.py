"""Who can be a recipient: the divisions of the issuing agency's jurisdiction, by every name they carry."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from normalize.jurisdiction import Jurisdiction
from schemas.model import Frozen
from schemas.notation.text import compare_form
from schemas.reference.division_files import national
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import (
    Division,
    children,
    descendants,
    former_names,
    named,
    zones,
)
from schemas.reference.recipient_kinds import kind_words
from schemas.reference.townships import other_townships

# Who may stand in a table of the nation or of a province that isn't dated.
_NO_YEAR = 2020


class Roster(Frozen):
    """Names as compared → the divisions that carry them; `official` only by their own name."""

    jurisdiction: Jurisdiction
    year: int | None
    members: tuple[Division, ...]
    official: Mapping[str, tuple[Division, ...]]
    other: Mapping[str, tuple[Division, ...]]

    def exactly(self, name: str) -> tuple[Division, ...]:
        """The divisions whose official name this is."""
        return self.official.get(compare_form(name), ())

    def known_as(self, name: str) -> tuple[Division, ...]:
        """The divisions that have it for a short, conventional or former name."""
        return self.other.get(compare_form(name), ())


@lru_cache(maxsize=64)
def roster(jurisdiction: Jurisdiction, year: int | None) -> Roster:
    """All divisions that the jurisdiction may send money to, itself included."""
    members = tuple(_members(jurisdiction, year))
    official: dict[str, tuple[Division, ...]] = {}
    other: dict[str, tuple[Division, ...]] = {}
    for member in members:
        _add(official, member.name, member)
        for form in (*short_forms(member), *_former(member, year)):
            _add(other, form, member)
    if jurisdiction.division:
        _add_other_townships(official, other, other_townships(jurisdiction.division.code, year), members)
    return Roster(jurisdiction=jurisdiction, year=year, members=members, official=official, other=other)


def _add_other_townships(
    official: dict[str, tuple[Division, ...]],
    other: dict[str, tuple[Division, ...]],
    found: Iterable[Division],
    members: Iterable[Division],
) -> None:
    """Names of other years' lists, where the year's own list has no such name.

    The former name of a code that still stands means what that code means now.
    """
    standing = {member.code: member for member in members}
    for township in found:
        form = compare_form(township.name)
        now = standing.get(township.code)
        if form in official or form in other:
            continue
        if now and (township.valid_to or 0) < (now.valid_from or 0):
            _add(other, township.name, now)
        else:
            _add(official, township.name, township)


def _add(index: dict[str, tuple[Division, ...]], name: str, member: Division) -> None:
    form = compare_form(name)
    if member not in index.get(form, ()):
        index[form] = (*index.get(form, ()), member)


def _members(jurisdiction: Jurisdiction, year: int | None) -> Iterable[Division]:
    """The level below and, for a province, the one below that; townships below a county."""
    here = jurisdiction.division
    if jurisdiction.nationwide:
        yield from _provinces(year)
    if here is None:
        return
    yield here
    yield from children(here.code, year)
    yield from zones(here.code, year)
    if here.level == "province":
        prefectures = descendants(here.code, year, "prefecture")
        yield from (c for p in prefectures for c in children(p.code, year) if c.level == "county")


def _provinces(year: int | None) -> Iterable[Division]:
    for found in national().by_code.values():
        yield from (d for d in found if d.level == "province" and d.valid_in(year))


def _former(member: Division, year: int | None) -> Iterable[str]:
    """Names the place had before; notices go on using them for years."""
    if member.level in ("township", "zone"):
        return ()
    old = former_names(member.code, year or _NO_YEAR)
    return {name for d in old for name in (d.name, *short_forms(d))} - {member.name}


def elsewhere(name: str, year: int | None) -> tuple[Division, ...]:
    """Divisions of that official name anywhere in the nation."""
    return tuple(d for d in named(name, year) if d.level != "zone")


def townships_below(roster_: Roster, name: str) -> tuple[Division, ...]:
    """The townships of that name below the jurisdiction's counties (prefectures may pay townships)."""
    here = roster_.jurisdiction.division
    if here is None or here.level != "prefecture" or not name.endswith(kind_words().township):
        return ()
    counties = [m.code for m in roster_.members if m.level == "county"]
    form = compare_form(name)
    standing = (t for code in counties for t in children(code, roster_.year) if t.level == "township")
    found = tuple(t for t in standing if form in {compare_form(f) for f in (t.name, *short_forms(t))})
    others = (t for code in counties for t in other_townships(code, roster_.year))
    return found or tuple({t.parent_code: t for t in others if compare_form(t.name) == form}.values())
