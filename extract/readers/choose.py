"""Which reader takes a file: by its first bytes, then by its name."""

from collections.abc import Mapping
from pathlib import PurePath

from extract.html.charset import is_html
from extract.readers.contract import EngineSource, FormatError, Reader
from extract.readers.html import read_html
from extract.readers.image import read_image
from extract.readers.pdf import read_pdf
from extract.readers.text import read_text
from schemas.document import Document

TEXT = "text/plain"
PDF = "application/pdf"
HTML = "text/html"
MARKDOWN = "text/markdown"
IMAGES = ("image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp")

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"PK\x03\x04", "application/zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
)

_SUFFIXES: Mapping[str, str] = {
    ".txt": TEXT,
    ".text": TEXT,
    ".md": MARKDOWN,
    ".pdf": PDF,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".bmp": "image/bmp",
    ".webp": "image/webp",
    ".html": HTML,
    ".htm": HTML,
    ".shtml": HTML,
    ".xhtml": HTML,
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".wps": "application/vnd.ms-works",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ofd": "application/ofd",
}

_READERS: Mapping[str, Reader] = {
    TEXT: read_text,
    MARKDOWN: read_text,
    HTML: read_html,
    PDF: read_pdf,
    **dict.fromkeys(IMAGES, read_image),
}

SUPPORTED = frozenset(_READERS)


def media_type_of(path: PurePath, head: bytes) -> str | None:
    """The media type by content, else by suffix; null for a kind of file we don't know."""
    by_content = next((kind for magic, kind in _SIGNATURES if head.startswith(magic)), None)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        by_content = "image/webp"
    by_suffix = _SUFFIXES.get(path.suffix.lower())
    if by_content is None and by_suffix != MARKDOWN and is_html(head):
        return HTML  # also as .xls, .doc or .txt; Markdown may begin with a table
    if by_content in (None, "application/zip", "application/x-ole-storage"):
        return by_suffix or by_content
    return by_content


def read(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read a file of this media type; raises `UnreadableError` with advice, also where no text is found."""
    if not data:
        raise FormatError("empty")
    reader = _READERS.get(media_type)
    if reader is None:
        raise FormatError("kind-not-read", kind=media_type)
    document = reader(data, media_type, engine)
    if not document.problems and not any(document.blocks()):
        raise FormatError("no-text")
    return document
