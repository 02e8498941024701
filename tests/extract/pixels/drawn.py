"""Pages drawn for the tests: text, tables, seals, and what scanners and cameras do to them."""

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from extract.pixels.raster import Pixels

DPI = 200
WIDTH, HEIGHT = 1654, 2339  # A4
FONT = "NotoSansCJK-Regular.ttc"  # Debian: fonts-noto-cjk
RED = (30, 30, 220)  # BGR

TextAt = tuple[str, int, int]


def blank() -> Pixels:
    return np.full((HEIGHT, WIDTH, 3), 255, np.uint8)


def write(pixels: Pixels, *texts: TextAt, size: int = 36, colour: tuple[int, int, int] = (0, 0, 0)) -> None:
    """Text with its top left corner at x, y; colours in BGR."""
    image = Image.fromarray(pixels)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONT, size)
    for text, x, y in texts:
        draw.text((x, y), text, fill=colour, font=font)
    pixels[:] = np.asarray(image)


def body_page() -> Pixels:
    pixels = blank()
    line = "现将有关事项通知如下请各地加强资金管理确保专款专用"
    write(pixels, *((line, 250, y) for y in range(300, 1900, 80)))
    return pixels


def table(
    pixels: Pixels,
    columns: tuple[int, ...],
    rows: tuple[int, ...],
    merged: tuple[tuple[int, int, int, int], ...] = (),
    thickness: int = 2,
    text: str = "绩效指标",
) -> None:
    """Rules at the given positions, but none inside `merged` cells (row, column, row span, column span)."""
    owner = {(r, c): (r, c) for r in range(len(rows) - 1) for c in range(len(columns) - 1)}
    for row, column, row_span, column_span in merged:
        for r in range(row, row + row_span):
            for c in range(column, column + column_span):
                owner[r, c] = (row, column)
    for (r, c), mine in owner.items():
        x0, x1, y0, y1 = columns[c], columns[c + 1], rows[r], rows[r + 1]
        for other, start, end in (
            ((r - 1, c), (x0, y0), (x1, y0)),
            ((r + 1, c), (x0, y1), (x1, y1)),
            ((r, c - 1), (x0, y0), (x0, y1)),
            ((r, c + 1), (x1, y0), (x1, y1)),
        ):
            if owner.get(other) != mine:
                cv2.line(pixels, start, end, (0, 0, 0), thickness)
    write(pixels, *((text, columns[c] + 15, rows[r] + 12) for r, c in sorted(set(owner.values()))), size=28)


def even(start: int, end: int, count: int) -> tuple[int, ...]:
    return tuple(round(x) for x in np.linspace(start, end, count + 1))


def turned(pixels: Pixels, degrees: float, border: int = 255) -> Pixels:
    """Text runs down to the right by so many degrees."""
    matrix = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), -degrees, 1.0)
    return np.asarray(
        cv2.warpAffine(pixels, matrix, (WIDTH, HEIGHT), borderValue=(border,) * 3, flags=cv2.INTER_CUBIC),
        np.uint8,
    )


def dusty(pixels: Pixels, specks: int = 300) -> Pixels:
    made = pixels.copy()
    random = np.random.default_rng(1)
    for x, y, size in zip(
        random.integers(0, WIDTH, specks),
        random.integers(0, HEIGHT, specks),
        random.integers(1, 3, specks),
        strict=True,
    ):
        cv2.circle(made, (int(x), int(y)), int(size), (20, 20, 20), -1)
    return made


def seal(pixels: Pixels, x: int, y: int, radius: int = 165) -> None:
    """A round seal, mixed with what it is stamped on."""
    stamp = np.full_like(pixels, 255)
    cv2.circle(stamp, (x, y), radius, RED, 7)
    star = [
        (x + r * np.sin(a), y - r * np.cos(a))
        for a, r in zip(np.arange(10) * np.pi / 5, (55, 22) * 5, strict=True)
    ]
    cv2.fillPoly(stamp, [np.array(star, np.int32)], RED)
    write(stamp, ("财政局专用章", x - 110, y + 70), colour=RED)
    pixels[:] = cv2.multiply(pixels, stamp, scale=1 / 255)


def shaded(pixels: Pixels, darkest: float = 0.6) -> Pixels:
    """Light that falls off to the right, with noise."""
    light = np.linspace(1, darkest, WIDTH)[None, :, None]
    noise = np.random.default_rng(2).normal(0, 4, pixels.shape)
    return (pixels * 0.93 * light + noise).clip(0, 255).astype(np.uint8)


def photographed(pixels: Pixels, corners: tuple[tuple[int, int], ...], size: tuple[int, int]) -> Pixels:
    """The page on a brown desk, its corners (from top left, clockwise) where told."""
    height, width = pixels.shape[:2]
    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(source, np.array(corners, np.float32))
    warped = cv2.warpPerspective(pixels, matrix, size)
    page = cv2.warpPerspective(np.full_like(pixels, 255), matrix, size) > 127
    desk = np.full((size[1], size[0], 3), (40, 70, 110), np.uint8)
    return np.where(page, warped, desk)


def streak(pixels: Pixels, y: int, x0: int, x1: int) -> None:
    pixels[y, x0:x1] = 0


def spans(
    cells: tuple[tuple[int, int, int, int], ...], rows: int, columns: int
) -> set[tuple[int, int, int, int]]:
    """All cells of a table of so many rows and columns, given the merged ones."""
    covered = {(r + i, c + j) for r, c, rs, cs in cells for i in range(rs) for j in range(cs)}
    single = {(r, c, 1, 1) for r in range(rows) for c in range(columns)} - {(r, c, 1, 1) for r, c in covered}
    return single | set(cells)
