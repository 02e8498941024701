import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pixels.raster import whole_page
from notices.overlay import crop
from notices.overlay.crop import picture, pixels
from schemas.document import Box
from tests.notices.overlay.made import BOX, INKED, page


def test_a_value_is_cut_out_with_a_little_of_its_surroundings() -> None:
    cut = crop(page(), BOX)
    assert cut.size == (100 + 28, 40 + 28)  # a hundredth of 1,400 pixels on each side
    assert cut.getpixel((INKED[0] - 400 + 14, INKED[1] - 300 + 14)) == (0, 0, 0)
    assert cut.getpixel((INKED[0] - 400 + 13, INKED[1] - 300 + 13)) == (255, 255, 255)


@pytest.mark.parametrize(
    ("box", "size"),
    [
        (Box(x0=0, y0=0, x1=1, y1=1), (1000, 1400)),  # the margin doesn't go over the page's edge
        (Box(x0=1, y0=1, x1=1, y1=1), (14, 14)),  # a point in the corner
    ],
)
def test_a_crop_stays_on_the_page(box: Box, size: tuple[int, int]) -> None:
    assert crop(page(), box).size == size


@given(st.tuples(*(st.floats(0, 1) for _ in range(4))), st.integers(1, 50), st.integers(1, 50))
def test_a_span_is_never_empty_nor_beyond_the_page(
    sides: tuple[float, float, float, float], width: int, height: int
) -> None:
    a, b, c, d = sides
    box = Box(x0=min(a, c), y0=min(b, d), x1=max(a, c), y1=max(b, d))
    left, top, right, bottom = pixels(box, (width, height))
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


def test_a_raster_becomes_a_picture_with_its_colours() -> None:
    raster = whole_page(np.full((2, 3, 3), (10, 20, 30), np.uint8), 200)
    assert picture(raster).size == (3, 2)
    assert picture(raster).getpixel((0, 0)) == (30, 20, 10)
