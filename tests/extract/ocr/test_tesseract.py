from collections.abc import Callable

import numpy as np
import pytesseract  # type: ignore[import-untyped]
import pytest
from packaging.version import Version

from extract.ocr import tesseract
from extract.ocr.contract import EngineError
from extract.ocr.tesseract import TesseractEngine, probe
from tests.extract.ocr.draw import crop, needs_font, page

needs_tesseract = pytest.mark.skipif(not probe().here, reason="needs tesseract-ocr and tesseract-ocr-chi-sim")


def fails(trouble: BaseException) -> Callable[[], Version]:
    def raising() -> Version:
        raise trouble

    return raising


@pytest.mark.parametrize(
    ("version", "languages", "says"),
    [
        (fails(pytesseract.TesseractNotFoundError()), [], "it is missing"),
        (fails(SystemExit("Invalid tesseract version")), [], "it is missing"),
        (lambda: Version("3.05"), ["chi_sim"], "it is too old"),
        (lambda: Version("5.3.0"), ["eng", "osd"], "chi_sim) is missing"),
    ],
)
def test_the_probe_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, version: Callable[[], Version], languages: list[str], says: str
) -> None:
    monkeypatch.setattr(pytesseract, "get_tesseract_version", version)
    monkeypatch.setattr(pytesseract, "get_languages", lambda: languages)
    found = probe()
    assert not found.here
    assert says in found.advice
    for system in ("apt install tesseract-ocr tesseract-ocr-chi-sim", "brew install", "Windows"):
        assert system in found.advice
    with pytest.raises(EngineError, match="can't be used here"):
        TesseractEngine()


@needs_tesseract
@needs_font
def test_a_page_is_read_without_blanks() -> None:
    tokens = TesseractEngine().read_page(
        page([(140, 200, "财政部门应当加强资金管理"), (140, 400, "合计1998")])
    )
    assert [token.text for token in sorted(tokens, key=lambda token: token.box.y0)] == [
        "财政部门应当加强资金管理",
        "合计1998",
    ]


@needs_tesseract
@needs_font
def test_crops_are_read_in_one_call_and_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    run = pytesseract.image_to_data
    monkeypatch.setattr(
        tesseract.pytesseract, "image_to_data", lambda *a, **k: calls.append(a) or run(*a, **k)
    )
    blank = np.full((40, 90, 3), 255, np.uint8)
    outside = np.zeros((0, 5, 3), np.uint8)
    crops = [crop("1998"), blank, crop("财政局"), outside, crop("385.5")]
    readings = TesseractEngine().read_crops(crops)
    assert [reading.text for reading in readings] == ["1998", "", "财政局", "", "385.5"]
    assert len(calls) == 1


@needs_tesseract
def test_no_crops_no_call() -> None:
    assert TesseractEngine().read_crops([]) == ()


@needs_tesseract
def test_a_broken_call_is_a_typed_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("Tesseract process timeout")

    monkeypatch.setattr(tesseract.pytesseract, "image_to_data", fail)
    with pytest.raises(EngineError, match=r"took more than .* seconds.*--ocr"):
        TesseractEngine().read_page(np.full((60, 60, 3), 255, np.uint8))
