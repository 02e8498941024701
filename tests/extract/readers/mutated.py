"""Bytes of a format, damaged as disks, transfers and enemies damage them."""

import io
import zipfile

from hypothesis import strategies as st

_NUMBERS = [b"-1", b"0", b"99999999999999999999", b"1e308", b"nan", b"", b"0.0000001", b"\xef\xbf\xbd"]
_CHUNK = 64


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """One to four of: bytes changed, lost, doubled, cut off, a number made another."""
    for _ in range(draw(st.integers(1, 4))):
        data = _once(draw, data)
    return data


def _once(draw: st.DrawFn, data: bytes) -> bytes:
    if not data:
        return data
    at = draw(st.integers(0, len(data) - 1))
    end = min(len(data), at + draw(st.integers(1, _CHUNK)))
    kind = draw(st.sampled_from(["change", "lose", "double", "cut", "number", "swap"]))
    if kind == "number":
        return _renumbered(draw, data, at)
    other = draw(st.integers(0, len(data) - 1))
    before, piece, after = {
        "change": (data[:at], draw(st.binary(min_size=1, max_size=8)), data[at + 1 :]),
        "lose": (data[:at], b"", data[end:]),
        "double": (data[:end], data[at:end] * draw(st.integers(1, 3)), data[end:]),
        "cut": (data[:at], b"", b""),
        "swap": (data[:at], data[other : other + end - at], data[end:]),
    }[kind]
    return before + piece + after


def _renumbered(draw: st.DrawFn, data: bytes, at: int) -> bytes:
    """The next number behind this place made one that no writer means."""
    start = next((n for n in range(at, len(data)) if chr(data[n]).isdigit()), None)
    if start is None:
        return data
    end = next((n for n in range(start, len(data)) if not chr(data[n]).isdigit()), len(data))
    return data[:start] + draw(st.sampled_from(_NUMBERS)) + data[end:]


@st.composite
def damaged_inside(draw: st.DrawFn, data: bytes) -> bytes:
    """An archive that is whole, with one or two parts damaged: checksums don't save the reader."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(draw(st.integers(1, 2))):
        name = draw(st.sampled_from(sorted(parts)))
        parts[name] = draw(damaged(parts[name]))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return stream.getvalue()
