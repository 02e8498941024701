"""Whatever bytes a reader is given: a document, or the one declared error, in bounded time."""

import io
import json
import signal
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from extract import read
from extract.ocr.contract import CropReading, PageTurn, Token
from extract.pixels.raster import PixelBox, Pixels
from extract.readers.kinds import DOCX, HTML, JSON, MARKDOWN, OFD, PDF, TEXT, XLS, XLSX, ZIP
from schemas.document import Document, Table
from schemas.errors import UnreadableError
from tests.extract.engines import made as engines
from tests.extract.ofd.made import Sheet, ofd, png
from tests.extract.readers.mutated import damaged, damaged_inside
from tests.extract.word.made import docx, p, tbl, tc
from tests.extract.workbook.made import xls, xlsx

pytestmark = pytest.mark.slow

LONGEST = 30
"""Seconds: a hundred times what a whole file takes."""

TEXTS = (
    "某省财政厅文件\n关于下达资金的通知\n某财农〔2021〕12号\n甲县：\n现下达资金1227万元。\n\n附件1\n"
    "县区\t金额\n甲县\t421\n乙县\t806\n"
)
PAGE = (
    f"<html><head><meta charset=gb2312></head><body><p>{TEXTS}</p>{engines.HTML}<ol start=3><li>甲</ol>"
    "</body></html>"
)
ROWS = [["县区", "金额"], ["甲县", "421"], ["乙县", "806"]]


class Blind:
    """An engine that reads the same word wherever it looks."""

    identity = "blind"

    def page_turn(self, pixels: Pixels) -> PageTurn:  # noqa: ARG002  the contract of all engines
        return PageTurn(degrees=0, confidence=1)

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:  # noqa: ARG002  the contract of all engines
        return (Token(text="甲", box=PixelBox(x0=1, y0=1, x1=9, y1=9), confidence=0.5),)

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        return tuple(CropReading(text="421", confidence=0.9) for _ in crops)


def pdf() -> bytes:
    stream = io.BytesIO()
    page = canvas.Canvas(stream, pagesize=A4, pageCompression=0, invariant=1)
    for n, text in enumerate(["1. Notice", "421", "806.50"]):
        page.drawString(100, 700 - 20 * n, text)
        page.line(90, 715 - 20 * n, 300, 715 - 20 * n)
    page.line(90, 715, 90, 655)
    page.line(300, 715, 300, 655)
    page.drawInlineImage(Image.new("RGB", (70, 70), "gray"), 100, 100, 70, 70)
    page.save()
    return stream.getvalue()


def image(kind: str) -> bytes:
    picture = Image.new("RGB", (200, 140), "white")
    ImageDraw.Draw(picture).rectangle((10, 10, 190, 130), outline="black", width=3)
    stream = io.BytesIO()
    picture.save(stream, kind, **({"save_all": True, "append_images": [picture]} if kind == "TIFF" else {}))
    return stream.getvalue()


def ofd_file() -> bytes:
    page = Sheet().text(30, 20, "关于下达资金的通知").table(30, 30, [40, 40], ROWS)
    page.templates = [("0", "Background")]
    scan = Sheet().picture(0, 0, 210, 297)
    return ofd(page, scan, templates=[Sheet().text(30, 250, "注")], media={"9": png(210, 297)})


def docx_file() -> bytes:
    rows = [f"<w:tr>{''.join(tc(text) for text in row)}</w:tr>" for row in ROWS]
    return docx(p("关于下达资金的通知") + tbl(*rows) + p("现下达资金1227万元。"))


def workbook_rows(sheet) -> None:
    for row in ROWS:
        sheet.append(row)
    sheet.merge_cells("A4:B4")


def old_workbook_rows(sheet) -> None:
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            sheet.write(r, c, text)
    sheet.write_merge(4, 5, 0, 1, "注")


def bundle() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("通知.txt", TEXTS)
        archive.writestr("附件1.html", PAGE)
        archive.writestr("附件2.xlsx", xlsx(workbook_rows))
    return stream.getvalue()


ENGINES = (
    engines.content_list,
    engines.content_list_v2,
    engines.middle,
    engines.structure_pages,
    engines.docling,
)
MARKED = f"# 通知\n{engines.HTML}\n\n|甲|$\\geq 9 5\\%$|\n|-|-|\n|乙|5|\n"
# Made once: some writers put the time into what they write.
WHOLE: dict[str, tuple[str, bytes]] = {
    "text": (TEXT, TEXTS.encode("gb18030")),
    "markdown": (MARKDOWN, MARKED.encode()),
    "html": (HTML, PAGE.encode("gb18030")),
    "pdf": (PDF, pdf()),
    "png": ("image/png", image("PNG")),
    "jpeg": ("image/jpeg", image("JPEG")),
    "tiff": ("image/tiff", image("TIFF")),
    "bmp": ("image/bmp", image("BMP")),
    "webp": ("image/webp", image("WEBP")),
    "docx": (DOCX, docx_file()),
    "xlsx": (XLSX, xlsx(workbook_rows)),
    "xls": (XLS, xls(old_workbook_rows)),
    "ofd": (OFD, ofd_file()),
    "zip": (ZIP, bundle()),
    **{make.__name__: (JSON, json.dumps(make(), ensure_ascii=False).encode()) for make in ENGINES},
}
ARCHIVES = ["docx", "xlsx", "ofd", "zip"]
bounded = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@contextmanager
def in_time() -> Iterator[None]:
    """Fail where it takes too long; on Windows nothing interrupts it."""
    if sys.platform == "win32":
        yield
        return

    def late(*_: object) -> None:
        raise AssertionError(f"more than {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def outcome(data: bytes, media_type: str) -> Document | str:
    """The document, or the reason's code."""
    with in_time():
        try:
            return read(data, media_type, Blind)
        except UnreadableError as error:
            return error.reason.code


def check(data: bytes, media_type: str) -> None:
    """A document or a reason: grids hold their cells, and no page was lost to a mistake of ours."""
    found = outcome(data, media_type)
    if isinstance(found, str):
        return
    assert found.pages or found.problems
    for block in found.blocks():
        if isinstance(block, Table):
            assert all(c.row + c.row_span <= block.row_count for c in block.cells)
            assert all(c.column + c.column_span <= block.column_count for c in block.cells)
    codes = [problem.reason.code for problem in found.problems if problem.reason]
    assert "page-program-failed" not in codes


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_file_is_read(name: str) -> None:
    media_type, whole = WHOLE[name]
    assert isinstance(outcome(whole, media_type), Document)


@pytest.mark.parametrize("name", WHOLE)
@bounded
@given(data=st.data())
def test_damaged_bytes(name: str, data: st.DataObject) -> None:
    media_type, whole = WHOLE[name]
    check(data.draw(damaged(whole)), media_type)


@pytest.mark.parametrize("name", ARCHIVES)
@bounded
@given(data=st.data())
def test_damaged_parts_of_a_whole_archive(name: str, data: st.DataObject) -> None:
    media_type, whole = WHOLE[name]
    check(data.draw(damaged_inside(whole)), media_type)


@pytest.mark.parametrize("name", WHOLE)
def test_the_bytes_of_every_other_format(name: str) -> None:
    """A file whose kind was told wrongly."""
    media_type, _ = WHOLE[name]
    for _, other in WHOLE.values():
        check(other, media_type)
