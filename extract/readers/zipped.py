"""ZIP archives, also those that Office files and OFD are: bounded, whatever they claim."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from extract.readers.contract import FormatError

MOST_BYTES = 1 << 29
"""Unpacked, of all parts: half a GiB is far beyond any notice, and one machine can bear it."""

MOST_PARTS = 10_000


def refuse_bomb(data: bytes) -> None:
    """Raise `FormatError` where the archive is damaged, or its parts come to more than `MOST_BYTES`."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise FormatError("zip-damaged") from error
    # zipfile reads no more of a part than it claims, so the claims bound what can come.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise FormatError("zip-too-large", limit=MOST_BYTES)
