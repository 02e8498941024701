"""Pages drawn for the tests: black text on white, so that what stands where is known."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extract.pixels.raster import Pixels

FONTS = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")

needs_font = pytest.mark.skipif(not FONTS.exists(), reason="needs Debian's fonts-noto-cjk")


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS, size, index=2)  # the simplified Chinese face


def page(
    lines: Sequence[tuple[int, int, str]], width: int = 1240, height: int = 1754, size: int = 33
) -> Pixels:
    """A page (BGR) with each (x, y, text) drawn from that corner."""
    sheet = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(sheet)
    for x, y, text in lines:
        pen.text((x, y), text, font=font(size), fill="black")
    return np.asarray(sheet)[:, :, ::-1].copy()


def crop(text: str, size: int = 40) -> Pixels:
    """A crop that holds one line."""
    width = round(font(size).getlength(text)) + 20
    return page([(10, 4, text)], width, round(size * 1.6), size)


def widths(text: str, size: int) -> list[tuple[float, float]]:
    """Left and right edge of each character of a line drawn from 0."""
    ends = [font(size).getlength(text[:n]) for n in range(len(text) + 1)]
    return list(pairwise(ends))
