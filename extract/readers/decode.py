"""Bytes of a text file → its characters.

Order of trust: byte-order mark, strict UTF-8, then what charset-normalizer finds among the
encodings in which Chinese was ever written to disk. What decodes to no plausible text is refused:
a guess would put wrong figures into the dataset.
"""

import codecs
import re

from charset_normalizer import from_bytes

from extract.readers.contract import FormatError

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = ["gb18030", "big5hkscs", "utf_16_le", "utf_16_be"]

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_UNUSUAL = re.compile(
    r"[^\t\n\r\x20-\x7e\u00a0-\u00ff\u2010-\u2027\u2030-\u205e\u2103\u2116\u2160-\u217f\u2190-\u21ff"
    r"\u2200-\u22ff\u2460-\u24ff\u2500-\u25ff\u2605\u2606\u2713-\u2718\u3000-\u303f\u3200-\u9fff\ufe30-\ufe6f\uff00-\uffef]"
)
# What a private-use or unassigned character costs is that nobody can read it: three in a hundred is rubbish.
_MOST = 0.03


def decode(data: bytes) -> str:
    """The text of the file; raises `FormatError` for binary rubbish and broken encodings."""
    text = _decoded(data)
    if not text.strip():
        raise FormatError("text-blank")
    if not _plausible(text):
        raise FormatError("text-rubbish")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    try:
        if b"\x00" not in data[:4096]:  # UTF-16 of ASCII is valid UTF-8 full of NULs
            return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not UTF-8: the legacy encodings follow
    return _legacy(data)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise FormatError("text-broken", encoding=encoding, byte=error.start) from error


def _legacy(data: bytes) -> str:
    if b"\x00" not in data:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            pass  # not mainland Chinese either: let the detector look at the others
    best = from_bytes(data, cp_isolation=_LEGACY).best()
    if best is None:
        raise FormatError("text-encoding")
    return str(best)


def _plausible(text: str) -> bool:
    sample = text[:20_000]
    unusual = len(_UNUSUAL.findall(sample))
    mojibake = len(re.findall(r"[\u00c0-\u00ff]", sample)) > max(8, len(_CHINESE.findall(sample)))
    return unusual <= _MOST * len(sample) and not mojibake
