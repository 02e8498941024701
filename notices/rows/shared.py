"""What the rows of several tables have in common."""

from typing import TypedDict

from schemas.document import Place


class Provenance(TypedDict):
    """The provenance columns of a row."""

    file_no: int
    page: int | None
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None
    line: int | None
    confidence: float | None


def provenance(place: Place) -> Provenance:
    """A place as columns."""
    box = place.box
    return Provenance(
        file_no=place.file_no,
        page=place.page,
        x0=box.x0 if box else None,
        y0=box.y0 if box else None,
        x1=box.x1 if box else None,
        y1=box.y1 if box else None,
        line=place.line,
        confidence=place.confidence,
    )
