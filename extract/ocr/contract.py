"""What every OCR engine offers."""

from collections.abc import Sequence
from typing import Literal, Protocol

from pydantic import Field

from extract.pixels.raster import PixelBox, Pixels
from schemas.errors import UnreadableError
from schemas.model import Frozen


class EngineError(UnreadableError):
    """An engine that isn't here or gave up; the message says what to do."""


class Char(Frozen):
    """One character of a reading, blanks left out; `x0` and `x1` in pixels of the image that was read."""

    text: str
    x0: float
    x1: float
    confidence: float = Field(ge=0, le=1)


class Token(Frozen):
    """A run of characters read in one place; `confidence` from 0 to 1 as the engine gives it.

    `chars` lets a token that crosses a rule be split, and names the doubtful character; an engine may leave
    it empty. Edges are good to about half a character.
    """

    text: str
    box: PixelBox
    confidence: float = Field(ge=0, le=1)
    chars: tuple[Char, ...] = ()


class CropReading(Frozen):
    """What a crop was read as; blank text where nothing was found in it."""

    text: str
    confidence: float = Field(ge=0, le=1)
    chars: tuple[Char, ...] = ()


Turn = Literal[0, 90, 180, 270]
"""Degrees, clockwise."""


class PageTurn(Frozen):
    """How far a page must be turned clockwise to stand upright; confidence 0.5 is a coin's."""

    degrees: Turn
    confidence: float = Field(ge=0, le=1)


class Availability(Frozen):
    """Whether an engine can run here; `advice` says how to get it where it can't."""

    here: bool
    version: str = ""
    advice: str = ""


class OcrEngine(Protocol):
    """An engine ready to read. `identity` names engine, version and settings: the cache's key."""

    identity: str

    def page_turn(self, pixels: Pixels) -> PageTurn:
        """Which way up a page (BGR) lies."""
        ...

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:
        """Find and read all text of an upright page (BGR); tokens in no particular order."""
        ...

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        """Read crops that each hold one line or cell; one reading a crop, in order."""
        ...


class OcrCache(Protocol):
    """Where readings are kept from run to run; the application hands one in."""

    def get(self, key: str) -> bytes | None:
        """What was kept under the key."""
        ...

    def put(self, key: str, value: bytes) -> None:
        """Keep it."""
        ...
