"""A page photographed on a desk, cut out and seen from straight above."""

from dataclasses import replace

import cv2
import numpy as np
from numpy.typing import NDArray

from extract.pixels.raster import Matrix, Pixels, Raster

Quad = NDArray[np.float32]

WORK_SIDE = 600  # pixels of the longer side while looking for the page
# Share of the frame a page in a photograph takes; above it the frame is the page.
SMALLEST, LARGEST = 0.2, 0.93
# The outline fills its quadrilateral at least this far.
FILL = 0.92
# A side is inside the frame when it keeps this share of the frame's size from its edge.
CLEAR = 0.012
# The desk is darker than this share of the paper's brightness.
DESK = 0.85
# ISO 216: every A size has this ratio; A4 is 8.27 inches wide.
A_RATIO, A4_WIDTH = 2**0.5, 8.27


def rectified(raster: Raster) -> Raster:
    """The page alone, upright, its `dpi` that of an A4 sheet; the same raster unless a desk shows."""
    quad = page_quad(raster.pixels)
    if quad is None:
        return raster
    width, height = _size(quad)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    forward: Matrix = np.asarray(cv2.getPerspectiveTransform(quad, target), np.float64)
    return replace(raster.warped(forward, width, height), dpi=min(width, height) / A4_WIDTH)


def page_quad(pixels: Pixels) -> Quad | None:
    """The page's corners in pixels, from top left clockwise; None where the page fills the frame."""
    scale = WORK_SIDE / max(pixels.shape[:2])
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    lightness = np.asarray(small.min(axis=2), np.uint8)  # wood and cloth are dark in at least one channel
    closed = cv2.morphologyEx(lightness, cv2.MORPH_CLOSE, np.ones((13, 13), np.uint8))
    soft = np.asarray(cv2.GaussianBlur(closed, (0, 0), 2), np.uint8)
    quads = [quad for mask in _masks(soft) if (quad := _quad_of(mask)) is not None]
    standing_out = [quad for quad in quads if _stands_out(quad, soft)]
    return np.asarray(max(standing_out, key=cv2.contourArea) / scale, np.float32) if standing_out else None


def _masks(soft: Pixels) -> list[Pixels]:
    """Candidate page areas: by brightness (Otsu), lower for a page half in shadow, and between edges."""
    level, bright = cv2.threshold(soft, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    _, shaded = cv2.threshold(soft, 0.8 * level, 255, cv2.THRESH_BINARY)
    edges = cv2.dilate(cv2.Canny(soft, 20, 60), np.ones((3, 3), np.uint8))
    return [np.asarray(mask, np.uint8) for mask in (bright, shaded, 255 - edges)]


def _quad_of(mask: Pixels) -> Quad | None:
    opened = cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((7, 7), np.uint8))
    contours, _ = cv2.findContours(opened, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not contours:
        return None
    largest = max(contours, key=cv2.contourArea)
    hull = cv2.convexHull(largest)
    corners = cv2.approxPolyDP(hull, 0.03 * cv2.arcLength(hull, closed=True), closed=True)
    if len(corners) != 4:
        return None
    quad = _clockwise(corners.reshape(4, 2).astype(np.float32))
    area, frame = cv2.contourArea(quad), float(mask.size)
    whole = SMALLEST * frame < area < LARGEST * frame and cv2.contourArea(largest) >= FILL * area
    return quad if whole and _sides_inside(quad, mask.shape[1], mask.shape[0]) >= 3 else None


def _stands_out(quad: Quad, soft: Pixels) -> bool:
    """Paper inside, something darker outside: a frame printed on a page has paper on both sides."""
    inside = np.asarray(cv2.fillConvexPoly(np.zeros_like(soft), quad.astype(np.int32), 1), np.bool_)
    return float(np.median(soft[~inside])) < DESK * float(np.median(soft[inside]))


def _clockwise(corners: Quad) -> Quad:
    by_angle = np.argsort(np.arctan2(*(corners - corners.mean(axis=0)).T[::-1]))
    ordered = corners[by_angle]
    return np.roll(ordered, -int(np.argmin(ordered.sum(axis=1))), axis=0)


def _sides_inside(quad: Quad, width: int, height: int) -> int:
    """How many sides of the page show desk beyond them: a scan has dark edges on two at most."""
    (left, top), (right, bottom) = quad.min(axis=0), quad.max(axis=0)
    near_x, near_y = CLEAR * width, CLEAR * height
    return sum((left > near_x, top > near_y, width - right > near_x, height - bottom > near_y))


def _size(quad: Quad) -> tuple[int, int]:
    """Width and height in pixels; an A size where the sides nearly say so, as perspective shortens one."""
    sides = np.linalg.norm(np.roll(quad, -1, axis=0) - quad, axis=1)
    width, height = max(sides[0], sides[2]), max(sides[1], sides[3])
    long, short = max(width, height), min(width, height)
    if abs(long / short / A_RATIO - 1) < 0.25:
        long = short * A_RATIO
    return (round(short), round(long)) if height >= width else (round(long), round(short))
