import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.ocr.contract import EngineError, OcrEngine
from extract.readers.contract import FormatError
from extract.readers.pdf import read_pdf
from schemas.dataset.codes import TextOrigin
from schemas.document import Line
from schemas.reasons import reason
from tests.extract.pdf.made import PDF, lines, pdf
from tests.extract.pixels.frozen import FrozenEngine, token

BODY = lines(*["现将有关事项通知如下，请各地加强资金管理，确保专款专用。"] * 4)


def _scan(canvas: Canvas) -> None:
    """A page that is one picture of 200 dpi."""
    canvas.drawImage(ImageReader(Image.new("L", (1654, 2339), 255)), 0, 0, *A4)


class _Source:
    """Counts how often an engine is asked for."""

    def __init__(self) -> None:
        self.asked = 0
        self.engine = FrozenEngine([token("扫描页", 331, 400, 500, 440, 0.9)])

    def __call__(self) -> OcrEngine:
        self.asked += 1
        return self.engine


def _never() -> OcrEngine:
    raise AssertionError("an engine was loaded")


def test_a_pdf_of_text_never_asks_for_an_engine() -> None:
    document = read_pdf(pdf(BODY, BODY), PDF, _never)
    assert (document.text_origin, document.ocr_engine) == (TextOrigin.TEXT_LAYER, None)
    assert all(page.blocks for page in document.pages)


def test_a_mixed_pdf_names_the_engine_and_reads_only_the_picture_with_it() -> None:
    source = _Source()
    document = read_pdf(pdf(BODY, _scan), PDF, source)
    assert (document.text_origin, document.ocr_engine) == (TextOrigin.MIXED, "frozen-1")
    assert len(source.engine.pages) == 1
    text, scan = document.pages
    assert [block.text for block in scan.blocks if isinstance(block, Line)] == ["扫描页"]
    assert "专款专用" in "".join(block.text for block in text.blocks if isinstance(block, Line))
    assert [block.place.page for block in document.blocks()] == [1] * len(text.blocks) + [2]
    (line,) = scan.blocks
    assert line.place.confidence == 0.9
    assert line.place.box is not None
    assert line.place.box.x0 == pytest.approx(331 / 1654, abs=2e-3)


def test_a_scan_of_several_pages_is_ocr_throughout() -> None:
    source = _Source()
    document = read_pdf(pdf(_scan, _scan), PDF, source)
    assert document.text_origin is TextOrigin.OCR
    assert [block.place.page for block in document.blocks()] == [1, 2]
    assert len(source.engine.pages) == 2


def test_without_an_engine_a_picture_is_a_problem_of_its_page() -> None:
    document = read_pdf(pdf(BODY, _scan), PDF)
    (problem,) = document.problems
    assert problem.place.page == 2
    assert problem.reason == reason("page-needs-engine")
    assert (document.text_origin, document.ocr_engine) == (TextOrigin.TEXT_LAYER, None)


def test_an_engine_that_gives_up_costs_only_its_page() -> None:
    def gone() -> OcrEngine:
        raise EngineError("engine-missing", engine="rapidocr")

    document = read_pdf(pdf(BODY, _scan), PDF, gone)
    assert [page.number for page in document.pages] == [1]
    (problem,) = document.problems
    assert problem.reason == reason("engine-missing", engine="rapidocr")
    assert document.ocr_engine is None


@pytest.mark.parametrize("engine", [None, _Source()])
def test_a_damaged_file_is_refused_with_advice(engine: _Source | None) -> None:
    with pytest.raises(FormatError) as refusal:
        read_pdf(pdf(BODY)[:200], PDF, engine)
    assert refusal.value.reason.advice
