"""What every reader offers."""

from typing import Protocol

from schemas.document import Document
from schemas.errors import UnreadableError


class FormatError(UnreadableError):
    """A file that a reader can't make sense of: `detail` says what is wrong, `advice` what to do."""

    def __init__(self, detail: str, advice: str) -> None:
        super().__init__(f"{detail}; {advice}")
        self.detail = detail
        self.advice = advice


class Reader(Protocol):
    """Bytes of a whole file → `Document`; raises `FormatError`, never anything else, on bad input."""

    def __call__(self, data: bytes, media_type: str) -> Document:
        """Read the file; `media_type` is what its content was recognised as."""
        ...
