"""The lines that a sketch of the page shows."""

import cv2
import numpy as np
import pytest

from extract.ocr.crops import size_of
from extract.ocr.sketch import sketched_lines
from extract.pixels.raster import Pixels

WIDTH, HEIGHT = 1654, 2339


def _page(*boxes: tuple[int, int, int, int], shade: int = 0) -> Pixels:
    """White paper with filled rectangles (x0, y0, x1, y1)."""
    pixels = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    for x0, y0, x1, y1 in boxes:
        pixels[y0:y1, x0:x1] = shade
    return pixels


def _characters(y: int, count: int = 20, size: int = 30, pitch: int = 36) -> list[tuple[int, int, int, int]]:
    return [(200 + n * pitch, y, 200 + n * pitch + size, y + size) for n in range(count)]


LINE = _characters(300)


@pytest.mark.parametrize(
    ("boxes", "count"),
    [
        (LINE, 1),  # characters of a line
        ([*LINE, *_characters(372)], 2),  # two lines, a line's height apart
        (LINE[:2], 0),  # two characters tell no direction
        ([(200, 300, 1400, 304)], 0),  # a ruling line
        ([(200, 300, 900, 700)], 0),  # a picture
        ([], 0),  # blank paper
    ],
)
def test_only_lines_of_text_are_found(boxes: list[tuple[int, int, int, int]], count: int) -> None:
    assert len(sketched_lines(_page(*boxes))) == count


def test_faint_grey_is_no_ink() -> None:
    assert sketched_lines(_page(*LINE, shade=230)) == []


def test_corners_run_clockwise_from_the_top_left_in_pixels_of_the_page() -> None:
    (quad,) = sketched_lines(_page(*LINE))
    x1 = LINE[-1][2]
    assert quad == pytest.approx(np.array([[200, 300], [x1, 300], [x1, 330], [200, 330]]), abs=4)


@pytest.mark.parametrize("turn", [cv2.ROTATE_90_CLOCKWISE, cv2.ROTATE_90_COUNTERCLOCKWISE])
def test_a_line_on_its_side_stands(turn: int) -> None:
    (quad,) = sketched_lines(np.asarray(cv2.rotate(_page(*LINE), turn), np.uint8))
    width, height = size_of(quad)
    assert height > 10 * width


@pytest.mark.parametrize("size", [(1, 1), (8, 300), (64, 64)])
def test_a_tiny_page_shows_nothing(size: tuple[int, int]) -> None:
    assert sketched_lines(np.full((*size, 3), 255, np.uint8)) == []
