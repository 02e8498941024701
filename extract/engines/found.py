"""What an engine's file gives, piece by piece, before pages are put together."""

import math
import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Annotated, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from extract.readers.changed import with_places
from extract.readers.inner_tables import table_blocks, written
from extract.readers.trouble import unreadable
from schemas.document import Block, Box, Line, Place, Problem, ProblemKind
from schemas.reasons import reason

# 7 by 3 cm on A4: seals, emblems and codes are smaller.
_WIDE, _HIGH = 0.33, 0.1
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")


class Input(BaseModel):
    """A part of an engine's file: what it holds beyond our fields is passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: object) -> object:
        """A field that is null is one that is missing."""
        return {k: v for k, v in data.items() if v is not None} if isinstance(data, dict) else data


def _listed(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
"""A list of texts; older versions wrote one text where it had one."""


class Role(Enum):
    """Where on the page something stands; running heads and feet are left out later, a letterhead isn't."""

    HEAD = auto()
    BODY = auto()
    FOOT = auto()


class Found(NamedTuple):
    """A line, table or problem with its page in its place."""

    item: Block | Problem
    role: Role = Role.BODY


def place_of(page: int | None, box: Box | None = None, confidence: float | None = None) -> Place:
    """A place on a page (from 1); a confidence that is none (not within 0 and 1) is dropped."""
    sure = confidence if confidence is not None and 0 <= confidence <= 1 else None
    return Place(page=page, box=box, confidence=sure)


def box_of(corners: Sequence[float] | None, width: float, height: float) -> Box | None:
    """Left, top, right, bottom as fractions of the page; null where they are none."""
    if corners is None or len(corners) != 4 or not all(map(math.isfinite, (*corners, width, height))):
        return None
    if min(width, height) <= 0 or corners[2] < corners[0] or corners[3] < corners[1]:
        return None
    x0, y0, x1, y1 = (value / side for value, side in zip(corners, (width, height) * 2, strict=True))
    if max(x1, y1) > 1.05:  # in another measure than the page's
        return None
    x0, y0, x1, y1 = (min(max(value, 0.0), 1.0) for value in (x0, y0, x1, y1))
    return Box(x0=x0, y0=y0, x1=x1, y1=y1)


def lines(
    text: str, place: Place, role: Role = Role.BODY, heading: int | None = None, *, gap: bool = True
) -> Iterator[Found]:
    """Each line of a paragraph; formulas, marks and escapes written plainly."""
    for part in written(text).split("\n"):
        plain = _BLANKS.sub(" ", part).strip()
        if plain:
            yield Found(Line(text=plain, place=place, heading=heading, gap=gap), role)
            gap = False


def tables(html: str, place: Place) -> Iterator[Found]:
    """The table of an engine's HTML, or that there is none in it."""
    blocks = table_blocks(html)
    if not blocks:
        yield from lost_table(place)
    inner = place.model_copy(update={"box": None, "confidence": None})
    for block in blocks:
        # where in the page a cell stands, the table's box doesn't say
        found = with_places(block, lambda _: inner)
        yield Found(found if isinstance(block, Line) else found.model_copy(update={"place": place}))


def lost_table(place: Place) -> Iterator[Found]:
    """A table that the engine saw and left as a picture."""
    yield Found(_at(unreadable(None, reason("engine-table-unread")), place))


def picture(name: str, place: Place) -> Iterator[Found]:
    """A picture as large as a table may be one; smaller ones are seals and emblems."""
    box = place.box
    if box is None:
        yield Found(Problem(kind=ProblemKind.UNCLAIMED, detail=name or "?", place=place))
    elif box.x1 - box.x0 >= _WIDE and box.y1 - box.y0 >= _HIGH:
        yield Found(_at(unreadable(None, reason("engine-picture-unread")), place))


def _at(problem: Problem, place: Place) -> Problem:
    return problem.model_copy(update={"place": place})


def joined(parts: Sequence[str]) -> str:
    """Pieces of one paragraph: a blank stays only between two that aren't Chinese."""
    text = ""
    for part in parts:
        apart = text[-1:].isascii() and text[-1:].isalnum() and part[:1].isascii() and part[:1].isalpha()
        text += (" " if apart else "") + part
    return text
