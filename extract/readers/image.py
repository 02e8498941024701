"""Image files: PNG, JPEG, TIFF with several pages, WebP, BMP; every picture is a page for OCR."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import count

import numpy as np
from PIL import Image, ImageOps

from extract.ocr.contract import OcrEngine
from extract.pixels.page import read_pixels
from extract.pixels.raster import Raster, whole_page
from extract.readers.contract import MOST_PAGES, EngineSource, FormatError
from extract.readers.trouble import reason_of, unreadable
from schemas.dataset.codes import TextOrigin
from schemas.document import Document, Page, Problem
from schemas.reasons import reason

_DPI = 200.0
# A4 at 600 dpi is 35 million pixels; what is larger is scaled down. At 1200 dpi it is 139 million; Pillow
# itself refuses to open what has more than 178 million, but not the later pictures of a file.
_MOST_SIDE = 6000
_MOST_PIXELS = 178_000_000
_LEAST_SIDE = 64
_A4_WIDTH, _A4_HEIGHT = 8.27, 11.69


def read_image(data: bytes, media_type: str, engine: EngineSource | None = None) -> Document:
    """Read every picture of the file; damaged, tiny and monstrous ones become problems.

    Raises `FormatError` where no picture of it can be read, `EngineError` where there is no engine.
    """
    if engine is None:
        raise FormatError("picture-needs-engine")
    reader = engine()
    found = tuple(_read(data, reader))
    pages = tuple(page for page in found if isinstance(page, Page))
    problems = tuple(problem for problem in found if isinstance(problem, Problem))
    if not pages:
        raise _refused(problems)
    return Document(
        media_type=media_type,
        text_origin=TextOrigin.OCR,
        ocr_engine=reader.identity,
        pages=pages,
        problems=problems,
    )


def _refused(problems: tuple[Problem, ...]) -> FormatError:
    """The one picture's own reason; of several the first's."""
    why = next(problem.reason for problem in problems if problem.reason)
    return FormatError(why) if len(problems) == 1 else FormatError("no-page", why=why)


def _read(data: bytes, engine: OcrEngine) -> Iterator[Page | Problem]:
    """Each picture in its turn: only one is held at a time."""
    for number, found in enumerate(rasters(data), start=1):
        yield found if isinstance(found, Problem) else _page(found, number, engine)


def rasters(data: bytes) -> Iterator[Raster | Problem]:
    """Every picture of the file as displayed, or what is wrong with it; `FormatError` where none is there."""
    with _decoding():
        image = Image.open(BytesIO(data))
    with image:
        for number in count(1):
            try:
                with _quietly():
                    image.seek(number - 1)
            except EOFError:  # Pillow's word for the last picture
                return
            except Exception:  # noqa: BLE001  its directory leads nowhere, or to rubbish
                yield unreadable(None, reason("pictures-broken-off", count=number - 1))
                return
            if number > MOST_PAGES:
                yield unreadable(None, reason("too-many-pages", most=MOST_PAGES))
                return
            yield _shown(image, number)


def _shown(image: Image.Image, number: int) -> Raster | Problem:
    try:
        with _decoding():
            return _raster(image)
    except Exception as error:  # noqa: BLE001  one page must not cost the others; it becomes a finding
        return unreadable(number, reason_of(error))


def _page(raster: Raster, number: int, engine: OcrEngine) -> Page | Problem:
    try:
        return Page(number=number, blocks=read_pixels(raster, number, engine))
    except Exception as error:  # noqa: BLE001  one page must not cost the others; it becomes a finding
        return unreadable(number, reason_of(error))


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow's warnings are no concern of ours; those of the page reader are."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _decoding() -> Iterator[None]:
    """Whatever Pillow says of a damaged file becomes a `FormatError`."""
    try:
        with _quietly():
            yield
    except (FormatError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise FormatError("picture-monstrous") from error
    except Exception as error:  # decoders stumble in any way: OSError, TypeError, struct.error …
        raise FormatError("picture-damaged") from error


def _raster(frame: Image.Image) -> Raster:
    width, height = frame.size
    if width * height > _MOST_PIXELS:
        raise FormatError("picture-too-large", width=width, height=height)
    if min(width, height) < _LEAST_SIDE:
        raise FormatError("picture-too-small", width=width, height=height)
    frame.draft("RGB", (_MOST_SIDE, _MOST_SIDE))
    upright = ImageOps.exif_transpose(_on_paper(_scaled_down(_in_tones(frame))))
    pixels = np.ascontiguousarray(np.asarray(upright)[:, :, ::-1])
    return whole_page(pixels, _resolution(upright))


def _in_tones(image: Image.Image) -> Image.Image:
    """In tones that can be averaged, eight bits each: black and white becomes grey, a palette its colours."""
    if image.mode.startswith("I;16"):
        # Pillow clips sixteen bits at 255: a grey scan would be a white page
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "P":
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def _scaled_down(image: Image.Image) -> Image.Image:
    """Before anything else is done to it: a copy of 178 million pixels in colour takes 700 MiB."""
    factor = _MOST_SIDE / max(image.size)
    if factor >= 1:
        return image
    width, height = (max(1, round(side * factor)) for side in image.size)
    return image.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=2.0)


def _on_paper(image: Image.Image) -> Image.Image:
    """The picture as viewers show it: what is transparent is white paper."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen).convert("RGB")


def _resolution(image: Image.Image) -> float:
    """Dots per inch as if the picture showed an A4 sheet: files lie about theirs, photographs have none."""
    short, long = sorted(image.size)
    guess = min(short / _A4_WIDTH, long / _A4_HEIGHT)
    return guess if guess > 0 else _DPI
