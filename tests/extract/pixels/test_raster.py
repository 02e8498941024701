import cv2
import numpy as np
import pytest

from extract.pixels.raster import whole_page
from tests.extract.pixels.frozen import box


def test_corners_are_those_of_the_slanted_box_and_the_box_encloses_them() -> None:
    page = whole_page(np.full((400, 200, 3), 255, np.uint8), 200)
    turn = np.vstack([cv2.getRotationMatrix2D((100, 200), 10, 1), [0, 0, 1]])
    straight = page.warped(turn, 200, 400)
    corners = straight.corners(box(50, 100, 150, 120))
    back = cv2.perspectiveTransform(np.array([[[50.0, 100.0], [150.0, 120.0]]]), np.linalg.inv(turn))[0]
    assert corners[0] == pytest.approx(back[0] / (200, 400))
    assert corners[2] == pytest.approx(back[1] / (200, 400))
    around = straight.on_page(box(50, 100, 150, 120))
    assert (around.x0, around.y0) == pytest.approx(np.min(corners, axis=0))
    assert (around.x1, around.y1) == pytest.approx(np.max(corners, axis=0))


def test_corners_beyond_the_page_are_clipped() -> None:
    page = whole_page(np.full((400, 200, 3), 255, np.uint8), 200)
    assert page.corners(box(-10, -10, 300, 100)) == ((0, 0), (1, 0), (1, 0.25), (0, 0.25))
