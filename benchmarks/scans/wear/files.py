"""Scanned pages → one file: PDF of JPEGs, PDF or TIFF of black and white."""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.scans.wear.raster import Pixels

_NO_TIME = time.gmtime(0)  # the same pages give the same bytes


def write_pdf(path: Path, pages: Sequence[Pixels], dpi: int, quality: int) -> None:
    """Each page a JPEG of that quality, grey where it has no colour; fax pages as CCITT group 4."""
    images = [as_image(page) for page in pages]
    if any(image.mode != "1" for image in images):
        images = [image.convert("L") if image.mode == "1" else image for image in images]
    jpeg = {} if images[0].mode == "1" else {"quality": quality}
    images[0].save(
        path, "PDF", save_all=True, append_images=images[1:], resolution=float(dpi), title="",
        creationDate=_NO_TIME, modDate=_NO_TIME, **jpeg,
    )  # fmt: skip


def write_tiff(path: Path, pages: Sequence[Pixels], dpi: int) -> None:
    """Black and white, CCITT group 4, as fax servers keep it."""
    images = [as_image(page).convert("1") for page in pages]
    images[0].save(
        path, "TIFF", save_all=True, append_images=images[1:], compression="group4", dpi=(dpi, dpi)
    )


def as_image(page: Pixels) -> Image.Image:
    """In the plainest mode that keeps every pixel: black and white, grey, colour."""
    if not (page[:, :, :1] == page).all():
        return Image.fromarray(page[:, :, ::-1])
    grey = page[:, :, 0]
    image = Image.fromarray(np.ascontiguousarray(grey))
    two = ((grey == 0) | (grey == 255)).all()
    return image.convert("1") if two else image
