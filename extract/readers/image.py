"""Image files: PNG, JPEG, TIFF with several pages, WebP, BMP; every picture is a page for OCR."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count

import numpy as np
from PIL import Image, ImageOps

from extract.ocr.contract import EngineError
from extract.pixels.page import read_pixels
from extract.pixels.raster import Raster, whole_page
from extract.readers.contract import EngineSource, FormatError
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Page

_DPI = 200.0
# A4 at 600 dpi is 35 million pixels; what is larger is scaled down. At 1200 dpi it is 139 million; Pillow
# itself refuses to open what has more than 178 million, but not the later pictures of a file.
_MOST_SIDE = 6000
_MOST_PIXELS = 178_000_000
_LEAST_SIDE = 64
_A4_WIDTH, _A4_HEIGHT = 8.27, 11.69
_DAMAGED = "open it in an image program and save it again"
_SCAN = "scan it at 200 to 300 dpi"


def read_image(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read every picture of the file; raises `FormatError` for damaged, tiny and monstrous ones."""
    if engine is None:
        raise FormatError("an image holds no text", "run with an OCR engine")
    try:
        reader = engine()
        pages = tuple(
            Page(number=number, blocks=read_pixels(raster, number, reader))
            for number, raster in enumerate(rasters(data), start=1)
        )
    except EngineError as error:
        raise FormatError(f"the OCR engine gave up ({error})", "see `notices doctor`") from error
    return Document(
        media_type=media_type, text_origin=TextOrigin.OCR, ocr_engine=reader.identity, pages=pages
    )


def rasters(data: bytes) -> Iterator[Raster]:
    """Every picture of the file as displayed; raises `FormatError` as `read_image` does."""
    with _decoding():
        image = Image.open(BytesIO(data))
    with image:
        for number in count():
            with _decoding():
                try:
                    image.seek(number)
                except EOFError:  # Pillow's word for the last picture
                    return
                raster = _raster(image)
            yield raster


@contextmanager
def _decoding() -> Iterator[None]:
    """Whatever Pillow says of a damaged file becomes a `FormatError`; its warnings are no concern of ours."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except FormatError:
        raise
    except Image.DecompressionBombError as error:
        raise FormatError("the image has more pixels than any page", _SCAN) from error
    except Exception as error:  # decoders stumble in any way: OSError, TypeError, struct.error …
        raise FormatError(f"the image can't be decoded ({error})", _DAMAGED) from error


def _raster(frame: Image.Image) -> Raster:
    width, height = frame.size
    if width * height > _MOST_PIXELS:
        raise FormatError(f"the image has {width} × {height} pixels", _SCAN)
    if min(width, height) < _LEAST_SIDE:
        raise FormatError(f"the image has only {width} × {height} pixels", _SCAN)
    frame.draft("RGB", (_MOST_SIDE, _MOST_SIDE))
    upright = _on_paper(ImageOps.exif_transpose(frame))
    upright.thumbnail((_MOST_SIDE, _MOST_SIDE))
    pixels = np.ascontiguousarray(np.asarray(upright)[:, :, ::-1])
    return whole_page(pixels, _resolution(upright))


def _on_paper(image: Image.Image) -> Image.Image:
    """The picture in eight bits a colour; what is transparent is white paper, as viewers show it."""
    if image.mode.startswith("I;16"):
        # Pillow clips sixteen bits at 255: a grey scan would be a white page
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8)).convert("RGB")
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def _resolution(image: Image.Image) -> float:
    """Dots per inch as if the picture showed an A4 sheet: files lie about theirs, photographs have none."""
    short, long = sorted(image.size)
    guess = min(short / _A4_WIDTH, long / _A4_HEIGHT)
    return guess if guess > 0 else _DPI
