"""Pixels, smooth random fields, and the arithmetic that most kinds of wear share."""

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Chance = np.random.Generator

PAPER = 255.0


def drawn(chance: Chance, limits: tuple[float, float]) -> float:
    """A value of the range."""
    return float(chance.uniform(*limits))


def likely(chance: Chance, share: float) -> bool:
    """True in that share of cases."""
    return bool(chance.random() < share)


def field(chance: Chance, shape: tuple[int, ...], cells: int) -> NDArray[np.float32]:
    """A smooth field from 0 to 1 over the page, with about so many hills across."""
    height, width = shape[:2]
    coarse = chance.random((max(2, cells * height // width + 1), cells + 1)).astype(np.float32)
    return cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC).clip(0, 1)


def darkened(pixels: Pixels, share: NDArray[np.float32]) -> Pixels:
    """Each pixel with that share of its light taken away (height × width, 0 to 1)."""
    return rounded(pixels * (1 - share[:, :, None]))


def rounded(pixels: NDArray[np.floating]) -> Pixels:
    """Back to whole grey levels."""
    return pixels.clip(0, PAPER).round().astype(np.uint8)
