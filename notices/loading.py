"""A file's bytes: read once, bounded, with what to do where they can't be had."""

import hashlib
from errno import errorcode

from extract import media_type_of
from extract.readers.kinds import JSON, ZIP, is_engine_json, refined
from notices.bundles import packed, size_of
from notices.inputs import InputFile, is_bundle
from schemas.model import Frozen
from schemas.reasons import Reason, reason

MIB = 1 << 20
TEXT_LIMIT = 64 * MIB
"""No notice comes near it: a thousand pages of Chinese text are 3 MiB."""
LIMIT = 1024 * MIB
"""A scanned archive volume may well have hundreds of MiB."""

HEAD = 2048
"""As many bytes as the longest signature needs; a web page may begin with comments."""

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
    """A file whose bytes can't be had, and why."""

    media_type: str
    reason: Reason


def load(file: InputFile, *, text_limit: int = TEXT_LIMIT) -> Content | Refusal | None:
    """Read a file. One of unknown kind is tried as text if it was given by name, else it comes to nothing."""
    try:
        if file.annexes or is_bundle(file.path):
            return _packed(file)
        return None if _is_passed_over(file) else _read(file, text_limit)
    except OSError as error:
        kind = media_type_of(file.path, b"")
        if kind is None and not file.must_read:
            return None
        return Refusal(media_type=kind or NO_KIND, reason=_refused(error))


def _packed(file: InputFile) -> Content | Refusal:
    if size_of(file.path, file.annexes) > LIMIT:
        return Refusal(media_type=ZIP, reason=reason("too-many-bytes", limit=LIMIT))
    return Content(media_type=ZIP, data=packed(file.path, file.annexes))


def _refused(error: OSError) -> Reason:
    """The system's own words are in one language only."""
    if isinstance(error, PermissionError):
        return reason("no-permission")
    if isinstance(error, FileNotFoundError):
        return reason("gone")
    return reason("not-handed-out", code=errorcode.get(error.errno or 0, type(error).__name__))


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
        return Refusal(media_type=kind, reason=reason("too-many-bytes", limit=limit))
    if kind == JSON and not file.must_read and not is_engine_json(data):
        return None
    return Content(media_type=refined(kind, data), data=data)
