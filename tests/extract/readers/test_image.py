import io
import warnings
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from extract.ocr.contract import EngineError, OcrEngine
from extract.pixels.raster import Raster
from extract.readers import image as image_module
from extract.readers.contract import FormatError
from extract.readers.image import read_image
from schemas.dataset.codes import TextOrigin
from schemas.document import Block, Line, Place
from schemas.reasons import Reason, reason
from tests.extract.pixels.frozen import FrozenEngine, token

PNG, TIFF, JPEG = "image/png", "image/tiff", "image/jpeg"
ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[Raster]:
    """The pages that were handed on; nothing is read from them."""
    pages: list[Raster] = []

    def keep(raster: Raster, page: int, engine: OcrEngine) -> tuple[Block, ...]:
        pages.append(raster)
        return (Line(text=engine.identity, place=Place(page=page)),)

    monkeypatch.setattr(image_module, "read_pixels", keep)
    return pages


def _saved(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _marked(width: int = 200, height: int = 300, mode: str = "RGB") -> Image.Image:
    """White, with its top left quarter black."""
    image = Image.new("L", (width, height), 255)
    image.paste(0, (0, 0, width // 2, height // 2))
    return image.convert(mode)


def _quarters(raster: Raster) -> list[int]:
    """The shade in the middle of each quarter: top left, top right, bottom left, bottom right."""
    h, w = raster.height, raster.width
    return [int(raster.pixels[y, x].mean()) for y in (h // 4, h * 3 // 4) for x in (w // 4, w * 3 // 4)]


def _is_marked(raster: Raster) -> bool:
    black, *white = _quarters(raster)
    return black < 10 and min(white) > 245


def _read(data: bytes, media_type: str = PNG) -> list[Block]:
    return list(read_image(data, media_type, FrozenEngine).blocks())


def test_every_picture_of_a_file_is_a_page(seen: list[Raster]) -> None:
    data = _saved(
        _marked(), "TIFF", save_all=True, append_images=[_marked(320, 200, "L"), _marked(100, 90, "1")]
    )
    document = read_image(data, TIFF, FrozenEngine)
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [block.place.page for block in document.blocks()] == [1, 2, 3]
    assert [(page.width, page.height) for page in seen] == [(200, 300), (320, 200), (100, 90)]
    assert all(map(_is_marked, seen))
    assert (document.media_type, document.text_origin, document.ocr_engine) == (
        TIFF,
        TextOrigin.OCR,
        "frozen-1",
    )


@pytest.mark.parametrize(
    ("orientation", "size", "dark"),
    [
        (1, (200, 300), 0),
        (3, (200, 300), 3),  # held upside down
        (6, (300, 200), 1),  # turned clockwise to be shown
        (8, (300, 200), 2),
    ],
)
def test_a_photograph_is_seen_as_it_was_taken(
    seen: list[Raster], orientation: int, size: tuple[int, int], dark: int
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    _read(_saved(_marked(), "JPEG", exif=exif, quality=95), JPEG)
    (page,) = seen
    assert (page.width, page.height) == size
    assert int(np.argmin(_quarters(page))) == dark


@pytest.mark.parametrize(
    ("kind", "mode"),
    [(kind, mode) for kind in ("PNG", "TIFF", "WEBP", "BMP") for mode in ("1", "L", "P", "RGB")]
    + [("JPEG", "L"), ("JPEG", "RGB"), ("JPEG", "CMYK")],
)
def test_kinds_and_colours_of_files_look_alike(seen: list[Raster], kind: str, mode: str) -> None:
    _read(_saved(_marked(mode=mode), kind))
    assert _is_marked(seen[0])


def _sixteen_bits() -> Image.Image:
    grey = np.asarray(_marked(mode="L")).astype(np.uint16) * 200 + 1000
    return Image.fromarray(grey)


def _on_glass(mode: str) -> Image.Image:
    """Black on nothing, as screenshot programs save it."""
    image = _marked(mode="L")
    clear = Image.new("LA", image.size, (0, 255))
    clear.putalpha(image.point(lambda v: 255 - v))
    return clear.convert(mode)


@pytest.mark.parametrize(
    "image",
    [
        pytest.param(_sixteen_bits(), id="16 bits"),  # clipped at 255 it would be white
        pytest.param(_on_glass("LA"), id="transparent grey"),  # without its glass it would be black
        pytest.param(_on_glass("RGBA"), id="transparent colour"),
    ],
)
def test_what_a_viewer_shows_is_read(seen: list[Raster], image: Image.Image) -> None:
    _read(_saved(image))
    black, *white = _quarters(seen[0])
    assert black < 10
    assert min(white) > 190


def test_warnings_of_the_page_reader_are_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    def warn(*_: object) -> tuple[Block, ...]:
        warnings.warn("heard", stacklevel=1)
        return ()

    monkeypatch.setattr(image_module, "read_pixels", warn)
    with pytest.warns(UserWarning, match="heard"):
        _read(_saved(_marked()))


def test_colours_come_as_blue_green_red(seen: list[Raster]) -> None:
    _read(_saved(Image.new("RGB", (100, 100), (250, 120, 30))))
    assert seen[0].pixels[50, 50].tolist() == [30, 120, 250]


@pytest.mark.parametrize(
    ("size", "dpi"),
    [
        ((1654, 2339), 200),  # A4
        ((3508, 2480), 300),  # lying
        ((1700, 2200), 188),  # Letter: the shorter guess
    ],
)
def test_the_resolution_is_that_of_a_sheet(seen: list[Raster], size: tuple[int, int], dpi: float) -> None:
    _read(_saved(Image.new("L", size, 255), dpi=(72, 72)))  # the file's own word counts for nothing
    assert seen[0].dpi == pytest.approx(dpi, abs=0.5)


def test_a_long_picture_is_scaled_down(seen: list[Raster]) -> None:
    _read(_saved(_marked(20_000, 400, "L")))
    assert (seen[0].width, seen[0].height) == (6000, 120)
    assert _is_marked(seen[0])


def _bomb(side: int) -> bytes:
    return _saved(Image.new("1", (side, side), 1), compress_level=1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (_saved(Image.new("L", (50, 50), 255)), reason("picture-too-small", width=50, height=50)),
        (_saved(Image.new("L", (2000, 50), 255)), reason("picture-too-small", width=2000, height=50)),
        (_saved(_marked())[:300], reason("picture-damaged")),  # cut off
        (_saved(_marked())[:20], reason("picture-damaged")),
        (_saved(_marked(), "JPEG")[:600], reason("picture-damaged")),
        (_saved(_marked(), "TIFF")[:2000], reason("picture-damaged")),
        (b"\x89PNG\r\n\x1a\n", reason("picture-damaged")),
        (b"no image at all", reason("picture-damaged")),
        (
            _bomb(13_370),
            reason("picture-too-large", width=13_370, height=13_370),
        ),  # just under Pillow's limit
        (_bomb(20_000), reason("picture-monstrous")),
    ],
    ids=["stamp", "strip", "cut", "head only", "cut JPEG", "cut TIFF", "magic only", "text", "huge", "bomb"],
)
def test_what_is_no_page_is_refused_with_advice(seen: list[Raster], data: bytes, why: Reason) -> None:
    with pytest.raises(FormatError) as refusal:
        read_image(data, PNG, FrozenEngine)
    assert refusal.value.reason == why
    assert seen == []


def test_without_an_engine_an_image_cannot_be_read() -> None:
    with pytest.raises(FormatError) as refusal:
        read_image(_saved(_marked()), PNG)
    assert refusal.value.reason.code == "picture-needs-engine"


def test_an_engine_that_is_not_here_is_the_files_trouble() -> None:
    def gone() -> OcrEngine:
        raise EngineError("engine-missing", engine="tesseract")

    with pytest.raises(EngineError, match="tesseract can't be used here"):
        read_image(_saved(_marked()), PNG, gone)


def test_a_page_is_read_with_its_lines_in_place() -> None:
    engine = FrozenEngine([token("关于下达资金的通知", 331, 400, 700, 440, 0.9)])
    (line,) = read_image(_saved(Image.new("L", (1654, 2339), 255)), PNG, lambda: engine).blocks()
    assert isinstance(line, Line)
    assert (line.text, line.place.page, line.place.confidence) == ("关于下达资金的通知", 1, 0.9)
    assert line.place.box is not None
    assert (line.place.box.x0, line.place.box.y1) == pytest.approx((331 / 1654, 440 / 2339), abs=1e-3)


_SOUND = [_saved(_marked(80, 70), kind) for kind in ("PNG", "JPEG", "TIFF", "WEBP", "BMP")] + [
    _saved(
        _marked(80, 70), "TIFF", save_all=True, append_images=[_marked(90, 90)], compression="tiff_deflate"
    )
]


@pytest.mark.usefixtures("seen")
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(_SOUND),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    st.floats(0, 1),
)
def test_a_damaged_file_fails_only_with_a_typed_error(
    data: bytes, changes: list[tuple[float, int]], end: float
) -> None:
    damaged = bytearray(data)
    for where, value in changes:
        damaged[int(where * (len(damaged) - 1))] = value
    with suppress(FormatError):
        assert read_image(bytes(damaged[: int(len(damaged) * end) + 1]), PNG, FrozenEngine).pages
