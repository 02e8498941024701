"""The indicators of all performance tables of a notice: cut, aligned, with levels and targets."""

from collections.abc import Sequence
from statistics import fmean

from rapidfuzz import fuzz

from normalize.performance.align import Alignment, Name, align, families
from normalize.performance.level_blocks import Votes, rebuild
from normalize.performance.levels import LevelRow, is_sound, level_rows, read_down
from normalize.performance.split import RawIndicator, known_names, split_rows
from normalize.performance.vote import certainty, readings, voted
from schemas.dataset.codes import MatchMethod, Method
from schemas.model import Frozen
from schemas.notation.errors import NotationError
from schemas.notation.targets import Target, parse_target
from schemas.notation.text import clean, compare_form
from schemas.notice import Certainty, Indicator, Level
from schemas.printed import PrintedPerformance
from schemas.reference.indicators import find_indicator, likely_indicator

_SURE, _SURE_OF_FAINT = 0.95, 0.99
# The mean confidence of a table; worn pages reach 0.985, faxes whose strokes broke do not.
_LEGIBLE = 0.98
# One cell under a fold or a seal doesn't make a page faint.
_LOST = 0.6
_FEWEST = 3
# Half of the characters: no two indicators of a template are so near in so garbled a reading.
_ALIKE = 50.0
# Confidence is that of the worst character: a name at 0.7 is wrong in several, one at 0.95 seldom in any.
_STEEP, _LEAST_WEIGHT = 8, 0.3


class TableIndicators(Frozen):
    """One table's indicators and the number of its template's family."""

    indicators: tuple[Indicator, ...]
    family: int


def read_indicators(tables: Sequence[PrintedPerformance], fund: str | None) -> tuple[TableIndicators, ...]:
    """Read every table's indicators with the help of the others; `fund` is the notice's."""
    known = {name for table in tables for name in known_names(table.indicators)}
    raw = [split_rows(table.indicators, known) for table in tables]
    legible = [_is_legible(rows) for rows in raw]
    names = [[_name(row, sure) for row in rows] for rows, sure in zip(raw, legible, strict=True)]
    numbers = families(names)
    found: dict[int, TableIndicators] = {}
    for family in dict.fromkeys(numbers):
        members = [n for n, number in enumerate(numbers) if number == family]
        alignment = align([names[n] for n in members])
        levels = _levels([raw[n] for n in members], [tables[n] for n in members], alignment, fund)
        for position, n in enumerate(members):
            rows = zip(raw[n], levels[position], alignment.rows[position], strict=True)
            indicators = _indicators(tuple(rows), alignment, fund, legible=legible[n])
            found[n] = TableIndicators(indicators=indicators, family=family)
    together = [(found[n].family, found[n].indicators) for n in range(len(tables))]
    settled = voted(together)
    return tuple(found[n].model_copy(update={"indicators": settled[n]}) for n in range(len(tables)))


def _is_legible(rows: Sequence[RawIndicator]) -> bool:
    """Whether names and targets were read well on the whole; text and text layers always are."""
    read = [row.confidence for row in rows] + [row.target.place.confidence for row in rows if row.target]
    known = [confidence for confidence in read if confidence is not None]
    return not known or fmean(max(confidence, _LOST) for confidence in known) >= _LEGIBLE


def _name(row: RawIndicator, legible: bool) -> Name:
    return Name(
        text=row.name,
        doubtful=_is_doubtful(row, legible),
        weight=max(_LEAST_WEIGHT, _confidence(row)) ** _STEEP,
        target=compare_form(row.target.text) if row.target else "",
    )


def _is_doubtful(row: RawIndicator, legible: bool) -> bool:
    least = _SURE if legible else _SURE_OF_FAINT
    return _confidence(row) < least or (not row.name and not legible and row.target is not None)


def _confidence(row: RawIndicator) -> float:
    return 1.0 if row.confidence is None else row.confidence


def _levels(
    raw: Sequence[Sequence[RawIndicator]],
    tables: Sequence[PrintedPerformance],
    alignment: Alignment,
    fund: str | None,
) -> list[tuple[Level, ...]]:
    """Sound tables are read down; the others are rebuilt twice: with the sound ones, then with all."""
    rows = [level_rows([r.labels for r in table], [bool(r.name) for r in table]) for table in raw]
    plain = [read_down(table) for table in rows]
    sound = [
        (t.spans_known and not any(row.garbled for row in r)) or is_sound(r, p)
        for t, r, p in zip(tables, rows, plain, strict=True)
    ]
    known: list[tuple[Level, ...] | None] = [p if s else None for p, s in zip(plain, sound, strict=True)]
    if all(sound):
        return plain
    catalogue = [[_catalogue_votes(r.name, fund) for r in table] for table in raw]
    for _ in range(2):
        known = [
            level if ok else _rebuilt(rows[n], catalogue[n], known, alignment, n)
            for n, (level, ok) in enumerate(zip(known, sound, strict=True))
        ]
    return [level or () for level in known]


def _rebuilt(
    rows: Sequence[LevelRow],
    catalogue: Sequence[Votes],
    known: Sequence[tuple[Level, ...] | None],
    alignment: Alignment,
    table: int,
) -> tuple[Level, ...]:
    siblings = [_sibling_votes(cluster, known, alignment, table) for cluster in alignment.rows[table]]
    return rebuild(rows, siblings, catalogue)


def _catalogue_votes(name: str, fund: str | None) -> Votes:
    entry = find_indicator(name, fund) if name else None
    return {(entry.level1, entry.level2): 1.0} if entry else {}


def _sibling_votes(
    cluster: int | None, known: Sequence[tuple[Level, ...] | None], alignment: Alignment, table: int
) -> Votes:
    votes: dict[tuple[str, str], float] = {}
    for other, levels in enumerate(known):
        if cluster is None or levels is None or other == table or cluster not in alignment.rows[other]:
            continue
        level = levels[alignment.rows[other].index(cluster)]
        if level.level1 and level.level2:
            path = (level.level1, level.level2)
            votes[path] = votes.get(path, 0.0) + 1
    return votes


def _indicators(
    rows: Sequence[tuple[RawIndicator, Level, int | None]],
    alignment: Alignment,
    fund: str | None,
    *,
    legible: bool,
) -> tuple[Indicator, ...]:
    """The rows that hold something; those with labels only have done their work."""
    kept = [row for row in rows if row[0].name or row[0].target]
    return tuple(
        _indicator(
            number,
            raw,
            level,
            _canonical_name(raw, cluster, alignment, legible=legible),
            fund,
            legible=legible,
        )
        for number, (raw, level, cluster) in enumerate(kept, start=1)
    )


def _canonical_name(
    row: RawIndicator, cluster: int | None, alignment: Alignment, *, legible: bool
) -> tuple[str, Certainty]:
    """The name most siblings print; a tie is broken by nobody: the row keeps its own.

    A name read with doubt takes the siblings'; it is sure where it is like theirs, and one of them was read
    surely or three say the same, or the catalogue has it. Its place in the template alone leaves doubt.
    """
    doubtful = _is_doubtful(row, legible)
    if cluster is None:
        return row.name, Certainty.DOUBTFUL if doubtful else Certainty.SURE
    chosen = alignment.clusters[cluster]
    same = compare_form(chosen.name) == compare_form(row.name)
    rest = len(chosen.tables) - chosen.votes
    if not doubtful:
        return chosen.name if same or chosen.votes > rest else row.name, Certainty.SURE
    known = (chosen.sure and len(chosen.tables) > 1) or chosen.votes >= _FEWEST
    alike = fuzz.ratio(compare_form(chosen.name), compare_form(row.name)) >= _ALIKE
    sure = alike and (known or find_indicator(chosen.name) is not None)
    return chosen.name, Certainty.SURE if sure else Certainty.DOUBTFUL


def _indicator(
    number: int,
    row: RawIndicator,
    level: Level,
    named: tuple[str, Certainty],
    fund: str | None,
    *,
    legible: bool,
) -> Indicator:
    name, name_certainty = named
    exact = find_indicator(name, fund) if name else None
    entry = likely_indicator(name, fund=fund) if name and not exact else None
    target, readable = _target(row)
    repaired = compare_form(name) != compare_form(row.name)
    return Indicator(
        number=number,
        level=level,
        printed=row.printed,
        name=name,
        indicator_id=exact.indicator_id if exact else entry[0].indicator_id if entry else None,
        score=100.0 if exact else entry[1] if entry else None,
        match_method=MatchMethod.EXACT if exact else MatchMethod.FUZZY if entry else MatchMethod.NONE,
        target_printed=clean(row.target.text) if row.target else None,
        target=target,
        target_readable=readable,
        target_readings=readings(row.target) if row.target else (),
        certainty=certainty(row.target, target, legible=legible) if row.target and target else Certainty.SURE,
        name_certainty=name_certainty,
        method=Method.REPAIRED if repaired else Method.INFERRED if row.split_from else Method.READ,
        split_from=row.split_from,
        place=row.place,
    )


def _target(row: RawIndicator) -> tuple[Target | None, bool]:
    if row.target is None:
        return None, True
    try:
        target = parse_target(row.target.text)
    except NotationError:
        return None, True
    return target, not target.doubtful
