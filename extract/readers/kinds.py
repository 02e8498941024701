"""What kind a file is: by its first bytes, then by its name, then by what lies in its container."""

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  zlib's name says nothing of where it comes from

from extract.html.charset import decode_head, is_html

TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
IMAGES = ("image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
XLS = "application/vnd.ms-excel"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
WPS = "application/vnd.ms-works"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ET = "application/vnd.ms-works; et"
"""A workbook of WPS in a format of its own; mostly it is an XLS or XLSX."""
OFD = "application/ofd"
JSON = "application/json"
ZIP = "application/zip"
OLE = "application/x-ole-storage"
ENCRYPTED = "application/x-ole-storage; encrypted"
"""A container of Office 2007 and later around a file with a password ([MS-OFFCRYPTO], 2.3.4)."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", RTF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OLE),
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
    ".doc": DOC,
    ".rtf": RTF,
    ".odt": ODT,
    ".ods": ODS,
    ".docx": DOCX,
    ".wps": WPS,
    ".xls": XLS,
    ".et": ET,
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".ofd": OFD,
    ".json": JSON,
    ".jsonl": JSON,
    ".zip": ZIP,
}

_PARTS: tuple[tuple[str, str], ...] = (
    ("xl/workbook.xml", XLSX),
    ("word/document.xml", DOCX),
    ("OFD.xml", OFD),
)
_LONGEST_KIND = 100
_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", ENCRYPTED),
    ("Workbook", XLS),
    ("WordDocument", DOC),
    ("Book", XLS),
)

_TEXTS = frozenset({None, TEXT, MARKDOWN})
# No text of a notice begins so: an object with a name, or lists of objects and lists.
_JSON = re.compile(r"\ufeff?\s*(?:\{\s*\"|\[\s*(?:\{\s*\"|\[\s*[\[{]))")


# Names that MinerU, PaddleOCR and docling give; without any of them it is nobody's reading of a page.
_ENGINES = re.compile(
    rb'"(?:pdf_info|page_idx|(?:paragraph|title)_content|table_caption|rec_texts|parsing_res_list'
    rb'|overall_ocr_res|layoutParsingResults|ocrResults|res)"\s*:|"DoclingDocument"'
    rb"|^\s*\[\s*\[\s*\[\s*\[\s*\["
)


def is_engine_json(data: bytes) -> bool:
    """Whether JSON may be what an OCR engine read: settings and tables of other programs aren't."""
    return bool(_ENGINES.search(data))


def is_json(head: bytes) -> bool:
    """Whether a file's first bytes are those of JSON, whatever its name says."""
    return bool(_JSON.match(decode_head(head)))


def media_type_of(path: PurePath, head: bytes) -> str | None:
    """The media type by content, else by suffix; null for a kind of file we don't know."""
    by_content = next((kind for magic, kind in _SIGNATURES if head.startswith(magic)), None)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        by_content = "image/webp"
    by_suffix = _SUFFIXES.get(path.suffix.lower())
    if by_content is None and by_suffix != MARKDOWN and is_html(head):
        return HTML  # also as .xls, .doc or .txt; Markdown may begin with a table
    if by_content is None and by_suffix in _TEXTS and is_json(head):
        return JSON
    if by_content in (None, ZIP, OLE):
        return by_suffix or by_content
    return by_content


def refined(media_type: str, data: bytes) -> str:
    """The media type by what lies in a ZIP archive or an OLE container, whatever the name says."""
    magic = next((kind for magic, kind in _SIGNATURES if data.startswith(magic)), None)
    if magic == ZIP:
        return _of_zip(data) or media_type
    if magic == OLE:
        return next((kind for name, kind in _STREAMS if _stream(name) in data), media_type)
    if magic is None and media_type in {DOC, WPS}:
        return TEXT  # a text that was only called so
    return media_type


def _of_zip(data: bytes) -> str | None:
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            own = archive.open("mimetype").read(_LONGEST_KIND) if "mimetype" in names else b""
    except (BadZipFile, NotImplementedError, ValueError, OSError, EOFError, RuntimeError, ZlibError):
        return None
    if own.strip().decode("ascii", "replace") in {ODT, ODS}:
        return own.strip().decode("ascii")
    return next((kind for name, kind in _PARTS if name in names), None)


def _stream(name: str) -> bytes:
    """As a directory entry writes it ([MS-CFB], 2.6.1): UTF-16 with a NUL, not as text that mentions it."""
    return b"\x00\x00" + f"{name}\x00".encode("utf-16-le")
