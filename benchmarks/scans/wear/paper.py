"""What happens to the sheet: the other side shows through, light, dark edges, holes, dust, folds."""

import cv2
import numpy as np

from benchmarks.scans.wear.raster import PAPER, Chance, Pixels, darkened, field, rounded


def bleed_through(pixels: Pixels, other: Pixels, share: float, dpi: int) -> Pixels:
    """The other side's print, mirrored and soft, at that share of its blackness."""
    height, width = pixels.shape[:2]
    back = cv2.resize(cv2.flip(other, 1), (width, height), interpolation=cv2.INTER_AREA)
    back = cv2.GaussianBlur(back, (0, 0), dpi / 90)
    shine = (PAPER - back.astype(np.float32)).mean(axis=2) / PAPER * share
    return darkened(pixels, shine)


def uneven_light(pixels: Pixels, chance: Chance, share: float) -> Pixels:
    """Darker towards some side and in soft patches, paper a little yellow or grey."""
    height, width = pixels.shape[:2]
    angle = chance.uniform(0, 2 * np.pi)
    slope = np.cos(angle) * np.linspace(0, 1, width, dtype=np.float32)[None, :]
    slope = slope + np.sin(angle) * np.linspace(0, 1, height, dtype=np.float32)[:, None]
    slope = (slope - slope.min()) / (slope.max() - slope.min())
    shade = share * (0.7 * slope + 0.3 * field(chance, pixels.shape, 4))
    tint = 1 - share * chance.uniform(0, 0.5) * np.array([1.0, 0.5, 0.3], np.float32)
    return rounded(darkened(pixels, shade.astype(np.float32)) * tint)


def grain(pixels: Pixels, chance: Chance, deviation: float) -> Pixels:
    """The sensor's noise, in grey levels."""
    noise = chance.standard_normal(pixels.shape[:2], dtype=np.float32) * deviation
    return rounded(pixels + noise[:, :, None])


def dark_edges(pixels: Pixels, chance: Chance, dpi: int) -> Pixels:
    """The lid left open, or a book's fold: one or two sides go black within a centimetre or less."""
    found = pixels
    for side in chance.choice(4, size=int(chance.integers(1, 3)), replace=False):
        turned = np.rot90(found, side)
        reach = chance.uniform(0.08, 0.35) * dpi
        away = np.arange(turned.shape[0], dtype=np.float32)[:, None] / reach
        shade = np.broadcast_to(0.92 * np.exp(-(away**2)), turned.shape[:2])
        found = np.rot90(darkened(turned, shade), -side)
    return np.ascontiguousarray(found)


def punch_holes(pixels: Pixels, chance: Chance, dpi: int) -> Pixels:
    """Two holes of six millimetres in the left margin, eight centimetres apart, dark as the lid or light."""
    found = pixels.copy()
    height = found.shape[0]
    x, radius = round(chance.uniform(0.4, 0.55) * dpi), round(0.118 * dpi)
    shade = int(chance.choice([15, 40, 235]))
    for side in (-1, 1):
        y = round(height / 2 + side * 1.575 * dpi + chance.normal(0, 0.05) * dpi)
        cv2.circle(found, (x, y), radius, (shade,) * 3, -1, cv2.LINE_AA)
    return found


def dust(pixels: Pixels, chance: Chance, specks: int, dpi: int) -> Pixels:
    """Specks and short hairs, a third of a millimetre at the most across."""
    found = pixels.copy()
    height, width = found.shape[:2]
    for _ in range(specks):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        shade = (int(chance.integers(20, 150)),) * 3
        radius = max(0, round(chance.exponential(0.0025) * dpi))
        if chance.random() < 0.06:
            end = (x + round(chance.normal(0, 0.05) * dpi), y + round(chance.normal(0, 0.05) * dpi))
            cv2.line(found, (x, y), end, shade, 1, cv2.LINE_AA)
        else:
            cv2.circle(found, (x, y), min(radius, round(0.007 * dpi)), shade, -1)
    return found


def streaks(pixels: Pixels, chance: Chance, dpi: int) -> Pixels:
    """Dirt on the glass: one to three lines from top to bottom, a pixel or two wide, dark or light."""
    found = pixels.copy()
    for _ in range(int(chance.integers(1, 4))):
        x = int(chance.integers(found.shape[1]))
        wide = max(1, round(chance.uniform(0.002, 0.008) * dpi))
        shade = 0.35 if chance.random() < 0.6 else -0.5
        band = found[:, x : x + wide].astype(np.float32)
        band = band * (1 - shade) if shade > 0 else band - (PAPER - band) * shade
        found[:, x : x + wide] = rounded(band)
    return found


def crease(pixels: Pixels, chance: Chance, dpi: int) -> Pixels:
    """A fold across the sheet: a soft shadow with a light line in it."""
    height, width = pixels.shape[:2]
    middle = chance.uniform(0.3, 0.7) * height
    slope = chance.normal(0, 0.01)
    rows, columns = np.ogrid[:height, :width]
    away = np.abs(rows - middle - slope * columns) / dpi
    shade = (0.16 * np.exp(-((away / 0.05) ** 2)) - 0.1 * np.exp(-((away / 0.008) ** 2))).astype(np.float32)
    return darkened(pixels, shade)
