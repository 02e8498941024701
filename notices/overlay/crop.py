"""A piece of a page cut out, for whatever shows a value beside its pixels."""

from PIL import Image

from extract.pixels.raster import Raster
from schemas.document import Box

MARGIN = 0.01
"""Share of the page's longer side that is left around the box, so that a figure is seen in its cell."""

Span = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels; right and bottom are not included."""


def picture(raster: Raster) -> Image.Image:
    """The page as a Pillow image, RGB."""
    return Image.fromarray(raster.pixels[:, :, ::-1])


def pixels(box: Box, size: tuple[int, int], margin: int = 0) -> Span:
    """The box on a page of this size (width, height), with so many pixels around it; never empty."""
    width, height = size
    left, top = max(0, int(box.x0 * width) - margin), max(0, int(box.y0 * height) - margin)
    left, top = min(left, width - 1), min(top, height - 1)
    right, bottom = round(box.x1 * width) + margin, round(box.y1 * height) + margin
    return left, top, min(width, max(right, left + 1)), min(height, max(bottom, top + 1))


def crop(page: Image.Image, box: Box, margin: float = MARGIN) -> Image.Image:
    """What stands in the box (fractions of the page as displayed) and a little around it."""
    return page.crop(pixels(box, page.size, round(margin * max(page.size))))
