"""A page's pictures → its pixels, for pages that are scans: OFD isn't drawn otherwise."""

from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image as Pillow

from extract.ofd.content import Content, Item
from extract.ofd.jbig2 import is_jbig2, jbig2_pixels
from extract.ofd.package import Package
from extract.ofd.xml import number
from extract.pdf.geometry import Frame, Rect
from extract.pdf.marks import Image, around
from extract.pdf.matrix import Matrix, moved
from extract.pdf.render import LONGEST_SIDE, POINTS_AN_INCH, own_dpi
from extract.pixels.raster import Pixels, Raster, whole_page
from extract.readers.contract import FormatError
from extract.readers.image import rasters

_DPI = 200.0
_OPAQUE = 255


class Picture(NamedTuple):
    """A picture on the page: its place in points, and where its file lies in the archive."""

    rect: Rect
    name: str
    matrix: Matrix


def picture_of(item: Item, content: Content, frame: Frame) -> Picture:
    """Its picture fills the unit square of its own coordinates (10.2)."""
    corners = [frame.point(*moved(item.matrix, x, y)) for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))]
    name = content.resources.media.get(item.element.get("ResourceID") or "", "")
    return Picture(around(corners), name, item.matrix)


def is_opaque(item: Item, name: str, package: Package) -> bool:
    """Whether nothing under it is seen."""
    alpha = number(item.element.get("Alpha"))
    if alpha is not None and alpha < _OPAQUE:
        return False
    try:
        with Pillow.open(BytesIO(package.read(name))) as opened:
            return not opened.has_transparency_data
    except Exception:  # noqa: BLE001  what can't be decoded is in doubt: the page isn't trusted to its text
        return True


def page_of_pictures(package: Package, pictures: Sequence[Picture], frame: Frame) -> Raster:
    """White paper with the pictures on it; those within a larger one (seals on a scan) are left out.

    Raises `FormatError` where a picture is missing or in a format that isn't read.
    """
    shown = [one for one in pictures if not any(_is_on(one, other) for other in pictures)]
    read = [(one, _pixels(package, one.name)) for one in shown if one.rect.area > 0]
    images = tuple(Image(one.rect, p.shape[1], p.shape[0], over_text=False) for one, p in read)
    page = Rect(0, 0, frame.width, frame.height)
    longest = max(frame.width, frame.height) / POINTS_AN_INCH
    dpi = min(own_dpi(images, page) or _DPI, LONGEST_SIDE / longest)
    scale = dpi / POINTS_AN_INCH
    size = max(1, round(frame.width * scale)), max(1, round(frame.height * scale))
    sheet = np.full((size[1], size[0], 3), 255, np.uint8)
    for one, pixels in read:
        _paste(sheet, pixels, one, frame, scale)
    return whole_page(sheet, dpi)


def _is_on(small: Picture, large: Picture) -> bool:
    return small.rect.area < large.rect.area and small.rect.common(large.rect).area >= 0.9 * small.rect.area


def _pixels(package: Package, name: str) -> Pixels:
    try:
        data = package.read(name)
        if is_jbig2(data):
            return jbig2_pixels(data)
        found = next(rasters(data), None)
    except FormatError as error:
        raise FormatError("ofd-picture-unread", name=name or "?") from error
    if not isinstance(found, Raster):
        raise FormatError("ofd-picture-unread", name=name or "?")
    return found.pixels


def _paste(sheet: Pixels, pixels: Pixels, one: Picture, frame: Frame, scale: float) -> None:
    """Where its corners lie; made smaller by averaging, as thin strokes would be lost otherwise."""
    height, width = pixels.shape[:2]
    target = [frame.point(*moved(one.matrix, x, y)) for x, y in ((0, 0), (1, 0), (0, 1))]
    goal = np.array(target, np.float32) * np.float32(scale)
    sides = [max(1, round(float(np.linalg.norm(goal[n] - goal[0])))) for n in (1, 2)]
    if sides[0] < width and sides[1] < height:
        pixels = np.asarray(cv2.resize(pixels, (sides[0], sides[1]), interpolation=cv2.INTER_AREA), np.uint8)
        height, width = pixels.shape[:2]
    source = np.array([[0, 0], [width, 0], [0, height]], np.float32)
    warp = cv2.getAffineTransform(source, goal)
    # pixel centres, not corners, are what is mapped
    warp[:, 2] += warp[:, :2] @ np.array([0.5, 0.5]) - 0.5
    cv2.warpAffine(
        pixels, warp, (sheet.shape[1], sheet.shape[0]), dst=sheet, borderMode=cv2.BORDER_TRANSPARENT
    )
