"""From a seed to the facts of one notice."""

from decimal import Decimal

from benchmarks.synthetic import money, targets
from benchmarks.synthetic.facts import Column, Facts, Form, Group, Part, Place, Share
from benchmarks.synthetic.places import Cast, cast, word_of
from benchmarks.synthetic.source import Chance, chance, likely, phrases, sample
from schemas.reference.division_files import rows
from schemas.reference.division_names import short_forms
from schemas.reference.divisions import Division

_MOST_TABLES = 14


def make_facts(seed: int, number: int) -> Facts:
    """The facts of the seed's n-th notice."""
    source = chance("facts", seed, number)
    year = source.randint(2016, 2024)
    found = cast(source, year)
    word = word_of(found.issuer)
    size = money.scale(source, found.issuer.level)
    plan, columns = money.columns(source, word)
    groups = tuple(
        Group(head=head, shares=tuple(_share(source, place, plan, columns, size, word) for place in places))
        for head, places in found.groups
    )
    fund = source.choice(targets.funds())
    form: Form = 2018 if year < 2020 else 2020 if year < 2022 else 2022
    header = _header(source, found, year, word)
    main = next((i for i, c in enumerate(columns) if c.role == "main"), 0)
    paid = [(s.place, s.amounts[main]) for g in groups for s in g.shares if (s.amounts[main] or 0) > 0]
    tables = (
        targets.tables(source, [(p, a) for p, a in paid if a is not None], fund, form, year)
        if plan != "funds" and len(paid) <= _MOST_TABLES
        else ()
    )
    verb = "调整" if plan == "adjust" else source.choice(phrases().verbs)
    return Facts.model_validate({
        **header, "year": year, "fund": fund, "unit": size.unit, "columns": columns, "groups": groups,
        "form": form, "performance": tables, "verb": verb,
    })  # fmt: skip


def _share(
    source: Chance,
    place: Place,
    plan: money.Plan,
    columns: tuple[Column, ...],
    size: money.Scale,
    word: str,
) -> Share:
    amounts = money.amounts(source, plan, columns, size)
    parts: tuple[Part, ...] = ()
    if len(columns) == 1 and place.code and likely(source, 0.02) and (amounts[0] or 0) > 4:
        name = source.choice(phrases().parts).format(word=_own_word(place, word))
        part = ((amounts[0] or Decimal(0)) / 4).quantize(Decimal(1).scaleb(-size.digits))
        parts = (Part(name=name, amounts=(part,)),)
    return Share(place=place, amounts=amounts, parts=parts)


def _own_word(place: Place, word: str) -> str:
    return next((w for w in ("县", "区", "旗", "市", "镇", "乡") if place.name.endswith(w)), word)


def _header(source: Chance, found: Cast, year: int, word: str) -> dict[str, object]:
    issuer, words = found.issuer, phrases()
    office = "财政厅" if issuer.level == "province" and word != "市" else "财政局"
    name = _agency_place(source, issuer)
    partner = source.choice(words.partners)
    partner = partner.removesuffix("局") + "厅" if office == "财政厅" and partner.endswith("局") else partner
    joint = (f"{name}{partner}",) if likely(source, 0.15) else ()
    month, day = source.randint(1, 12), source.randint(1, 28)
    code = source.choice(words.offices)
    top = word_of(found.province)
    level = source.choice(("中央财政", "中央", "自治区财政" if top == "自治区" else "省级", ""))
    return {
        "issuer": Place(name=issuer.name, code=issuer.code),
        "level": issuer.level,
        "word": word,
        "province": found.province.name,
        "agencies": (f"{name}{office}", *joint),
        "number": (_prefix(issuer) + code, year, source.randint(1, 480)),
        "upstream": (_upper_prefix(found) + code, year - (month == 1), source.randint(1, 300)),
        "fund_level": level,
        "batch": source.choice(words.batches) if likely(source, 0.25) else "",
        "date": (year, month, day),
        "addressees": _addressees(source, issuer, word),
        "copies": sample(source, [text.format(w=word) for text in words.copies], source.randint(0, 3)),
        "clauses": _clauses(source, year),
        "codes": (source.choice(words.income), source.choice(words.spending)),
    }


def _agency_place(source: Chance, issuer: Division) -> str:
    """Official (昌吉回族自治州) or as everybody says (昌吉州)."""
    classed = [f for f in short_forms(issuer) if f.endswith(word_of(issuer))]
    return classed[0] if classed and likely(source, 0.3) else issuer.name


def _prefix(issuer: Division) -> str:
    """鄂 for a province, 昌州 or 修 for those below it."""
    if issuer.level == "province":
        return _abbreviation(issuer)
    stem = issuer.name[0]
    return stem + word_of(issuer) if issuer.level == "prefecture" else stem


def _abbreviation(province: Division) -> str:
    return next(row["character"] for row in rows("abbreviations.csv") if row["code"] == province.code)


def _upper_prefix(found: Cast) -> str:
    return "" if found.issuer.level == "province" else _abbreviation(found.province)


def _addressees(source: Chance, issuer: Division, word: str) -> tuple[str, ...]:
    words = phrases()
    lists = {
        "province": words.addressees_province,
        "prefecture": words.addressees,
        "county": words.addressees_county,
    }
    return tuple(text.format(w=word) for text in source.choice(lists[issuer.level]))


def _clauses(source: Chance, year: int) -> tuple[str, ...]:
    found = sample(source, phrases().clauses, source.randint(1, 6))
    return tuple(text.format(next=year + 1) for text in found)
