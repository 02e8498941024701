"""What became of one figure, name or field."""

from typing import Literal

from schemas.dataset.shared import Provenance
from schemas.model import Frozen

Kind = Literal["amount", "recipient", "annual amount", "target", "header", "extra"]
Verdict = Literal["right", "flagged", "silent"]

FIGURES: tuple[Kind, ...] = ("amount", "recipient", "annual amount", "target", "extra")
"""What a silent error is counted of; a header field is reported beside them."""


class Place(Frozen):
    """Where it was read: page from 1, box in shares of the page as displayed; null where nothing was."""

    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class Outcome(Frozen):
    """`extra` is a figure that no notice has. `needless`: right, and its own row is flagged all the same."""

    file: str
    kind: Kind
    what: str
    gold: str
    read: str
    verdict: Verdict
    needless: bool = False
    place: Place = Place()


def verdict(*, right: bool, flagged: bool) -> Verdict:
    """What is right needs no flag."""
    return "right" if right else "flagged" if flagged else "silent"


def place_of(row: Provenance | None) -> Place:
    """The place of a row."""
    if row is None:
        return Place()
    box = None
    if row.x0 is not None and row.y0 is not None and row.x1 is not None and row.y1 is not None:
        box = (row.x0, row.y0, row.x1, row.y1)
    return Place(page=row.page, box=box)
