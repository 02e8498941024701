"""Whose a performance table is: its printed name, then what else in the notice says so.

1. The name by itself, as for allocation rows. 2. Tables whose name is damaged and recipients whose table
is missing are matched together: likeness of the name, the same amount, the place between neighbours.
3. One of each left: inferred. Without any of these the table stays without an owner, and says so.
"""

from collections.abc import Sequence
from decimal import Decimal

import numpy as np
from rapidfuzz import fuzz
from scipy.optimize import linear_sum_assignment

from normalize.recipients.doubt import light, may_mean
from normalize.recipients.likely import CLEAR, MARGIN
from normalize.recipients.match import match_by_name, match_names
from normalize.recipients.names import proper_name
from normalize.recipients.roster import Roster
from schemas.dataset.codes import ColumnRole, MatchMethod, RecipientKind, RowKind
from schemas.model import Frozen
from schemas.notation.text import compare_form
from schemas.notice import Allocation, Evidence, Match

_AMOUNT_WEIGHT = 60.0
_ORDER_WEIGHT = 20.0


class Claim(Frozen):
    """What a table says of its owner."""

    printed: str
    yuan: Decimal | None


class Owner(Frozen):
    """Who a table belongs to, and on what evidence where its name alone didn't say."""

    match: Match
    evidence: tuple[Evidence, ...] = ()


class _Payee(Frozen):
    """A recipient of the allocation tables with its place among them."""

    index: int
    printed: str
    match: Match
    yuan: Decimal | None


def find_owners(
    claims: Sequence[Claim], allocations: Sequence[Allocation], roster: Roster
) -> tuple[Owner, ...]:
    """One owner a table, in order."""
    payees = _payees(allocations)
    if not payees:
        return tuple(Owner(match=m) for m in match_names([c.printed for c in claims], roster))
    found = [_by_name(claim, payees, roster) for claim in claims]
    left = [i for i, owner in enumerate(found) if owner is None]
    for i, owner in _by_evidence(claims, left, found, payees):
        found[i] = owner
    unknown = Owner(match=Match(name=None, kind=RecipientKind.OTHER))
    return tuple(owner or unknown for owner in found)


def identity(match: Match) -> str:
    """What tells two recipients apart: the code, else the canonical name."""
    return match.division_code or compare_form(match.name or "")


def _payees(allocations: Sequence[Allocation]) -> list[_Payee]:
    found: dict[str, _Payee] = {}
    for table in allocations:
        main = next(iter(table.with_role(ColumnRole.MAIN)), None)
        for row in table.of_kind(RowKind.RECIPIENT):
            if row.match is None or row.match.name is None or identity(row.match) in found:
                continue
            cell = table.cell(row, main) if main else None
            printed = proper_name(row.name.text) if row.name else ""
            yuan = cell.yuan if cell else None
            found[identity(row.match)] = _Payee(index=len(found), printed=printed, match=row.match, yuan=yuan)
    return list(found.values())


def _by_name(claim: Claim, payees: Sequence[_Payee], roster: Roster) -> Owner | None:
    """A name that the gazetteer knows, or one spelt as in the allocation table."""
    name = proper_name(claim.printed)
    if not name:
        return None
    match = match_by_name(name, roster)
    if match is not None and match.name is not None and match.division_code:
        return Owner(match=match)
    same = [p for p in payees if compare_form(p.printed) == compare_form(name)]
    if same:
        return Owner(match=same[0].match)
    return Owner(match=match) if match is not None and not _damaged(name, payees) else None


def _damaged(name: str, payees: Sequence[_Payee]) -> bool:
    """An institution's name that only resembles a payee's is looked at with the others."""
    return any(fuzz.ratio(compare_form(name), compare_form(p.printed)) >= CLEAR for p in payees)


def _by_evidence(
    claims: Sequence[Claim], left: Sequence[int], found: Sequence[Owner | None], payees: Sequence[_Payee]
) -> list[tuple[int, Owner]]:
    taken = {identity(owner.match) for owner in found if owner}
    free = [p for p in payees if identity(p.match) not in taken]
    free = [p for p in free if p.yuan] or free
    if not left or not free:
        return []
    alike = np.array([[_alike(claims[i].printed, p) for p in free] for i in left])
    same = np.array([[bool(claims[i].yuan) and claims[i].yuan == p.yuan for p in free] for i in left])
    order = np.array([[_between(i, p, found, payees) for p in free] for i in left])
    scores = alike + _AMOUNT_WEIGHT * same + _ORDER_WEIGHT * order
    pairs = zip(*linear_sum_assignment(scores, maximize=True), strict=True)
    owners: list[tuple[int, Owner]] = []
    for r, c in pairs:
        row, column = int(r), int(c)
        unique = same[row, column] and same[row].sum() == 1 and same[:, column].sum() == 1
        own = unique or _may_mean(claims[left[row]].printed, free[column])
        only = len(left) == 1 and len(free) == 1 and own
        near = alike[row, column] >= CLEAR and alike[row, column] - _next(alike[row], column) >= MARGIN
        clear = near and own
        evidence = _evidence(clear=clear, same=unique, order=bool(order[row, column]), only=only)
        if evidence:
            owners.append(
                (left[row], _owner(free[column], evidence, float(alike[row, column]), claims[left[row]]))
            )
    return owners


def _may_mean(printed: str, payee: _Payee) -> bool:
    township = payee.match.kind == RecipientKind.TOWNSHIP
    return may_mean(proper_name(printed), payee.match.name or "", township=township)


def _alike(printed: str, payee: _Payee) -> float:
    name = compare_form(proper_name(printed))
    forms = {compare_form(payee.printed), compare_form(payee.match.name or "")}
    return max(fuzz.ratio(name, form) for form in forms) if name else 0.0


def _next(scores: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", column: int) -> float:
    return float(np.delete(scores, column).max(initial=0))


def _between(table: int, payee: _Payee, found: Sequence[Owner | None], payees: Sequence[_Payee]) -> bool:
    """Whether the payee stands between the owners of the tables before and after this one."""
    places = {identity(p.match): p.index for p in payees}
    before = [places.get(identity(o.match)) for o in found[:table] if o]
    after = [places.get(identity(o.match)) for o in found[table + 1 :] if o]
    low = next((p for p in reversed(before) if p is not None), -1)
    high = next((p for p in after if p is not None), len(payees))
    return low < payee.index < high


def _evidence(*, clear: bool, same: bool, order: bool, only: bool) -> tuple[Evidence, ...]:
    """What speaks for the pair; empty where it isn't enough: order alone names nothing."""
    found = [Evidence.NAME] if clear else []
    found += [Evidence.AMOUNT] if same else []
    found += [Evidence.ORDER] if order else []
    found += [Evidence.ONLY] if only else []
    enough = clear or only or (same and order)
    return tuple(found) if enough else ()


def _owner(payee: _Payee, evidence: tuple[Evidence, ...], alike: float, claim: Claim) -> Owner:
    by_name = Evidence.NAME in evidence
    method = MatchMethod.FUZZY if by_name else MatchMethod.INFERRED
    name = proper_name(claim.printed)
    spelled = by_name and compare_form(name) == compare_form(payee.printed)
    changes = {
        "method": method,
        "score": round(alike, 1) if by_name else None,
        "spelled": spelled,
        "light": light(name, (payee.printed, payee.match.name or "")),
    }
    return Owner(match=payee.match.model_copy(update=changes), evidence=evidence)
