"""Whole PDFs: good ones, mixed ones, and everything that calls itself a PDF."""

import io
import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption

from extract.pdf.reader import read_pdf
from extract.readers.contract import FormatError
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Line, Place, ProblemKind
from schemas.errors import UnreadableError
from schemas.reasons import reason
from tests.extract.pdf.made import PDF, document, lines, pdf, picture

TEXT = lines("根据上级通知精神，现将资金下达你们。")
SCAN = picture(60, 60, (0, 0, *A4))


def as_line(raster, number):
    return (Line(text=f"{number}: {raster.width}", place=Place(page=number)),)


def test_pages_come_in_order_each_from_where_its_text_is():
    found = read_pdf(pdf(TEXT, SCAN, TEXT), PDF, as_line)
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert [page.blocks[0].text[:3] for page in found.pages] == ["根据上", "2: ", "根据上"]
    assert (found.text_origin, found.problems) == (TextOrigin.MIXED, ())


@pytest.mark.parametrize(
    ("pages", "origin"),
    [
        ((TEXT, TEXT), TextOrigin.TEXT_LAYER),
        ((SCAN, SCAN), TextOrigin.OCR),
        ((TEXT, lines()), TextOrigin.TEXT_LAYER),  # a blank page is neither
    ],
)
def test_where_the_text_comes_from(pages, origin):
    found = read_pdf(pdf(*pages), PDF, as_line)
    assert found.text_origin == origin


def test_without_an_engine_a_scanned_page_is_a_problem_and_the_rest_is_read():
    found = document(pdf(TEXT, SCAN))
    assert [page.number for page in found.pages] == [1]
    (problem,) = found.problems
    assert (problem.kind, problem.place.page) == (ProblemKind.UNREADABLE, 2)
    assert problem.reason == reason("page-needs-engine")


def test_a_page_that_the_engine_fails_on_is_a_problem():
    def fails(*_):
        raise UnreadableError("engine-slow", engine="ink", seconds=3)

    found = read_pdf(pdf(TEXT, SCAN), PDF, fails)
    assert [(p.reason.code, p.place.page) for p in found.problems] == [("engine-slow", 2)]


def without_pages() -> bytes:
    """What a PDF program writes when it is told to keep no page."""
    buffer = io.BytesIO()
    with PdfDocument.new() as new:
        new.save(buffer)
    return buffer.getvalue()


ENCRYPTED = pdf(TEXT, encrypt=StandardEncryption("secret", strength=128))
WHOLE = pdf(TEXT, TEXT)


@pytest.mark.parametrize(
    ("data", "detail"),
    [
        (ENCRYPTED, "protected by a password"),
        (b"", "no PDF"),
        (b"<html>404</html>", "no PDF"),  # an error page saved under the name
        (b"PK\x03\x04" + bytes(50), "no PDF"),
        (b"%PDF-1.7\n", "cut off"),
        (WHOLE[:200], "cut off"),
        (b"%PDF-1.7\n" + bytes(300) + b"%%EOF", "damaged"),
        (without_pages(), "no pages"),
        (pdf(SCAN), "no page of the file can be read: the page is a picture"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data, detail):
    with pytest.raises(FormatError, match=detail) as caught:
        document(data)
    assert caught.value.reason.advice


def test_a_user_password_that_is_blank_is_no_obstacle():
    data = pdf(TEXT, encrypt=StandardEncryption("", ownerPassword="owner", strength=128))
    assert document(data).pages[0].blocks[0].text.startswith("根据")


def test_a_file_cut_off_behind_its_pages_is_read_with_a_problem():
    found = document(WHOLE[: WHOLE.rindex(b"xref")])
    assert len(found.pages) == 2
    assert found.problems[0].reason == reason("pdf-partly-cut-off", count=2)


def test_a_broken_page_is_a_problem_of_its_own():
    first = re.search(rb"/Kids \[ (\d+) 0 R", WHOLE)[1]
    found = document(WHOLE.replace(b"/Kids [ %s 0 R" % first, b"/Kids [ 99 0 R"))
    assert [(page.number, len(page.blocks)) for page in found.pages] == [(2, 1)]
    assert [(p.place.page, p.reason.code) for p in found.problems] == [(1, "page-damaged")]


@pytest.mark.parametrize(
    "box",
    [
        b"[ 0 0 0 0 ]",  # empty: viewers take a default page
        b"[ 0 0 1000000 1000000 ]",
        b"[ 1e30 0 -1e30 5 ]",
        b"[ 0 0 (a) null ]",
        b"[ ]",
    ],
)
def test_page_boxes_that_cannot_be(box):
    data = re.sub(rb"/MediaBox \[[^]]*\]", b"/MediaBox " + box, pdf(TEXT))
    assert _is_orderly(data)


def _is_orderly(data: bytes) -> bool:
    try:
        found = read_pdf(data, PDF, as_line)
    except FormatError as error:
        return bool(error.reason)
    return isinstance(found, Document)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200), st.integers(0, len(WHOLE) - 1), st.integers(0, 60))
def test_damage_never_ends_in_anything_but_a_document_or_a_typed_error(junk, at, length):
    assert _is_orderly(WHOLE[:at] + junk + WHOLE[at + length :])


@pytest.mark.slow
def test_memory_is_flat_over_2000_pages():
    def peak(count):
        data = pdf(*[TEXT] * count)
        tracemalloc.start()
        pages = len(document(data).pages)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert pages == count
        return most / count

    assert peak(2000) < 1.5 * peak(100)
