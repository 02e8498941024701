import socket
from importlib.metadata import version

import numpy as np
import pytest

from extract.ocr import models
from extract.ocr.rapid import RapidEngine, probe
from extract.ocr.recognise import WIDEST, _padded
from extract.pixels.raster import Pixels
from tests.extract.ocr.draw import crop, needs_font, page, widths

LINES = [
    (140, 200, "关于下达2021年水利发展资金的通知"),
    (140, 300, "现下达你县资金1,234.5万元，专项用于相关支出。"),
    (700, 500, "≥95%"),
]


@pytest.fixture(scope="module")
def engine() -> RapidEngine:
    return RapidEngine()


@needs_font
def test_a_page_is_read_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for model in (models.detector, models.recogniser):
        model.cache_clear()
    tokens = RapidEngine().read_page(page(LINES))
    texts = {token.text.replace("，", ",") for token in tokens}
    assert texts == {text.replace("，", ",") for _, _, text in LINES}


@needs_font
def test_boxes_and_characters_stand_where_they_are_drawn(engine: RapidEngine) -> None:
    x, y, text = 300, 400, "奇台县2149.5万元"
    (token,) = engine.read_page(page([(x, y, text)]))
    assert token.text == text
    assert token.box.x0 < x + 10
    assert token.box.y0 < y + 20 < token.box.y1
    for char, drawn, (left, right) in zip(token.chars, text, widths(text, 33), strict=True):
        assert char.text == drawn
        assert abs((char.x0 + char.x1) / 2 - (x + (left + right) / 2)) < 17  # half a Chinese character


@needs_font
@pytest.mark.parametrize(
    "digit", ["8", "1", "0", "6", "9"]
)  # RapidOCR alone loses them, or makes ∞ of a tall 8
def test_a_lone_digit_is_not_turned(engine: RapidEngine, digit: str) -> None:
    tokens = engine.read_page(page([(400, 400, digit), (500, 400, "各县财政局")]))
    assert [token.text for token in sorted(tokens, key=lambda token: token.box.x0)] == [digit, "各县财政局"]


@needs_font
def test_stacked_characters_are_one_line(engine: RapidEngine) -> None:
    label = "社会效益指标"
    tokens = engine.read_page(page([(300, 300 + 36 * n, char) for n, char in enumerate(label)]))
    assert "".join(token.text for token in sorted(tokens, key=lambda token: token.box.y0)) == label


def test_a_blank_page_holds_nothing(engine: RapidEngine) -> None:
    assert engine.read_page(np.full((1754, 1240, 3), 250, np.uint8)) == ()


@needs_font
def test_crops_are_read_in_order(engine: RapidEngine) -> None:
    texts = ["木垒县", "7", "为加强资金管理，提高资金使用效益", "1998", "≥90%", "0"]
    readings = engine.read_crops([crop(text) for text in texts])
    assert [reading.text.replace("，", ",") for reading in readings] == [t.replace("，", ",") for t in texts]
    assert min(reading.confidence for reading in readings) > 0.8


@needs_font
def test_a_crop_reads_the_same_among_others_and_alone(engine: RapidEngine) -> None:
    crops = [crop(text) for text in ("伊宁市", "伊宁县", "25", "40.125", "困难群众救助补助资金")]
    together = engine.read_crops(crops)
    alone = [engine.read_crops([one])[0] for one in crops]
    assert [r.text for r in together] == [r.text for r in alone]
    assert [r.confidence for r in together] == pytest.approx([r.confidence for r in alone], abs=1e-3)


@pytest.mark.parametrize(
    "shape",
    [
        (0, 30, 3),  # cut outside the page
        (30, 0, 3),
    ],
)
def test_an_empty_crop_is_read_as_nothing(engine: RapidEngine, shape: tuple[int, ...]) -> None:
    (reading,) = engine.read_crops([np.zeros(shape, np.uint8)])
    assert (reading.text, reading.confidence) == ("", 0)


def test_a_hairline_takes_no_more_memory_than_the_widest_line() -> None:
    hairline: Pixels = np.zeros((1, 20_000, 3), np.uint8)
    assert _padded(hairline) == WIDEST


def test_the_identity_names_versions_and_settings(engine: RapidEngine) -> None:
    assert version("rapidocr") in engine.identity
    assert version("onnxruntime") in engine.identity
    assert engine.identity != RapidEngine(side=1280).identity
    assert probe().here
