import pytest

from notices.overlay.crop import Span
from notices.overlay.room import Room
from tests.notices.overlay.made import page

VALUE = (400, 300, 500, 340)


@pytest.mark.parametrize(
    ("inked", "taken", "place"),
    [
        ((), (), (375, 310, 395, 330)),  # to the left, in the middle of its height
        (((380, 300, 390, 340),), (), (505, 310, 525, 330)),  # ink at the left
        (((392, 318, 393, 319),), (), (375, 310, 395, 330)),  # a speck is no ink
        ((), ((370, 300, 398, 340),), (505, 310, 525, 330)),  # another piece's place at the left
        (((0, 305, 400, 335), (500, 305, 1000, 335)), (), (440, 275, 460, 295)),  # a row of figures
    ],
)
def test_a_label_goes_where_the_paper_is_white(
    inked: tuple[Span, ...], taken: tuple[Span, ...], place: Span
) -> None:
    assert Room(page(*inked, (0, 0, 1, 1)), taken).beside(VALUE, 20, 20, 5) == place


def test_a_place_is_given_once_and_there_may_be_none() -> None:
    room = Room(page((0, 0, 1, 1)), [])
    places = [room.beside(VALUE, 20, 20, 5) for _ in range(40)]
    given = [place for place in places if place is not None]
    assert len(given) == len(set(given)) > 8
    assert places[-1] is None
    assert Room(page((0, 0, 1000, 1400)), []).beside(VALUE, 20, 20, 5) is None
