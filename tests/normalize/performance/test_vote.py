from collections.abc import Sequence

import pytest

from normalize.performance.vote import certainty, readings, voted
from schemas.dataset.codes import Method
from schemas.document import RAW, Piece, Place, Reading
from schemas.notation.targets import parse_target
from schemas.notice import Certainty, Indicator
from tests.normalize.build import indicator

SURE, PLAUSIBLE, DOUBTFUL = Certainty.SURE, Certainty.PLAUSIBLE, Certainty.DOUBTFUL


def read(text: str, confidence: float | None = 0.99, *others: str, legible: bool = True) -> Indicator:
    """An indicator whose target was read so."""
    piece = Piece(
        text=text,
        place=Place(page=1, confidence=confidence),
        readings=tuple(Reading(text=other, reader="engine") for other in others),
    )
    target = parse_target(text)
    changes = {
        "place": piece.place,
        "target_readings": readings(piece),
        "certainty": certainty(piece, target, legible=legible),
    }
    return indicator("政策知晓率", text).model_copy(update=changes)


def outcome(first: Indicator, *siblings: Indicator) -> tuple[str, Certainty, Method]:
    """What becomes of the first among its siblings."""
    row = voted([(0, (one,)) for one in (first, *siblings)])[0][0]
    assert row.target is not None
    return row.target.canonical, row.certainty, row.target_method


THREE = [read("≥95%")] * 3


@pytest.mark.parametrize(
    ("text", "confidence", "legible", "expected"),
    [
        ("≥95%", None, True, SURE),  # a text
        (">95%", 1.0, True, SURE),  # a text layer
        ("≥95%", 0.95, True, SURE),
        ("≥95%", 0.85, True, DOUBTFUL),
        (">95%", 0.99, True, DOUBTFUL),  # an engine that lost the bar is sure of what is left
        ("超过95%", 0.99, True, SURE),  # words lose no bar
        ("295%", 0.99, True, DOUBTFUL),  # over a hundred
        ("≥9O%", 0.99, True, DOUBTFUL),
        ("94", 0.999, False, PLAUSIBLE),  # a digit that lost a stroke is read surely
        ("≥95%", 0.94, False, DOUBTFUL),
        ("稳步提高", 0.995, False, SURE),
    ],
)
def test_certainty(text: str, confidence: float | None, legible: bool, expected: Certainty) -> None:
    piece = Piece(text=text, place=Place(page=1, confidence=confidence))
    assert certainty(piece, parse_target(text), legible=legible) is expected


@pytest.mark.parametrize(
    ("first", "siblings", "expected"),
    [
        (read("295%", 0.8), THREE, ("≥95%", SURE, Method.REPAIRED)),
        (read("2954", 0.7), THREE, ("≥95%", SURE, Method.REPAIRED)),
        (read("≥95%", 0.7), THREE, ("≥95%", SURE, Method.READ)),  # confirmed
        (read("95%", 0.7), THREE, ("95%", DOUBTFUL, Method.READ)),  # no sign stands there
        (read("95%", 0.7, ">95%"), THREE, ("≥95%", SURE, Method.REPAIRED)),  # another reading saw it
        (read("95%", 0.5), THREE, ("≥95%", SURE, Method.REPAIRED)),  # ink before it was left unread
        (read("95%", 0.99), THREE, ("95%", SURE, Method.READ)),  # sure: a difference of the source
        (read("≥93%", 0.7), THREE, ("≥95%", DOUBTFUL, Method.REPAIRED)),  # a digit altered
        (read("≥31%", 0.7), THREE, ("≥31%", DOUBTFUL, Method.READ)),  # too far off
        (read("295%", 0.8), THREE[:1], ("≥95%", DOUBTFUL, Method.REPAIRED)),  # one sibling leaves doubt
        (read(">95%", 0.8), [], ("≥95%", DOUBTFUL, Method.REPAIRED)),
        (read(">95%", 0.8), [read("≥90%"), read("≥80%"), read("≥70%")], ("≥95%", SURE, Method.REPAIRED)),
        (read("不低户上年", 0.8), [read("不低于上年")] * 3, ("不低于上年", SURE, Method.REPAIRED)),
        (read("不高于上年", 0.8), [read("不低于上年")] * 3, ("不低于上年", DOUBTFUL, Method.REPAIRED)),
        (read("94", 0.99, legible=False), [read("94", 0.99, legible=False)] * 2, ("94", SURE, Method.READ)),
        (read("91", 0.99, legible=False), [read("94", 0.99, legible=False)], ("91", PLAUSIBLE, Method.READ)),
        (read("≥9.5%", 0.8), THREE, ("≥95%", SURE, Method.REPAIRED)),
        (read("1234人", 0.8), [read("77人"), read("81人"), read("9人")], ("1234人", DOUBTFUL, Method.READ)),
    ],
)
def test_a_target_among_its_siblings(
    first: Indicator, siblings: Sequence[Indicator], expected: tuple[str, Certainty, Method]
) -> None:
    assert outcome(first, *siblings) == expected


def test_garbled_readings_agree_where_nobody_was_sure() -> None:
    rows = [read(text, 0.8) for text in ("295%", "2954", ">95%", "≥95", "à95%")]
    assert outcome(*rows)[0] == "≥95%"


def test_the_readings_of_a_target() -> None:
    piece = Piece(
        text="2 95%",
        place=Place(page=1, confidence=0.8),
        readings=(Reading(text=".295%", reader=RAW), Reading(text="≥95%", reader="engine")),
    )
    assert readings(piece) == ("295%", "≥95%")
