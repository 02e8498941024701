"""The built-in engine: PP-OCR models through RapidOCR and onnxruntime, no network."""

from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from extract.ocr.contract import Availability, Char, CropReading, PageTurn, Token
from extract.ocr.crops import cut, enclosing, side_by_side, size_of
from extract.ocr.detect import PAGE_SIDE, Quad, find_lines
from extract.ocr.models import PACKAGES, family, versions
from extract.ocr.orientation import page_turn
from extract.ocr.recognise import NARROWEST, STEP, read_lines
from extract.pixels.raster import Pixels

LEAST_CONFIDENCE = 0.5
"""RapidOCR's own threshold: what is read with less is specks and rules."""

_STACKED = 1.8
"""A box so much taller than wide holds characters one below the other, or a line on its side."""


class RapidEngine:
    """Reads with RapidOCR; its models are loaded once a process."""

    def __init__(self, side: int = PAGE_SIDE) -> None:
        """`side`: the longer side of the page for detection, in pixels; crops are cut at full resolution."""
        self._side = side
        self.identity = f"{versions()}/{family()}/det{side}/rec{NARROWEST}+{STEP}"

    def page_turn(self, pixels: Pixels) -> PageTurn:
        """Which way up the page lies, by its lines' shape and look."""
        return page_turn(pixels)

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:
        """Find and read all text of an upright page; readings under `LEAST_CONFIDENCE` are left out."""
        quads = find_lines(pixels, self._side)
        readings = _read_quads(pixels, quads)
        return tuple(
            _token(quad, reading)
            for quad, reading in zip(quads, readings, strict=True)
            if reading.text and reading.confidence >= LEAST_CONFIDENCE
        )

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        """Read crops of one line each, all that is read, however doubtful; empty ones may give rubbish."""
        return read_lines(crops)


def probe() -> Availability:
    """Whether the built-in engine is installed."""
    try:
        versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    except PackageNotFoundError as missing:
        return Availability(here=False, advice=f"pip install {missing.name}")
    return Availability(here=True, version=versions)


def _read_quads(pixels: Pixels, quads: Sequence[Quad]) -> list[CropReading]:
    """One reading a quad; a tall one is read as it stands, unstacked and turned, and the surest is kept."""
    crops = [cut(pixels, quad) for quad in quads]
    tall = [number for number, quad in enumerate(quads) if _is_tall(quad)]
    unstacked = [side_by_side(crops[number]) for number in tall]
    turned = [np.ascontiguousarray(np.rot90(crops[number])) for number in tall]
    readings = list(read_lines([*crops, *unstacked, *turned]))
    kept, others = readings[: len(crops)], readings[len(crops) :]
    for number, stack, turn in zip(tall, others, others[len(tall) :], strict=False):
        surest = max((kept[number], stack, turn), key=lambda reading: reading.confidence)
        # across the box, not along it: where its characters stand says nothing
        kept[number] = surest.model_copy(update={"chars": ()})
    return kept


def _is_tall(quad: Quad) -> bool:
    width, height = size_of(quad)
    return height >= _STACKED * width


def _token(quad: Quad, reading: CropReading) -> Token:
    left, right = float(quad[[0, 3], 0].mean()), float(quad[[1, 2], 0].mean())
    scale = (right - left) / size_of(quad)[0]
    chars = tuple(_on_page(char, left, scale) for char in reading.chars)
    return Token(text=reading.text, box=enclosing(quad), confidence=reading.confidence, chars=chars)


def _on_page(char: Char, left: float, scale: float) -> Char:
    """The character's edges in pixels of the page, along the middle of its line."""
    return char.model_copy(
        update={"x0": round(left + char.x0 * scale, 1), "x1": round(left + char.x1 * scale, 1)}
    )
