"""JBIG2 pictures (ITU-T T.88), as OFD writers store black and white scans: decoded by pdfium.

pdfium reads them inside a PDF only (ISO 32000-1, 7.4.7): there a file's header and the marks of page and file
ends are left out.
"""

import struct
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from extract.pdf.open import numbered_pages, opened
from extract.pdf.render import POINTS_AN_INCH, render
from extract.pixels.raster import Pixels
from extract.readers.contract import FormatError
from schemas.document import Problem

_SIGNATURE = b"\x97JB2\r\n\x1a\n"
_SEQUENTIAL, _PAGES_UNKNOWN = 0x1, 0x2
_PAGE, _END_OF_PAGE, _END_OF_FILE = 48, 49, 51
_TO_THE_END = 0xFFFFFFFF
# So that the picture is rendered pixel by pixel.
_DPI = 200


class _Segment(NamedTuple):
    kind: int
    header: bytes
    data: bytes


def is_jbig2(data: bytes) -> bool:
    """Whether it is a JBIG2 file."""
    return data.startswith(_SIGNATURE)


def jbig2_pixels(data: bytes) -> Pixels:
    """Its first page; raises `FormatError` where it is damaged, too large, or in another order than read."""
    with opened(_as_pdf(data)) as document:
        for _, page in numbered_pages(document):
            if not isinstance(page, Problem):
                return render(page).pixels
    raise FormatError("picture-damaged")


def _as_pdf(data: bytes) -> bytes:
    try:
        segments = list(_segments(data))
    except (struct.error, IndexError) as error:
        raise FormatError("picture-damaged") from error
    size = next((s.data[:8] for s in segments if s.kind == _PAGE and len(s.data) >= 8), None)
    if size is None:
        raise FormatError("picture-damaged")
    width, height = struct.unpack(">II", size)
    stream = b"".join(s.header + s.data for s in segments if s.kind not in (_END_OF_PAGE, _END_OF_FILE))
    return _pdf(stream, width, height)


def _segments(data: bytes) -> Iterator[_Segment]:
    """The segments in their order (7.2); those whose headers stand apart from their data aren't read."""
    flags = data[8]
    if not flags & _SEQUENTIAL:
        raise FormatError("picture-damaged")
    at = 9 if flags & _PAGES_UNKNOWN else 13
    while at < len(data):
        start = at
        number, kind = struct.unpack_from(">IB", data, at)
        at = _behind_references(data, at + 5, number)
        at += 4 if kind & 0x40 else 1
        (length,) = struct.unpack_from(">I", data, at)
        at += 4
        end = len(data) if length == _TO_THE_END else at + length
        yield _Segment(kind & 0x3F, data[start:at], data[at:end])
        at = end


def _behind_references(data: bytes, at: int, number: int) -> int:
    """Behind the list of segments that this one refers to."""
    count = data[at] >> 5
    if count == 7:
        (long,) = struct.unpack_from(">I", data, at)
        count = long & 0x1FFFFFFF
        at += 4 + (count + 8) // 8
    else:
        at += 1
    return at + count * (1 if number <= 256 else 2 if number <= 65536 else 4)


def _pdf(stream: bytes, width: int, height: int) -> bytes:
    """A file of one page that the picture fills."""
    sides = [side * POINTS_AN_INCH / _DPI for side in (width, height)]
    box = " ".join(f"{side:.6f}" for side in sides)
    drawn = f"q {sides[0]:.6f} 0 0 {sides[1]:.6f} 0 0 cm /I Do Q".encode()
    picture = (
        f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
        "/BitsPerComponent 1 /Filter /JBIG2Decode"
    )
    objects = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 {box}] /Resources <</XObject <</I 4 0 R>>>> "
        "/Contents 5 0 R>>".encode(),
        f"<<{picture} /Length {len(stream)}>>stream\n".encode() + stream + b"\nendstream",
        f"<</Length {len(drawn)}>>stream\n".encode() + drawn + b"\nendstream",
    ]
    parts = [b"%d 0 obj\n%s\nendobj\n" % (n, body) for n, body in enumerate(objects, start=1)]
    head = b"%PDF-1.4\n"
    starts = list(accumulate(map(len, parts), initial=len(head)))
    table = b"".join(b"%010d 00000 n \n" % start for start in starts[:-1])
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return head + b"".join(parts) + tail % (len(parts) + 1, table, len(parts) + 1, starts[-1])
