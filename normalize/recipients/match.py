"""The names of one table → who they mean.

1. A name that is official, short or former for exactly one division of the jurisdiction: taken.
2. 本级, institutions, zones, villages: by their own words; the division they begin with is their parent.
3. The official name of a division elsewhere in the nation: named, and said to lie outside.
4. What is left are damaged or misspelt names: matched to the divisions that are left, all rows together
   (rapidfuzz likeness, scipy's linear assignment), and only where the likeness is clear.
5. One name and one division left, and the counts agree: inferred.
A likeness that `doubt` refuses stays open, with what it resembles. Anything
else stays unknown: a wrong county is worse than none.
"""

from collections.abc import Sequence

from normalize.recipients.doubt import listed_like, zone_like
from normalize.recipients.likely import by_elimination, by_likeness
from normalize.recipients.matched import as_match, unknown
from normalize.recipients.names import kind_by_words, proper_name, without_remark
from normalize.recipients.roster import Roster, elsewhere, townships_below
from schemas.dataset.codes import MatchMethod, RecipientKind
from schemas.notice import Match
from schemas.reference.divisions import Division


def match_names(printed: Sequence[str], roster: Roster) -> tuple[Match, ...]:
    """One match a name, in order; different names of one table are taken to mean different recipients."""
    names = [proper_name(text) for text in printed]
    found = [match_by_name(name, roster) for name in names]
    found = _by_company(names, found, roster)
    left = list(dict.fromkeys(n for n, match in zip(names, found, strict=True) if match is None))
    likely = by_likeness(left, found, roster)
    found = [match or likely.get(name) for match, name in zip(found, names, strict=True)]
    left = [name for name in left if name not in likely]
    if len(left) == 1 and (only := by_elimination(left[0], found, roster)):
        found = [match or only for match in found]
    return tuple(match or unknown(name) for match, name in zip(found, names, strict=True))


def match_by_name(name: str, roster: Roster) -> Match | None:
    """Steps 1 to 3 for a proper name; null where only likeness can help."""
    for form in dict.fromkeys((name, without_remark(name))):
        match = _division(form, roster)
        if match:
            return match
    bare = without_remark(name)
    kind = kind_by_words(bare) or kind_by_words(_without_place(bare, roster))
    return _by_kind(name, kind, roster) if kind else _elsewhere(name, roster)


def _division(name: str, roster: Roster) -> Match | None:
    exact = roster.exactly(name)
    known = () if exact else roster.known_as(name) or townships_below(roster, name)
    found = _lowest_shared(exact or known, roster)
    method = MatchMethod.EXACT if exact else MatchMethod.ALIAS
    if len(found) == 1:
        return as_match(found[0], method, 100, year=roster.year)
    if len(found) > 1:
        rivals = tuple(d.name for d in found)
        return Match(name=None, kind=RecipientKind(found[0].level), method=MatchMethod.NONE, rivals=rivals)
    return None


def _by_company(names: Sequence[str], found: Sequence[Match | None], roster: Roster) -> list[Match | None]:
    """A short name that a prefecture and a county share (襄阳) means what all other rows are.

    Either all stand right below the jurisdiction (省直辖县级 counties among them) or none does; in a table
    that mixes both it stays open.
    """
    here = roster.jurisdiction.code
    direct = {match.parent_code == here for match in found if match and match.division_code}
    resolved = list(found)
    for i, match in enumerate(found):
        if match is not None and match.rivals and len(direct) == 1:
            known = roster.exactly(names[i]) or roster.known_as(names[i])
            same = [d for d in known if d.code != here and {d.parent_code == here} == direct]
            resolved[i] = as_match(same[0], MatchMethod.ALIAS, 100) if len(same) == 1 else match
    return resolved


def _lowest_shared(found: Sequence[Division], roster: Roster) -> Sequence[Division]:
    """The jurisdiction gives way to its members: 玉树 in a table of 玉树州 is 玉树市."""
    here = roster.jurisdiction.code
    return [d for d in found if d.code != here] or found


def _by_kind(name: str, kind: RecipientKind, roster: Roster) -> Match:
    parent = _parent(name, roster)
    near = zone_like(name, roster) if kind == RecipientKind.OTHER else listed_like(name, roster)
    return Match(name=name, kind=kind, parent_code=parent, score=100, method=MatchMethod.EXACT, near=near)


def _parent(name: str, roster: Roster) -> str | None:
    """The division whose name the institution begins with, else the jurisdiction."""
    place = _place(name, roster)
    return place[1].code if place else roster.jurisdiction.code


def _without_place(name: str, roster: Roster) -> str:
    """新疆维吾尔自治区本级, 杭州市本级 → 本级."""
    place = _place(name, roster)
    return name.removeprefix(place[0]) if place else name


def _place(name: str, roster: Roster) -> tuple[str, Division] | None:
    """The longest name of one division that the name begins with."""
    for end in range(len(name) - 1, 1, -1):
        found = roster.exactly(name[:end]) or roster.known_as(name[:end])
        if len(found) == 1:
            return name[:end], found[0]
    return None


def _elsewhere(name: str, roster: Roster) -> Match | None:
    """Step 3; a name that several divisions elsewhere have is known to be none of ours, and no more."""
    found = elsewhere(name, roster.year)
    if not found or roster.jurisdiction.division is None:
        return None
    if len({d.code for d in found}) > 1:
        return unknown(name)
    return as_match(found[-1], MatchMethod.EXACT, 100).model_copy(update={"within": False})
