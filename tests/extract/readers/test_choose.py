from contextlib import suppress
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.choose import SUPPORTED, media_type_of, read
from extract.readers.contract import FormatError
from schemas.errors import UnreadableError


@pytest.mark.parametrize(
    ("name", "head", "media_type"),
    [
        ("a.txt", b"abc", "text/plain"),
        ("a.TXT", b"abc", "text/plain"),
        ("a.txt", b"%PDF-1.7", "application/pdf"),  # the content outweighs the name
        ("a", b"%PDF-1.4", "application/pdf"),
        ("a.docx", b"PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/vnd.ms-excel"),
        ("a", b"PK\x03\x04", "application/zip"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("a.unknown", b"abc", None),
    ],
)
def test_media_type(name: str, head: bytes, media_type: str | None) -> None:
    assert media_type_of(PurePath(name), head) == media_type


@pytest.mark.parametrize(("data", "media_type"), [(b"", "text/plain"), (b"abc", "application/x-none")])
def test_refused_with_advice(data: bytes, media_type: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(data, media_type)
    assert isinstance(raised.value, FormatError)
    assert raised.value.reason.advice


def test_text_is_supported() -> None:
    assert {"text/plain", "text/markdown"} <= SUPPORTED


@given(st.binary(max_size=60), st.sampled_from(sorted(SUPPORTED & {"text/plain", "text/markdown"})))
def test_fails_only_with_a_typed_error(data: bytes, media_type: str) -> None:
    with suppress(FormatError):
        assert read(data, media_type).media_type == media_type
