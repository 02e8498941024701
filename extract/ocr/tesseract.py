"""Tesseract through pytesseract: a second witness, and the engine where memory is short.

Its chi_sim can't read `≥`: a missing one can't be told from a lost one. Rules are to be erased beforehand.
"""

import logging
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Literal

import cv2
import pytesseract  # type: ignore[import-untyped]  # has no stubs, neither its own nor on PyPI
from packaging.version import Version

from extract.ocr.contract import Availability, CropReading, EngineError, PageTurn, Token
from extract.ocr.orientation import page_turn
from extract.ocr.words import Word, joined, tokens
from extract.pixels.raster import PixelBox, Pixels

log = logging.getLogger(__name__)

LANGUAGE = "chi_sim"
OLDEST = Version("4.1")
"""4.0 brought the recogniser that reads Chinese at all; 4.1 the first with its faults mended."""

_MARGIN = 10
"""White round a crop, in pixels: text that touches the edge is lost."""

_SECONDS_A_PAGE, _SECONDS_A_CROP = 120, 5

_INSTALL = (
    "Debian and Ubuntu: apt install tesseract-ocr tesseract-ocr-chi-sim; macOS: brew install tesseract"
    " tesseract-lang; Windows: install the UB Mannheim build of Tesseract with 'Chinese (Simplified)' ticked,"
    " and add its folder to PATH"
)


class TesseractEngine:
    """Reads with the `tesseract` command, one child process a page or list of crops, one thread each."""

    def __init__(self, page_mode: Literal[4, 6] = 4) -> None:
        """`page_mode`: 4 for a page of lines, 6 for one block; raises `EngineError` where it can't run."""
        found = probe()
        if not found.here:
            raise EngineError("engine-missing", engine="Tesseract")
        # two workers with OpenMP's own threads get in each other's way: 29.8 s instead of 12.8 for 24 pages
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        self._page_mode = page_mode
        self.identity = f"tesseract-{found.version}/{LANGUAGE}/psm{page_mode}+6/margin{_MARGIN}"

    def page_turn(self, pixels: Pixels) -> PageTurn:
        """Which way up the page lies, by the built-in models: Tesseract's own guess needs a page of text."""
        return page_turn(pixels)

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:
        """Find and read all text of an upright page, cut at gaps wider than a character and a half."""
        return tokens(_words([pixels], self._page_mode, _SECONDS_A_PAGE))

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        """Read all crops in one call; lines of a cell follow each other without a break."""
        numbers = [number for number, crop in enumerate(crops) if crop.size]
        readings = [CropReading(text="", confidence=0)] * len(crops)
        if numbers:
            framed = [_framed(crops[number]) for number in numbers]
            for page, words in groupby(_words(framed, 6, _SECONDS_A_CROP * len(numbers)), _page_of):
                readings[numbers[page - 1]] = joined(tuple(words), margin=_MARGIN)
        return tuple(readings)


def probe() -> Availability:
    """Whether the command and its Chinese are here, and recent enough."""
    try:
        version = pytesseract.get_tesseract_version()
        languages = pytesseract.get_languages()
    except (OSError, SystemExit):  # pytesseract leaves by SystemExit on a version it can't make out
        return Availability(here=False, advice=f"it is missing: {_INSTALL}")
    if version < OLDEST:
        advice = f"it is too old ({version}, {OLDEST} or newer is needed): {_INSTALL}"
        return Availability(here=False, version=str(version), advice=advice)
    if LANGUAGE not in languages:
        advice = f"its Chinese ({LANGUAGE}) is missing: {_INSTALL}"
        return Availability(here=False, version=str(version), advice=advice)
    return Availability(here=True, version=f"{version} ({', '.join(languages)})")


def _words(images: Sequence[Pixels], page_mode: int, seconds: int) -> tuple[Word, ...]:
    """All words of all images in one call: a process a cell costs 87 ms, a line of a list file 7."""
    with tempfile.TemporaryDirectory(prefix="notices-ocr-") as folder:
        listed = Path(folder, "list.txt")
        listed.write_text("\n".join(map(str, _saved(images, Path(folder)))), "utf-8")
        try:
            table = pytesseract.image_to_data(
                str(listed),
                lang=LANGUAGE,
                config=f"--psm {page_mode}",
                timeout=seconds,
                output_type=pytesseract.Output.DICT,
            )
        except (RuntimeError, OSError) as trouble:
            raise _gave_up(trouble, seconds) from trouble
    return tuple(_parsed(table))


def _gave_up(trouble: Exception, seconds: int) -> EngineError:
    if "timeout" in str(trouble):  # pytesseract has no type of its own for it
        return EngineError("engine-slow", engine="Tesseract", seconds=seconds)
    log.info("Tesseract failed", exc_info=trouble)
    return EngineError("engine-failed", engine="Tesseract", name=type(trouble).__name__)


def _saved(images: Sequence[Pixels], folder: Path) -> Iterator[Path]:
    for number, image in enumerate(images):
        path = folder / f"{number:05}.bmp"
        path.write_bytes(cv2.imencode(".bmp", cv2.cvtColor(image, cv2.COLOR_BGR2GRAY))[1].tobytes())
        yield path


def _parsed(table: Mapping[str, Sequence[str | int]]) -> Iterator[Word]:
    """The rows of Tesseract's TSV that hold text."""
    columns = (
        "page_num",
        "block_num",
        "par_num",
        "line_num",
        "left",
        "top",
        "width",
        "height",
        "conf",
        "text",
    )
    for row in zip(*(table.get(name, ()) for name in columns), strict=True):
        *numbers, text = row
        page, block, paragraph, line, left, top, width, height, confidence = (int(x) for x in numbers)
        if str(text).strip() and confidence >= 0:
            box = PixelBox(x0=left, y0=top, x1=left + width, y1=top + height)
            place = (page, block, paragraph, line)
            yield Word(text=str(text).strip(), box=box, confidence=min(1.0, confidence / 100), line=place)


def _page_of(word: Word) -> int:
    return word.line[0]


def _framed(crop: Pixels) -> Pixels:
    white = (255, 255, 255)
    return cv2.copyMakeBorder(  # type: ignore[return-value]  # its stub names any number, it keeps ours
        crop, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=white
    )
