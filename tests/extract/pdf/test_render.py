"""Rendering: the page as displayed, at a resolution that fits, never too large."""

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from extract.pdf.render import LONGEST_SIDE, render
from extract.pixels.raster import PixelBox, Raster
from extract.readers.contract import FormatError
from tests.extract.pdf.made import both, first_page, lines, pdf, picture, turned

WHOLE = (0, 0, *A4)


def rendered(data: bytes) -> Raster:
    with first_page(data) as page:
        return render(page)


def test_an_ordinary_page_at_200_dpi_with_the_whole_page_on_it():
    raster = rendered(pdf(lines("一行文字")))
    assert (raster.width, raster.height, raster.dpi) == (1654, 2339, 200)
    box = raster.on_page(PixelBox(x0=0, y0=0, x1=raster.width, y1=raster.height))
    assert (box.x0, box.y0, box.x1, box.y1) == pytest.approx((0, 0, 1, 1))
    assert raster.pixels.min() < 100


@pytest.mark.parametrize(
    ("width", "dpi"),
    [
        (1240, 150),  # its own resolution
        (2480, 300),
        (620, 200),  # too coarse to follow
        (4960, 200),  # finer than reading needs
    ],
)
def test_a_page_that_is_one_picture(width, dpi):
    raster = rendered(pdf(picture(width, round(width * A4[1] / A4[0]), WHOLE)))
    assert raster.dpi == pytest.approx(dpi, abs=0.2)
    assert raster.width == pytest.approx(A4[0] * dpi / 72, abs=1)


def test_a_picture_shown_at_its_own_resolution_is_not_resampled():
    stripes = np.indices((1754, 1240)).sum(axis=0) % 2 * 255

    def draw(canvas):
        canvas.drawImage(ImageReader(Image.fromarray(stripes.astype(np.uint8))), *WHOLE)

    raster = rendered(pdf(draw))
    assert raster.pixels.shape == (1754, 1240, 3)
    assert np.abs(raster.pixels[:, :, 0].astype(int) - stripes).max() <= 1


def test_a_page_of_two_pictures_has_no_resolution_of_its_own():
    assert rendered(pdf(both(picture(1240, 1754, WHOLE), picture(1240, 1754, WHOLE)))).dpi == 200


def test_a_huge_page_is_rendered_small():
    raster = rendered(pdf(lines("一行文字"), size=(14400, 7200)))
    assert (raster.width, raster.height) == (LONGEST_SIDE, LONGEST_SIDE / 2)
    assert raster.dpi == 30


def test_a_picture_too_large_to_unpack_is_refused():
    with pytest.raises(FormatError, match="20000 × 20000 pixels"):
        rendered(pdf(picture(20_000, 20_000, WHOLE)))


def test_a_turned_page_is_rendered_as_displayed():
    def draw(canvas):
        turned(canvas, 90)
        canvas.rect(0, A4[1] - 100, 100, 100, fill=1)

    raster = rendered(pdf(draw))
    assert raster.width > raster.height
    dark = np.argwhere(raster.pixels.max(axis=2) < 50).mean(axis=0)
    assert dark[0] < raster.height / 4  # the top left corner of the sheet is now the top right one
    assert dark[1] > raster.width * 3 / 4
