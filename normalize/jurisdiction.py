"""What the issuing agency governs (管辖区域): a division, or the nation.

The agency's own name says it (昌吉州财政局), the province through the first character of the document
number where the name is bare (省财政厅, 新财社); a county name that several provinces have is decided by
the province that the numbers name and by the recipients.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from schemas.model import Frozen
from schemas.notation.docnumber import DocNumber
from schemas.reference.division_files import national
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import Division, ancestors, children, division, province_of_abbreviation

_LONGEST = 20
_NATIONAL = ("财政部", "国家", "中共中央", "国务院", "中华人民共和国")
_BARE_PROVINCE = ("省", "自治区", "区财政厅")


class Jurisdiction(Frozen):
    """`division` is null where the agency is the nation's (`nationwide`) or names no place we know.

    `inferred`: no agency names it; see `normalize.home`.
    """

    division: Division | None
    nationwide: bool = False
    inferred: bool = False

    @property
    def code(self) -> str | None:
        """Its six-digit code (GB/T 2260)."""
        return self.division.code if self.division else None


def find_jurisdiction(
    agencies: Sequence[str], numbers: Sequence[DocNumber], recipients: Sequence[str], year: int | None
) -> Jurisdiction:
    """The division that the first agency with a place name governs; see the module."""
    for agency in agencies:
        if agency.startswith(_NATIONAL):
            return Jurisdiction(division=None, nationwide=True)
        named = _named_in(agency, year)
        if named:
            return Jurisdiction(division=_likeliest(named, _provinces(numbers), recipients, year))
    if any(agency.startswith(_BARE_PROVINCE) for agency in agencies):
        return Jurisdiction(division=next(iter(_provinces(numbers)), None))
    return Jurisdiction(division=None)


def _provinces(numbers: Iterable[DocNumber]) -> tuple[Division, ...]:
    """The provinces that document numbers begin with, the notice's own first."""
    found = (province_of_abbreviation(number.prefix[0]) for number in numbers)
    return tuple(dict.fromkeys(d for d in found if d is not None))


def _named_in(agency: str, year: int | None) -> tuple[Division, ...]:
    """The divisions that the agency's name begins with: the lowest of a path (乌鲁木齐市天山区)."""
    agency = agency.removeprefix("中共")  # 中共某市委: the party's organ of the place
    found = [d for d in _begins_with(agency) if d.existed_during(year)]
    longest = max((len(form) for form, _ in _forms(agency, found)), default=0)
    best = tuple(d for form, d in _forms(agency, found) if len(form) == longest)
    lower = _below(agency[longest:], best, year)
    return lower or tuple(dict.fromkeys(best))


def leading_place(text: str, year: int | None) -> Division | None:
    """The one division whose full name the text begins with (某市扶贫资金公示)."""
    found = {d.code: d for d in _named_in(text, year)}
    only = next(iter(found.values())) if len(found) == 1 else None
    return only if only and any(text.startswith(f) for f in _full_forms(only, year)) else None


def _full_forms(found: Division, year: int | None) -> tuple[str, ...]:
    """With its class word; behind the names of what it belongs to, too."""
    forms = tuple(f for f in (found.name, *short_forms(found)) if _classed(f))
    outer = ancestors(found.code, year)
    if not outer:
        return forms
    return (*forms, *(o + f for o in _full_forms(outer[0], year) for f in forms))


def _below(rest: str, above: Sequence[Division], year: int | None) -> tuple[Division, ...]:
    found: list[Division] = []
    for parent in above:
        for child in children(parent.code, year):
            forms = (child.name, *(f for f in short_forms(child) if _classed(f)))
            form = max((f for f in forms if rest.startswith(f)), key=len, default="")
            if form:
                found += _below(rest[len(form) :], (child,), year) or (child,)
    return tuple(found)


def _forms(agency: str, found: Iterable[Division]) -> list[tuple[str, Division]]:
    pairs = [(form, d) for d in found for form in (d.name, *short_forms(d))]
    return [(form, d) for form, d in pairs if agency.startswith(form)]


def _begins_with(agency: str) -> list[Division]:
    index = _index()
    return [d for n in range(2, min(_LONGEST, len(agency)) + 1) for d in index.get(agency[:n], ())]


@cache
def _index() -> dict[str, tuple[Division, ...]]:
    """Official names of all divisions, short forms of provinces, prefectures and autonomous counties."""
    index: dict[str, tuple[Division, ...]] = {}
    for name, found in national().by_name.items():
        index[name] = (*index.get(name, ()), *found)
        for d in found:
            if d.level in ("province", "prefecture") or "自治" in d.name:
                for form in short_forms(d):
                    index[form] = (*index.get(form, ()), d)
    return index


def _classed(form: str) -> bool:
    return form.endswith(("省", "市", "州", "盟", "县", "区", "旗"))


def _likeliest(
    found: Sequence[Division], provinces: Sequence[Division], recipients: Sequence[str], year: int | None
) -> Division | None:
    """The one division left once the province and then the recipients were asked; else null."""
    codes = {province.code[:2] for province in provinces}
    inside = [d for d in found if d.code[:2] in codes] or list(found)
    newest = list({d.code: d for d in inside}.values())
    if len(newest) == 1:
        return _standing(newest[0], year)
    scored = sorted(((_shared(d, recipients, year), d.code) for d in newest), reverse=True)
    clear = scored[0][0] > scored[1][0]
    return _standing(next(d for d in newest if d.code == scored[0][1]), year) if clear else None


def _standing(found: Division, year: int | None) -> Division:
    return division(found.code, year) or found


def _shared(found: Division, recipients: Sequence[str], year: int | None) -> int:
    names = {form for child in children(found.code, year) for form in (child.name, *short_forms(child))}
    return sum(name in names for name in recipients)


def above(found: Division, year: int | None) -> tuple[Division, ...]:
    """What the jurisdiction belongs to, nearest first."""
    return ancestors(found.code, year)
