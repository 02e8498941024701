"""Who sends and who gets: an issuer from the gazetteer with its real divisions of the year."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from benchmarks.synthetic.facts import Place
from benchmarks.synthetic.source import Chance, likely, phrases, sample, weighted
from schemas.model import Frozen
from schemas.reference.division_files import national
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import Division, ancestors, children, zones

_MOST_ROWS = 22
_WORDS = ("自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "州", "盟", "县", "旗", "区")
_SAID = {"自治州": "州", "自治县": "县", "自治旗": "旗"}


class Cast(Frozen):
    """The issuer, its province, and its recipients in groups (a prefecture over its own, or no head)."""

    issuer: Division
    province: Division
    groups: tuple[tuple[Place | None, tuple[Place, ...]], ...]


def cast(source: Chance, year: int) -> Cast:
    """Draw an issuer that has three divisions below it at least, and its recipients."""
    issuer = source.choice(_issuers(weighted(source, {"prefecture": 6, "province": 3, "county": 2}), year))
    province = (issuer, *ancestors(issuer.code, year))[-1]
    below = children(issuer.code, year)
    if issuer.level == "province" and likely(source, 0.5):
        heads = [d for d in below if d.level == "prefecture" and _has_counties(d, year)]
        if len(heads) >= 2:
            return Cast(issuer=issuer, province=province, groups=_grouped(source, heads, year))
    named = _places([*sample(source, below, _MOST_ROWS), *_zones(source, issuer, year)], issuer)
    extra = sample(source, institutions(issuer), 2) if likely(source, 0.4) else ()
    if extra and issuer.level == "prefecture" and likely(source, 0.4):
        word = word_of(issuer)
        direct, counties = (
            Place(name=f"{word}直"),
            Place(name=source.choice(("县（市、区）", "县区", "各县市"))),
        )
        return Cast(issuer=issuer, province=province, groups=((direct, extra), (counties, named)))
    own = (Place(name=f"{word_of(issuer)}本级"),) if likely(source, 0.35) else ()
    everyone = (*own, *named, *extra) if likely(source, 0.5) else (*named, *own, *extra)
    return Cast(issuer=issuer, province=province, groups=((None, everyone),))


def _has_counties(head: Division, year: int) -> bool:
    """A city without counties (东莞) is one recipient to its province."""
    members = children(head.code, year)
    return 3 <= len(members) <= 12 and all(member.level == "county" for member in members)


@cache
def _issuers(level: str, year: int) -> tuple[Division, ...]:
    """Divisions of the level that stand in the year and have enough below."""
    found = [d for group in national().by_code.values() for d in group]
    standing = sorted((d for d in found if d.level == level and d.valid_in(year)), key=lambda d: d.code)
    return tuple(d for d in standing if len(children(d.code, year)) >= 3 and word_of(d))


def _zones(source: Chance, issuer: Division, year: int) -> Sequence[Division]:
    return sample(source, zones(issuer.code, year), 2) if likely(source, 0.4) else ()


def _grouped(
    source: Chance, heads: Sequence[Division], year: int
) -> tuple[tuple[Place | None, tuple[Place, ...]], ...]:
    chosen = sample(source, heads, source.randint(2, 4))
    members = {head.code: sample(source, children(head.code, year), 8) for head in chosen}
    counts = Counter(d.name for group in members.values() for d in group)
    own = likely(source, 0.5)
    groups = []
    for head in chosen:
        kept = [d for d in members[head.code] if counts[d.name] == 1]
        level = (Place(name=f"{word_of(head)}本级"),) if own else ()
        groups.append((_places([head], None)[0], (*level, *_places(kept, head))))
    return tuple(groups)


def _places(found: Sequence[Division], issuer: Division | None) -> tuple[Place, ...]:
    """With a short name that is nobody else's here."""
    everyone = [*found, *([issuer] if issuer else [])]
    names = Counter(form for d in everyone for form in {d.name, *short_forms(d)})
    return tuple(
        Place(name=d.name, code=d.code, short=next((f for f in short_forms(d)[::-1] if names[f] == 1), None))
        for d in found
    )


def word_of(division: Division) -> str:
    """市, 州, 自治区 …: how the division is called in its own notices; blank for a zone."""
    found = next((word for word in _WORDS if division.name.endswith(word)), "")
    return _SAID.get(found, found)


def institutions(issuer: Division) -> tuple[Place, ...]:
    """Institutions (单位) of the issuer's own, without codes."""
    stem = next(iter(short_forms(issuer)[::-1]), issuer.name)
    texts = [text.format(w=word_of(issuer), place=stem) for text in phrases().institutions]
    return tuple(Place(name=text) for text in texts)
