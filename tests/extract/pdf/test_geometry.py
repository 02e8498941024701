"""Turning a page and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pdf.geometry import Rect, displayed

BOX = (10.0, 20.0, 210.0, 320.0)
inside = st.tuples(st.floats(10, 210), st.floats(20, 320))


@given(inside, inside, st.sampled_from([0, 90, 180, 270]), st.integers(0, 3))
def test_the_box_on_the_page_does_not_depend_on_how_the_page_is_read(first, second, rotation, turns):
    frame = displayed(BOX, rotation)
    turned = frame
    for _ in range(turns):
        turned = turned.turned()
    straight = frame.on_page(frame.rect(*first, *second))
    round_about = turned.on_page(turned.rect(*first, *second))
    assert tuple(round_about.model_dump().values()) == pytest.approx(
        tuple(straight.model_dump().values()), abs=1e-9
    )


@pytest.mark.parametrize(
    ("rotation", "corner"),
    [(0, (0, 0)), (90, (300, 0)), (180, (200, 300)), (270, (0, 200))],
)
def test_where_the_top_left_corner_of_the_sheet_is_displayed(rotation, corner):
    assert displayed(BOX, rotation).point(10, 320) == pytest.approx(corner)


def test_what_sticks_out_is_clipped():
    box = displayed(BOX, 0).on_page(Rect(-50, 10, 500, 20))
    assert (box.x0, box.x1) == (0, 1)


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (0, (0.1, 0.2)),  # reads as displayed: top left
        (1, (0.1, 0.6)),  # turned clockwise to be read: what is read top left is displayed bottom left
        (2, (0.3, 0.6)),
        (3, (0.3, 0.2)),
    ],
)
def test_the_corners_begin_where_the_text_does(turns, first):
    frame = displayed((0, 0, 200, 100), 0)
    for _ in range(turns):
        frame = frame.turned()
    corners = frame.corners(frame.rect(20, 80, 60, 40))
    assert corners[0] == pytest.approx(first)
    assert {tuple(round(side, 9) for side in corner) for corner in corners} == {
        (0.1, 0.2), (0.3, 0.2), (0.3, 0.6), (0.1, 0.6),
    }  # fmt: skip
