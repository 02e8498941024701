"""JBIG2 files made of TIFF's CCITT data: what both call MMR."""

import io
import struct
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from extract.ofd.jbig2 import is_jbig2, jbig2_pixels
from extract.ofd.reader import read_ofd
from extract.pixels.raster import Raster
from extract.readers.contract import FormatError
from extract.readers.kinds import OFD
from schemas.document import Block, Line
from tests.extract.ofd.made import Sheet, ofd

_STRIP, _STRIP_BYTES = 273, 279


def segment(number: int, kind: int, data: bytes, *, long_page: bool = False) -> bytes:
    page = struct.pack(">I", 1) if long_page else b"\x01"
    flags = kind | (0x40 if long_page else 0)
    return struct.pack(">IBB", number, flags, 0) + page + struct.pack(">I", len(data)) + data


def jbig2(picture: Image.Image, *, flags: int = 1, long_page: bool = False) -> bytes:
    """One page with one region, in the order that files have."""
    stream = io.BytesIO()
    # Pillow's TIFFs count white as ink
    ImageChops.invert(picture.convert("L")).convert("1").save(
        stream, "TIFF", compression="group4", strip_size=1 << 30
    )
    with Image.open(io.BytesIO(stream.getvalue())) as tiff:
        (start,), (length,) = tiff.tag_v2[_STRIP], tiff.tag_v2[_STRIP_BYTES]  # type: ignore[attr-defined]
    strip = stream.getvalue()[start : start + length]
    width, height = picture.size
    page = struct.pack(">IIIIBH", width, height, 0, 0, 0, 0)
    region = struct.pack(">IIIIBB", width, height, 0, 0, 0, 1) + strip
    count = b"" if flags & 2 else struct.pack(">I", 1)
    segments = [(48, page), (38, region), (49, b""), (51, b"")]
    found = b"".join(segment(n, kind, data, long_page=long_page) for n, (kind, data) in enumerate(segments))
    return b"\x97JB2\r\n\x1a\n" + bytes([flags]) + count + found


def drawn() -> Image.Image:
    picture = Image.new("1", (331, 467), 1)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((40, 60, 200, 90), fill=0)
    pen.line((0, 466, 330, 200), fill=0)
    return picture


@pytest.mark.parametrize(("flags", "long_page"), [(1, False), (3, False), (1, True)])
def test_every_pixel_comes_out(flags: int, long_page: bool) -> None:
    data = jbig2(drawn(), flags=flags, long_page=long_page)
    assert is_jbig2(data)
    assert np.array_equal(jbig2_pixels(data)[:, :, 0] > 127, np.asarray(drawn()))


def test_a_scan_in_an_ofd() -> None:
    def ocr(raster: Raster, page: int) -> tuple[Block, ...]:
        return (Line(text=f"{page} {raster.width > 0} {int((raster.pixels < 128).any())}"),)

    sheet = Sheet().picture(0, 0, 210, 297)
    document = read_ofd(ofd(sheet, media={"9": jbig2(drawn())}), OFD, ocr)
    assert [block.text for block in document.blocks() if isinstance(block, Line)] == ["1 True 1"]


@pytest.mark.parametrize(
    "data",
    [
        b"\x97JB2\r\n\x1a\n",
        jbig2(drawn())[:30],
        jbig2(drawn(), flags=0),  # its headers stand apart
        b"\x97JB2\r\n\x1a\n\x01\x00\x00\x00\x01" + segment(0, 51, b""),  # no page
        jbig2(drawn()).replace(struct.pack(">II", 331, 467), struct.pack(">II", 1 << 31, 1 << 31)),
    ],
)
def test_damage_is_a_typed_error(data: bytes) -> None:
    with pytest.raises(FormatError):
        jbig2_pixels(data)


@given(st.data())
def test_fails_only_with_a_typed_error(data: st.DataObject) -> None:
    whole = jbig2(drawn())
    at = data.draw(st.integers(0, len(whole) - 1))
    with suppress(FormatError):
        jbig2_pixels(whole[:at] + data.draw(st.binary(max_size=4)) + whole[at + 1 :])
