"""Bytes of a web page → its characters.

Order of trust: byte-order mark; strict UTF-8 (Chinese in another encoding is never valid UTF-8 by chance);
what the page declares of itself, by the names browsers give encodings (WHATWG); what `decode` finds.
"""

import codecs
import re

from extract.readers.contract import FormatError
from extract.readers.decode import decode

_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]+)""", re.IGNORECASE
)
_HEAD = 4096
# Browsers read a page that says GB2312 as GBK, and one that says Big5 with the Hong Kong characters.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
}
_MARK = "\ufffd"
# A page cut within a character, or one bad byte in an editor's paste; more is another encoding.
_MOST_BROKEN = 0.001


def decode_html(data: bytes) -> str:
    """The page's text; raises `FormatError` for what is in no encoding that Chinese is written in."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not UTF-8, or one byte of it is damaged: what the page says of itself comes next
    text = _as_declared(data)
    return decode(data) if text is None else text


def _as_declared(data: bytes) -> str | None:
    """Null where the page declares nothing that fits its bytes."""
    found = _DECLARED.search(data[:_HEAD])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    try:
        text = data.decode(_SUPERSETS.get(name, name), "replace") if name else ""
    except LookupError:
        return None
    if not text or text.count(_MARK) > max(1, _MOST_BROKEN * len(text)):
        return None
    return text


def is_html(head: bytes) -> bool:
    """Whether a file's first bytes are a web page's, whatever its name says (an .xls that is HTML)."""
    try:
        text = decode_head(head)
    except FormatError:
        return False
    return bool(_BEGINNING.match(text))


_BEGINNING = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def decode_head(head: bytes) -> str:
    """Marks are ASCII in every encoding but UTF-16."""
    encoding = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "latin-1"
    text = head.decode(encoding, "replace")
    return text.removeprefix("\xef\xbb\xbf")
