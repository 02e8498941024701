"""PDFs made for the tests: Song type that every viewer has (Adobe-GB1), so no font file is needed."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PIL import Image
from pypdfium2 import PdfPage
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from extract.pdf.open import opened
from extract.pdf.reader import read_pdf
from schemas.document import Block, Document, Line, Table

FONT = "STSong-Light"
PDF = "application/pdf"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))

Draw = Callable[[Canvas], None]


def pdf(*pages: Draw, size: tuple[float, float] = A4, **options: object) -> bytes:
    """One page for each drawing; `options` go to the canvas (encrypt …)."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=size, **options)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def write(canvas: Canvas, x: float, y: float, text: str, size: float = 12, mode: int = 0) -> None:
    """Text with its baseline `y` points below the top of an A4 page."""
    words = canvas.beginText(x, A4[1] - y)
    words.setFont(FONT, size)
    words.setTextRenderMode(mode)
    words.textOut(text)
    canvas.drawText(words)


def lines(*texts: str, x: float = 90, y: float = 100, pitch: float = 22, mode: int = 0) -> Draw:
    """Lines below one another."""

    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(texts):
            write(canvas, x, y + n * pitch, text, mode=mode)

    return draw


def rule(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """A line, from the top of an A4 page down."""
    canvas.line(x0, A4[1] - y0, x1, A4[1] - y1)


Merged = tuple[int, int, int, int, str]


def table(
    cells: Sequence[Merged], xs: Sequence[float], ys: Sequence[float], *, sides: bool = True, size: float = 10
) -> Draw:
    """Cells (row, column, row span, column span, text with line breaks) with all their borders.

    Without `sides` the outer left and right borders are left out.
    """

    def draw(canvas: Canvas) -> None:
        for row, column, row_span, column_span, text in cells:
            x0, x1, y0, y1 = xs[column], xs[column + column_span], ys[row], ys[row + row_span]
            rule(canvas, x0, y0, x1, y0)
            rule(canvas, x0, y1, x1, y1)
            for x in (x0, x1):
                if sides or x not in (xs[0], xs[-1]):
                    rule(canvas, x, y0, x, y1)
            parts = text.split("\n")
            first = (y0 + y1) / 2 - (len(parts) - 1) * size * 0.6 + size * 0.38
            for n, part in enumerate(parts):
                write(canvas, x0 + 3, first + n * size * 1.2, part, size)

    return draw


def picture(width: int, height: int, box: tuple[float, float, float, float]) -> Draw:
    """A grey picture of so many pixels in a box of user space (x, y, width, height)."""

    def draw(canvas: Canvas) -> None:
        image = ImageReader(Image.new("L", (width, height), 200))
        canvas.drawImage(image, *box)

    return draw


def turned(canvas: Canvas, rotation: int) -> None:
    """Have viewers turn the page; the sheet stays A4 upright, as reportlab swaps its sides."""
    if rotation % 180:
        canvas.setPageSize(landscape(A4))
    canvas.setPageRotation(rotation)


@contextmanager
def first_page(data: bytes) -> Iterator[PdfPage]:
    """The first page, open."""
    with opened(data) as found:
        yield found[0]


def both(*draws: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for part in draws:
            part(canvas)

    return draw


def blocks(data: bytes) -> tuple[Block, ...]:
    """What stands on the first page."""
    return document(data).pages[0].blocks


def document(data: bytes) -> Document:
    """The PDF, read without an OCR engine."""
    return read_pdf(data, PDF)


def only_table(data: bytes) -> Table:
    """The one table of the first page."""
    (found,) = [block for block in blocks(data) if isinstance(block, Table)]
    return found


def texts(found: Sequence[Block]) -> list[str]:
    """The lines' texts."""
    return [block.text for block in found if isinstance(block, Line)]


def grid(found: Table) -> dict[tuple[int, int, int, int], str]:
    """Text by row, column and spans."""
    return {(c.row, c.column, c.row_span, c.column_span): c.text for c in found.cells}
