import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.ocr.contract import PageTurn, Turn
from extract.pixels.raster import PixelBox, Raster, whole_page
from extract.pixels.turn import turned, upright
from tests.extract.pixels.frozen import FrozenEngine

QUARTERS = (0, 90, 180, 270)


@st.composite
def _marked(draw: st.DrawFn) -> tuple[Raster, PixelBox]:
    """White paper with one black rectangle."""
    width, height = draw(st.integers(2, 60)), draw(st.integers(2, 60))
    x0, y0 = draw(st.integers(0, width - 1)), draw(st.integers(0, height - 1))
    x1, y1 = draw(st.integers(x0 + 1, width)), draw(st.integers(y0 + 1, height))
    pixels = np.full((height, width, 3), 255, np.uint8)
    pixels[y0:y1, x0:x1] = 0
    return whole_page(pixels, 200), PixelBox(x0=x0, y0=y0, x1=x1, y1=y1)


def _ink(raster: Raster) -> PixelBox:
    rows, columns = np.nonzero(raster.pixels[..., 0] == 0)
    return PixelBox(x0=columns.min(), y0=rows.min(), x1=columns.max() + 1, y1=rows.max() + 1)


@given(_marked(), st.lists(st.sampled_from(QUARTERS), max_size=5))
def test_a_box_found_on_the_turned_page_lies_where_it_is_displayed(
    marked: tuple[Raster, PixelBox], turns: list[int]
) -> None:
    raster, drawn = marked
    expected = raster.on_page(drawn)
    for degrees in turns:
        raster = turned(raster, degrees)
    found = raster.on_page(_ink(raster))
    assert found.model_dump() == pytest.approx(expected.model_dump(), abs=1e-9)


@given(_marked(), st.sampled_from(QUARTERS))
def test_turning_on_to_a_full_turn_changes_nothing(marked: tuple[Raster, PixelBox], degrees: int) -> None:
    raster, _ = marked
    back = turned(turned(raster, degrees), (360 - degrees) % 360)
    assert (back.pixels == raster.pixels).all()
    assert back.to_page == pytest.approx(raster.to_page)


@pytest.mark.parametrize(
    ("degrees", "corner"),
    [
        (0, (0, 0)),
        (90, (0, -1)),  # clockwise: what was top left is top right
        (180, (-1, -1)),
        (270, (-1, 0)),
    ],
)
def test_a_page_is_turned_clockwise_by_what_it_lies_askew(degrees: Turn, corner: tuple[int, int]) -> None:
    pixels = np.full((30, 20, 3), 255, np.uint8)
    pixels[0, 0] = 0
    engine = FrozenEngine(turn=PageTurn(degrees=degrees, confidence=0.9))
    found = upright(whole_page(pixels, 150), engine)
    assert (found.pixels[corner] == 0).all()
    assert (found.pixels == 0).sum() == 3
    assert found.dpi == 150
    assert (found.width, found.height) == ((20, 30) if degrees % 180 == 0 else (30, 20))
