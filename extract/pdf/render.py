"""A PDF page → its pixels, bounded whatever the page claims to be."""

import numpy as np
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it ships no types
from pypdfium2 import raw

from extract.pdf.drawing import read_drawing
from extract.pdf.geometry import Rect
from extract.pdf.marks import Image
from extract.pdf.open import frame_of
from extract.pixels.raster import Raster, whole_page
from extract.readers.contract import FormatError

LONGEST_SIDE = 6000
"""Pixels: A4 at 500 dpi. A poster is rendered at a lower resolution, never larger."""
MOST_IMAGE_PIXELS = 200_000_000
"""A4 at 1200 dpi is 139 million; pdfium unpacks a picture whole before it scales it."""

POINTS_AN_INCH = 72
_WHOLE_PAGE = 0.9
_OWN_DPI = (120, 300)
# pdfium rounds sizes up: 1654.00001 would become 1655 and blur a picture of 1654 pixels.
_HAIR = 1 - 1e-5


def render(page: pdfium.PdfPage, dpi: float = 200) -> Raster:
    """The page as displayed; one that is a single picture of 120 to 300 dpi is shown at that resolution.

    Raises `FormatError` where the page has no size or a picture too large to unpack.
    """
    frame = frame_of(page)
    if frame is None:
        raise FormatError("page-no-size")
    images = read_drawing(page, frame).images
    _refuse_bombs(images)
    own = own_dpi(images, Rect(0, 0, frame.width, frame.height))
    longest = max(frame.width, frame.height) / POINTS_AN_INCH
    chosen = min(own or dpi, LONGEST_SIDE / longest)
    return whole_page(_pixels(page, chosen), chosen)


def _refuse_bombs(images: tuple[Image, ...]) -> None:
    for image in images:
        count = image.pixel_width * image.pixel_height
        if count > MOST_IMAGE_PIXELS:
            raise FormatError("page-too-many-pixels", width=image.pixel_width, height=image.pixel_height)


def own_dpi(images: tuple[Image, ...], page: Rect) -> float | None:
    """The resolution of the one picture that fills the page, where it is one worth keeping."""
    whole = [image for image in images if image.rect.common(page).area >= _WHOLE_PAGE * page.area]
    if len(whole) != 1:
        return None
    pixels = sorted((whole[0].pixel_width, whole[0].pixel_height))  # the page may be turned
    points = sorted((whole[0].rect.width, whole[0].rect.height))
    dpi = min(count * POINTS_AN_INCH / length for count, length in zip(pixels, points, strict=True))
    return dpi if _OWN_DPI[0] <= round(dpi) <= _OWN_DPI[1] else None


def _pixels(page: pdfium.PdfPage, dpi: float) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """Copied, as pdfium takes its own memory back."""
    bitmap = page.render(scale=dpi / POINTS_AN_INCH * _HAIR, force_bitmap_format=raw.FPDFBitmap_BGR)
    try:
        return np.array(bitmap.to_numpy(), np.uint8)
    finally:
        bitmap.close()
