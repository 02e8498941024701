"""The jurisdiction where no issuing agency tells it: the title's first words do, or the recipients.

Many pages print a notice's title and table and leave its agency out. A place in front of the title
(某市扶贫资金公示, 2023年某县资金分配表) is whose money it is. Else the recipients tell: the lowest
division that nearly all of them lie below. What was found so is `inferred`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from normalize.jurisdiction import Jurisdiction, leading_place
from normalize.recipients.names import kind_by_words
from schemas.reference.division_files import national
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import Division, ancestors, division

_YEAR = re.compile(r"^\d{4}年(?:度|第.季度|上半年|下半年)?")
_FEWEST = 3
# Of the names that are some division's anywhere, at least so many of ten lie below the one that is inferred.
_NEARLY_ALL = 8


def infer_jurisdiction(titles: Iterable[str], recipients: Iterable[str], year: int | None) -> Jurisdiction:
    """See the module; unknown where neither tells, or where they contradict each other.

    `titles` are the notice's own and those over its tables: the first that begins with a place counts.
    """
    names = [name for name in dict.fromkeys(recipients) if kind_by_words(name) is None]
    places = (leading_place(_YEAR.sub("", title), year) for title in titles)
    lead, shared = next(filter(None, places), None), _shared(names, year)
    if lead is not None and shared is not None and lead.code not in _path(shared, year):
        return Jurisdiction(division=None)
    found = lead or shared
    return Jurisdiction(division=found, inferred=found is not None)


def _shared(names: Sequence[str], year: int | None) -> Division | None:
    """The lowest division that nearly all the named ones lie below; null where it isn't one alone."""
    above = [codes for name in names if (codes := _above(name, year))]
    votes = Counter(code for codes in above for code in codes)
    enough = [code for code, n in votes.items() if n >= _FEWEST and 10 * n >= _NEARLY_ALL * len(above)]
    lowest = [c for c in enough if not any(o != c and c in _path_of(o, year) for o in enough)]
    return division(lowest[0], year) if len(lowest) == 1 else None


def _above(name: str, year: int | None) -> frozenset[str]:
    """The codes of all that a place of this name may belong to."""
    found = [d for d in _by_form().get(name, ()) if d.existed_during(year)]
    return frozenset(a.code for d in found for a in ancestors(d.code, year))


def _path_of(code: str, year: int | None) -> tuple[str, ...]:
    found = division(code, year)
    return _path(found, year) if found else ()


def _path(found: Division, year: int | None) -> tuple[str, ...]:
    """Its code and those of what it belongs to."""
    return (found.code, *(a.code for a in ancestors(found.code, year)))


@cache
def _by_form() -> dict[str, tuple[Division, ...]]:
    """Prefectures and counties by official name and short forms, ever."""
    index: dict[str, tuple[Division, ...]] = {}
    for name, found in national().by_name.items():
        for d in found:
            if d.level in ("prefecture", "county"):
                for form in (name, *short_forms(d)):
                    index[form] = (*index.get(form, ()), d)
    return index
