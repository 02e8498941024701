"""A file's bytes: read once, bounded, with what to do where they can't be had."""

import hashlib

from extract import media_type_of
from notices.inputs import InputFile
from schemas.model import Frozen

MIB = 1 << 20
TEXT_LIMIT = 64 * MIB
"""No notice comes near it: a thousand pages of Chinese text are 3 MiB."""
LIMIT = 1024 * MIB
"""A scanned archive volume may well have hundreds of MiB."""

HEAD = 16
"""As many bytes as the longest signature needs, and some."""

TEXT = "text/plain"
NO_KIND = "application/octet-stream"


class Content(Frozen):
    """A file as it was read."""

    media_type: str
    data: bytes

    @property
    def sha256(self) -> str:
        """What tells it from every other file."""
        return hashlib.sha256(self.data).hexdigest()


class Refusal(Frozen):
    """A file whose bytes can't be had: `detail` says why, `advice` what to do."""

    media_type: str
    detail: str
    advice: str


def load(file: InputFile, *, text_limit: int = TEXT_LIMIT) -> Content | Refusal | None:
    """Read a file. One of unknown kind is tried as text if it was given by name, else it comes to nothing."""
    try:
        return None if _is_passed_over(file) else _read(file, text_limit)
    except OSError as error:
        kind = media_type_of(file.path, b"")
        if kind is None and not file.must_read:
            return None
        detail = f"the system doesn't hand it out ({error.strerror or error})"
        return Refusal(
            media_type=kind or NO_KIND,
            detail=detail,
            advice="see that it is there and yours to read, run again",
        )


def _is_passed_over(file: InputFile) -> bool:
    """Whether it is a pipe, socket or device met while walking: opening one may wait for ever."""
    return not file.must_read and file.path.exists() and not file.path.is_file()


def _read(file: InputFile, text_limit: int) -> Content | Refusal | None:
    with file.path.open("rb") as stream:
        head = stream.read(HEAD)
        kind = media_type_of(file.path, head) or (TEXT if file.must_read else None)
        if kind is None:
            return None
        limit = text_limit if kind.startswith("text/") else LIMIT
        data = head + stream.read(limit + 1 - len(head))
    if len(data) > limit:
        return Refusal(
            media_type=kind, detail=f"it has more than {limit} bytes", advice="split it and run again"
        )
    return Content(media_type=kind, data=data)
