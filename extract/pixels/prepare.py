"""From a page as scanned or photographed to one that OCR and table finding can read.

The order of steps:
1. a photographed page is cut out of its desk and rectified
2. dark edges and punch holes become paper
3. uneven light, colour cast and bleed-through go
4. seals are lifted off; the page is grey from here on
5. streaks go
6. the page is turned upright (quarter turns are done before this)
"""

from dataclasses import replace

import cv2
import numpy as np

from extract.pixels.deskew import deskewed
from extract.pixels.edges import without_edges
from extract.pixels.light import evened
from extract.pixels.photo import rectified
from extract.pixels.raster import Raster
from extract.pixels.seal import grey_without_seals
from extract.pixels.streaks import without_streaks


def prepare(raster: Raster) -> Raster:
    """The page upright on white paper, still as three (equal) channels; `to_page` leads back to the scan."""
    page = rectified(raster)
    pixels = evened(without_edges(page.pixels, page.dpi), page.dpi)
    grey = without_streaks(grey_without_seals(pixels, page.dpi), page.dpi)
    level = deskewed(replace(page, pixels=grey))  # one channel: a third of the work
    return replace(level, pixels=np.asarray(cv2.cvtColor(level.pixels, cv2.COLOR_GRAY2BGR), np.uint8))
