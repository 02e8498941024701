"""Crops of one line each → text: batches of like width through the recogniser.

A crop's width in the batch depends on the crop alone, so that its reading doesn't depend on its neighbours:
what is cached is what would be read again.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.ocr.contract import Char, CropReading
from extract.ocr.models import recogniser
from extract.pixels.raster import Pixels

if TYPE_CHECKING:  # importing it takes a second
    from rapidocr.ch_ppocr_rec.typings import WordInfo

HEIGHT = 48
"""Every line is scaled to this height, in pixels."""

STEP, NARROWEST, WIDEST = 32, 224, 4800
"""Padded widths. Narrower than 192, `≥` and single digits are lost (56 % of a fax's values right, not 62 %);
at RapidOCR's own 320 nothing more is right and a table page takes a quarter longer. A crop over the widest is
squeezed, which bounds memory."""

_BATCH_WIDTH = 1536
"""Pixels of width a batch; wider batches are slower, as they leave the processor's cache."""

_NOTHING = CropReading(text="", confidence=0)


def read_lines(crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
    """One reading a crop (BGR), in order; an empty crop reads as nothing."""
    readings = [_NOTHING] * len(crops)
    for width, members in _batches(crops):
        for member, reading in zip(members, _read([crops[i] for i in members], width), strict=True):
            readings[member] = reading
    return tuple(readings)


def _batches(crops: Sequence[Pixels]) -> Iterator[tuple[int, list[int]]]:
    """Padded width and numbers of the crops that share a batch."""
    alike: dict[int, list[int]] = defaultdict(list)
    for number, crop in enumerate(crops):
        if crop.size:
            alike[_padded(crop)].append(number)
    for width, members in sorted(alike.items()):
        size = max(1, _BATCH_WIDTH // width)
        yield from ((width, members[at : at + size]) for at in range(0, len(members), size))


def _padded(crop: Pixels) -> int:
    height, width = crop.shape[:2]
    steps = math.ceil(HEIGHT * float(width) / float(height) / STEP)
    return min(WIDEST, max(NARROWEST, steps * STEP))


def _read(crops: Sequence[Pixels], width: int) -> Iterator[CropReading]:
    engine = recogniser()
    # half a pixel more: the engine rounds height × ratio down
    batch = np.stack([engine.resize_norm_img(crop, (width + 0.5) / HEIGHT) for crop in crops])
    ratios = [min(crop.shape[1] / crop.shape[0], width / HEIGHT) for crop in crops]
    lines, words = engine.postprocess_op(
        engine.session(batch.astype(np.float32)),
        return_word_box=True,
        wh_ratio_list=ratios,
        max_wh_ratio=width / HEIGHT,
    )
    for crop, (text, confidence), word in zip(crops, lines, words, strict=True):
        yield CropReading(
            text=text.strip(), confidence=_share(confidence), chars=_characters(text, word, crop.shape[1])
        )


def _characters(text: str, word: "WordInfo", width: int) -> tuple[Char, ...]:
    """Where each character stands, from the columns in which the recogniser named them (CTC)."""
    columns = np.array([column for part in word.word_cols for column in part], np.float64)
    if not columns.size:
        return ()
    centres = (columns + 0.5) / word.line_txt_len * width
    shown = [(char, _share(at)) for char, at in zip(text, word.confs, strict=True) if not char.isspace()]
    return tuple(
        Char(text=char, x0=round(x0, 1), x1=round(x1, 1), confidence=confidence)
        for (char, confidence), (x0, x1) in zip(shown, _extents(centres, width), strict=True)
    )


def _extents(centres: NDArray[np.float64], width: int) -> Iterator[tuple[float, float]]:
    """Left and right edge by character: half way to its neighbours, and no wider than usual."""
    middles = [(left + right) / 2 for left, right in pairwise(centres.tolist())]
    usual = float(np.median(np.diff(centres))) if len(centres) > 1 else float(width)
    lefts, rights = [0.0, *middles], [*middles, float(width)]
    for centre, left, right in zip(centres.tolist(), lefts, rights, strict=True):
        reach = max(usual, 1.0) * 0.75
        yield max(left, centre - reach, 0.0), min(right, centre + reach, float(width))


def _share(score: float) -> float:
    return round(min(1.0, max(0.0, float(score))), 4)
