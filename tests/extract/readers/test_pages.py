import io

import pytest
from PIL import Image

from extract import page_images
from extract.readers import pages as pages_module
from extract.readers.contract import FormatError
from tests.extract.pdf.made import PDF, lines, pdf


def _two_pictures() -> bytes:
    buffer = io.BytesIO()
    Image.new("L", (200, 300), 255).save(
        buffer, "TIFF", save_all=True, append_images=[Image.new("L", (300, 200), 0)]
    )
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type", "sizes"),
    [
        (pdf(lines("甲"), lines("乙")), PDF, {1: (1654, 2339), 2: (1654, 2339)}),
        (_two_pictures(), "image/tiff", {1: (200, 300), 2: (300, 200)}),
    ],
)
def test_every_page_is_a_picture(data: bytes, media_type: str, sizes: dict[int, tuple[int, int]]) -> None:
    found = {number: (raster.width, raster.height) for number, raster in page_images(data, media_type)}
    assert found == sizes


def test_a_page_that_cannot_be_rendered_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = pages_module.render, []

    def fails_once(page: object) -> object:
        asked.append(page)
        if len(asked) == 1:
            raise FormatError("no-text")
        return real(page)

    monkeypatch.setattr(pages_module, "render", fails_once)
    assert [number for number, _ in page_images(pdf(lines("甲"), lines("乙")), PDF)] == [2]


@pytest.mark.parametrize(
    ("data", "media_type", "detail"),
    [
        (b"text", "text/plain", "no pages"),
        (b"# text", "text/markdown", "no pages"),
        (b"%PDF-1.7 broken", PDF, "cut off"),
        (b"no picture", "image/png", "decoded"),
    ],
)
def test_what_has_no_pages_is_refused(data: bytes, media_type: str, detail: str) -> None:
    with pytest.raises(FormatError, match=detail):
        list(page_images(data, media_type))
