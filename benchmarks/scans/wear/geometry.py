"""Where the sheet lies: askew on the glass, turned, or seen at an angle on a desk."""

import cv2
import numpy as np

from benchmarks.scans.wear.raster import Chance, Pixels, darkened, field, rounded


def skewed(pixels: Pixels, degrees: float, beyond: tuple[int, int, int]) -> Pixels:
    """Turned about its middle within its frame; `beyond` is what lies outside the sheet."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    frame = (width, height)
    return cv2.warpAffine(pixels, matrix, frame, flags=cv2.INTER_CUBIC, borderValue=beyond)


def turned(pixels: Pixels, quarters: int) -> Pixels:
    """Turned against the clock by so many quarters."""
    return np.ascontiguousarray(np.rot90(pixels, quarters))


def on_a_desk(pixels: Pixels, chance: Chance, dpi: int) -> Pixels:
    """Seen from above at an angle: a quadrilateral with a shadow on a wooden or grey desk."""
    height, width = pixels.shape[:2]
    margin = 0.08 * min(height, width)
    frame = (round(width + 2 * margin), round(height + 2 * margin))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    lean = chance.uniform(-0.035, 0.035, (4, 2)) * min(height, width)
    matrix = cv2.getPerspectiveTransform(corners, (corners + margin + lean).astype(np.float32))
    sheet = cv2.warpPerspective(pixels, matrix, frame, flags=cv2.INTER_CUBIC)
    covered = cv2.warpPerspective(np.full((height, width), 255, np.uint8), matrix, frame)
    shadow = cv2.GaussianBlur(covered, (0, 0), dpi / 20).astype(np.float32) / 255 * 0.5
    desk = darkened(_desk(chance, (frame[1], frame[0])), shadow)
    share = (covered.astype(np.float32) / 255)[:, :, None]
    return rounded(sheet * share + desk * (1 - share))


def _desk(chance: Chance, shape: tuple[int, int]) -> Pixels:
    colour = np.array([(60, 90, 130), (95, 95, 95), (45, 60, 85), (120, 140, 150)][int(chance.integers(4))])
    boards = cv2.resize(field(chance, (64, shape[1]), 40)[:1], (shape[1], shape[0]))
    light = 0.8 + 0.25 * boards + 0.15 * field(chance, shape, 6)
    return rounded(colour[None, None, :] * light[:, :, None])
