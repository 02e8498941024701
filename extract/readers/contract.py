"""What every reader offers."""

from collections.abc import Callable
from typing import Protocol

from extract.ocr.contract import OcrEngine
from schemas.document import Document
from schemas.errors import UnreadableError


class FormatError(UnreadableError):
    """A file or page that a reader can't make sense of."""


MOST_PAGES = 10_000
"""Of one file; a damaged page tree may claim two thousand million."""

EngineSource = Callable[[], OcrEngine]
"""Gives the OCR engine when the first page needs it: text files never load one."""


class Reader(Protocol):
    """Bytes of a whole file → `Document`; raises `UnreadableError`, never anything else, on bad input.

    Where some pages can be read and others can't, those become problems of the document.
    """

    def __call__(self, data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
        """Read the file; `media_type` is what its content was recognised as."""
        ...
