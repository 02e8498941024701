"""The rows of an allocation table → recipients, totals, subtotals, details.

A total is known by its word (合计), by the jurisdiction's own name, or by having no name; a subtotal by
X小计, or by being a division whose own members follow and add up to it.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import takewhile

from normalize.recipients.names import is_detail, proper_name, summed_name
from normalize.recipients.roster import Roster
from schemas.dataset.codes import MatchMethod, RecipientKind, RowKind
from schemas.model import Frozen
from schemas.notice import Match
from schemas.reference.recipient_kinds import kind_words


class Lead(Frozen):
    """What a row is before its figures are looked at: its name, its kind, whom it may sum."""

    name: str
    kind: RowKind
    sums: str | None = None


def leads(names: Sequence[str], roster: Roster) -> tuple[Lead, ...]:
    """The kind of each row by its name and place; see the module."""
    found = [_lead(name, roster) for name in names]
    totals = [i for i, lead in enumerate(found) if lead.kind == RowKind.TOTAL]
    if not totals:
        totals = _unnamed_totals(found, roster)
        return tuple(_as(lead, RowKind.TOTAL) if i in totals else lead for i, lead in enumerate(found))
    kept = _the_total(found, totals)
    return tuple(
        _as(lead, RowKind.SUBTOTAL) if i in totals and i != kept else lead for i, lead in enumerate(found)
    )


def _lead(printed: str, roster: Roster) -> Lead:
    name = proper_name(printed)
    stem = summed_name(name)
    if is_detail(printed):
        return Lead(name=name, kind=RowKind.DETAIL)
    if kind_words().is_total(name) or (stem and _is_issuer(stem, roster)):
        return Lead(name=name, kind=RowKind.TOTAL)
    if stem:
        return Lead(name=name, kind=RowKind.SUBTOTAL, sums=stem)
    return Lead(name=name, kind=RowKind.RECIPIENT)


def _as(lead: Lead, kind: RowKind) -> Lead:
    return lead.model_copy(update={"kind": kind})


def _is_issuer(name: str, roster: Roster) -> bool:
    here = roster.jurisdiction.division
    return here is not None and here in (*roster.exactly(name), *roster.known_as(name))


def _unnamed_totals(found: Sequence[Lead], roster: Roster) -> list[int]:
    """Without a word for it: at either end the row with no name, the issuer's, or a misread word."""
    ends = [i for i in dict.fromkeys((0, len(found) - 1)) if len(found) > 1]
    return [i for i in ends if _may_be_total(found[i].name, roster)][:1]


def _may_be_total(name: str, roster: Roster) -> bool:
    return not name or _only_issuer(name, roster) or _like_total(name, roster)


def _like_total(name: str, roster: Roster) -> bool:
    """One character beside a word for totals (小汁), and no member's name: as pixels are misread."""
    known = roster.exactly(name) or roster.known_as(name)
    words = [word for word in kind_words().total if len(word) == len(name)]
    return not known and any(sum(a != b for a, b in zip(name, word, strict=True)) == 1 for word in words)


def _only_issuer(name: str, roster: Roster) -> bool:
    """The issuer and no member of the same short name (玉树 is the city, too)."""
    members = {d.code for d in (*roster.exactly(name), *roster.known_as(name))}
    return members == {roster.jurisdiction.code}


def _the_total(found: Sequence[Lead], totals: Sequence[int]) -> int:
    """Of several, one that isn't 小计; the outermost of these."""
    strong = [i for i in totals if not found[i].name.endswith(kind_words().subtotal)] or list(totals)
    return strong[0] if strong[0] == 0 else strong[-1]


def parents(
    kinds: Sequence[Lead], matches: Sequence[Match | None], main: Sequence[Decimal | None]
) -> tuple[tuple[RowKind, ...], tuple[int | None, ...]]:
    """Final kinds, and for each row the index of the row it stands under (a subtotal, or its 其中)."""
    kind = [lead.kind for lead in kinds]
    parent: list[int | None] = [None] * len(kinds)
    for i, lead in enumerate(kinds):
        if lead.kind == RowKind.DETAIL:
            parent[i] = next((j for j in range(i - 1, -1, -1) if kind[j] != RowKind.DETAIL), None)
        elif lead.kind == RowKind.SUBTOTAL or _heads_members(i, matches):
            members = _members(i, kinds, matches, main)
            if lead.kind == RowKind.SUBTOTAL or (members and _closes(i, members, main)):
                kind[i] = RowKind.SUBTOTAL
                parent = [i if j in members and p is None else p for j, p in enumerate(parent)]
    return tuple(kind), tuple(parent)


def _heads_members(row: int, matches: Sequence[Match | None]) -> bool:
    """A prefecture right above its own counties or its 本级."""
    match = matches[row]
    below = matches[row + 1] if row + 1 < len(matches) else None
    if match is None or below is None or match.method == MatchMethod.NONE:
        return False
    shared = bool(below.rivals)  # 市中区: whose it is, the sum says
    own = below.kind == RecipientKind.OWN_LEVEL or shared or match.division_code == below.parent_code
    return match.kind == RecipientKind.PREFECTURE and own


def _members(
    row: int, kinds: Sequence[Lead], matches: Sequence[Match | None], main: Sequence[Decimal | None]
) -> list[int]:
    """The rows a subtotal sums: those of its division below it, else the run below or above that closes."""
    match = matches[row]
    below = _run(range(row + 1, len(kinds)), kinds)
    above = _run(range(row - 1, -1, -1), kinds)
    if match is not None and match.division_code:
        code = match.division_code
        own = list(takewhile(lambda j: _belongs(matches[j], code), below))
        below = own or below
    return next((run for run in (below, above) if run and _closes(row, run, main)), below or above)


def _belongs(match: Match | None, code: str) -> bool:
    """A member of the division, or somebody without a code of its own (本级, an institution)."""
    return match is None or match.division_code is None or code in (match.parent_code, match.division_code)


def _run(indices: range, kinds: Sequence[Lead]) -> list[int]:
    run: list[int] = []
    for j in indices:
        if kinds[j].kind in (RowKind.SUBTOTAL, RowKind.TOTAL):
            break
        if kinds[j].kind == RowKind.RECIPIENT:
            run.append(j)
    return run


def _closes(row: int, members: Sequence[int], main: Sequence[Decimal | None]) -> bool:
    value = main[row]
    return value is not None and value == sum((main[j] or Decimal(0) for j in members), Decimal(0))
