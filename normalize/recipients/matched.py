"""A match with a division, and a match with nobody."""

from normalize.recipients.names import named_as_division
from schemas.dataset.codes import MatchMethod, RecipientKind
from schemas.notice import Match
from schemas.reference.divisions import Division
from schemas.reference.townships import has_code


def as_match(
    found: Division,
    method: MatchMethod,
    score: float | None,
    *,
    spelled: bool = True,
    year: int | None = None,
) -> Match:
    """A match with this division; without its code where that wasn't the place's in the year."""
    return Match(
        name=found.name,
        kind=RecipientKind(found.level) if found.level != "zone" else RecipientKind.OTHER,
        division_code=found.code if has_code(found, year) else None,
        parent_code=found.parent_code,
        score=score,
        method=method,
        spelled=spelled,
    )


def unknown(name: str) -> Match:
    """Nobody; the kind as far as the class word tells it."""
    kind = (
        RecipientKind.COUNTY
        if named_as_division(name) and name.endswith(("县", "旗"))
        else RecipientKind.OTHER
    )
    return Match(name=None, kind=kind)
