import numpy as np
import pytest
from rapidocr.ch_ppocr_det.utils import DetPreProcess

from extract.ocr.crops import cut, side_by_side
from extract.ocr.detect import find_lines, inked
from extract.ocr.models import detector, detector_input
from tests.extract.ocr.draw import needs_font, page


@needs_font
def test_blank_margins_are_left_out() -> None:
    region = inked(page([(400, 600, "各县财政局")]))
    assert region is not None
    assert (region.x0, region.y0) < (400, 600)
    assert region.x0 > 350
    assert region.x1 > 400 + 5 * 33
    assert region.y1 < 720


@pytest.mark.parametrize(
    "size",
    [
        (1754, 1240),
        (50, 50),  # an image too small for a page
        (1, 1),
    ],
)
def test_blank_pages_have_no_lines(size: tuple[int, int]) -> None:
    assert find_lines(np.full((*size, 3), 244, np.uint8)) == []


def test_uneven_light_is_not_ink() -> None:
    shade = np.linspace(120, 250, 1240).astype(np.uint8)
    assert inked(np.broadcast_to(shade[None, :, None], (1754, 1240, 3)).copy()) is None


@needs_font
def test_lines_are_found_where_they_are_drawn() -> None:
    drawn = [(150, 300, "一、收入列2021年政府收支分类科目"), (150, 900, "二、请加强预算绩效管理")]
    tops = sorted(float(quad[:, 1].min()) for quad in find_lines(page(drawn)))
    assert tops == pytest.approx([300, 900], abs=25)


def test_a_column_becomes_a_line() -> None:
    column = np.concatenate([np.full((20, 20, 3), shade, np.uint8) for shade in (10, 90, 170)])
    line = side_by_side(column)
    assert line.shape == (20, 60, 3)
    assert [int(line[10, x, 0]) for x in (10, 30, 50)] == [10, 90, 170]


def test_a_tall_box_is_cut_as_it_stands() -> None:
    page = np.full((100, 100, 3), 255, np.uint8)
    page[10:30, 40:50] = 0
    quad = np.array([[40, 10], [50, 10], [50, 50], [40, 50]], np.float32)
    found = cut(page, quad)
    assert found.shape == (40, 10, 3)
    assert found[:18].max() < 40
    assert found[22:].min() > 215


def test_the_detector_gets_what_its_own_preparation_makes() -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (64, 96, 3), np.uint8)
    model = detector()
    own = DetPreProcess(96, "max", model.mean, model.std)(pixels)
    assert (detector_input(pixels) == own).all()
    assert detector_input(pixels).shape == (1, 3, 64, 96)
    assert detector_input(pixels).flags.c_contiguous
