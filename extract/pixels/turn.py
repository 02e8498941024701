"""A page turned upright: by quarter turns, as scanners leave landscape pages."""

import cv2
import numpy as np

from extract.ocr.contract import OcrEngine
from extract.pixels.raster import Matrix, Raster

# Below that the guess is a coin's: nearly blank pages, which stand upright more often than not.
_SURE = 0.6
_CODES = {90: cv2.ROTATE_90_CLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_COUNTERCLOCKWISE}


def upright(raster: Raster, engine: OcrEngine) -> Raster:
    """The raster turned by quarter turns so that its text stands upright."""
    found = engine.page_turn(raster.pixels)
    return turned(raster, found.degrees) if found.confidence >= _SURE else raster


def turned(raster: Raster, degrees: int) -> Raster:
    """The raster turned clockwise by 0, 90, 180 or 270 degrees, without loss."""
    if degrees == 0:
        return raster
    pixels = np.asarray(cv2.rotate(raster.pixels, _CODES[degrees]), np.uint8)
    return Raster(pixels, raster.dpi, raster.to_page @ _back(raster, degrees))


def _back(raster: Raster, degrees: int) -> Matrix:
    """A pixel of the turned raster → the pixel it was."""
    width, height = float(raster.width), float(raster.height)
    matrices = {
        90: [[0, 1, 0], [-1, 0, height], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, -1, width], [1, 0, 0], [0, 0, 1]],
    }
    return np.array(matrices[degrees], np.float64)
