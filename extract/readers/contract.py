"""What every reader offers."""

from collections.abc import Callable
from typing import Protocol

from extract.ocr.contract import OcrEngine
from schemas.document import Document
from schemas.errors import UnreadableError


class FormatError(UnreadableError):
    """A file that a reader can't make sense of: `detail` says what is wrong, `advice` what to do."""

    def __init__(self, detail: str, advice: str) -> None:
        super().__init__(f"{detail}; {advice}")
        self.detail = detail
        self.advice = advice


EngineSource = Callable[[], OcrEngine]
"""Gives the OCR engine when the first page needs it: text files never load one."""


class Reader(Protocol):
    """Bytes of a whole file → `Document`; raises `FormatError`, never anything else, on bad input."""

    def __call__(self, data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
        """Read the file; `media_type` is what its content was recognised as."""
        ...
