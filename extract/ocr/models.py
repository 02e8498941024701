"""PP-OCR models as RapidOCR ships them: inside the wheel, one thread each, loaded when first asked for.

Its own front door is not used: it reads one crop a call without a detector, and its switches stick from
call to call. Importing it takes a second, which a run over text files must not pay: hence the local imports.
"""

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from numpy.typing import NDArray

from extract.ocr.contract import EngineError
from extract.pixels.raster import Pixels

if TYPE_CHECKING:
    from rapidocr.ch_ppocr_cls import TextClassifier
    from rapidocr.ch_ppocr_det import TextDetector
    from rapidocr.ch_ppocr_rec import TextRecognizer

PACKAGES = ("rapidocr", "onnxruntime")

_THREADS = {
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
    "Global.log_level": "error",
}
"""Two processes with one thread each beat one process with two (50 against 40 pages a minute)."""


@cache
def detector() -> "TextDetector":
    """Finds lines of text."""
    from rapidocr.ch_ppocr_det import TextDetector  # noqa: PLC0415  see above

    return TextDetector(_settings("Det"))


@cache
def recogniser() -> "TextRecognizer":
    """Reads one line."""
    from rapidocr.ch_ppocr_rec import TextRecognizer  # noqa: PLC0415  see above

    return TextRecognizer(_settings("Rec"))


@cache
def classifier() -> "TextClassifier":
    """Tells a line that stands on its head."""
    from rapidocr.ch_ppocr_cls import TextClassifier  # noqa: PLC0415  see above

    return TextClassifier(_settings("Cls"))


def detector_input(pixels: Pixels) -> NDArray[np.float32]:
    """An image (BGR, sides multiples of 32) as the detector takes it."""
    shades = _normalised()
    return np.stack([shades[channel][pixels[..., channel]] for channel in range(3)])[np.newaxis]


@cache
def _normalised() -> NDArray[np.float32]:
    """What the detector's own preparation makes of each shade (colour × 256), once instead of every time."""
    from rapidocr.ch_ppocr_det.utils import DetPreProcess  # noqa: PLC0415  see above

    model = detector()
    every = np.repeat(np.arange(256, dtype=np.uint8)[:, np.newaxis, np.newaxis], 3, axis=2)
    prepared = DetPreProcess(mean=model.mean, std=model.std).normalize(every)
    return np.ascontiguousarray(prepared[:, 0].T, np.float32)


def versions() -> str:
    """Of what reads: rapidocr-3.10.0/onnxruntime-1.20.1."""
    return "/".join(f"{name}-{version(name)}" for name in PACKAGES)


def family() -> str:
    """The models' name, as PP-OCRv6-small."""
    part = _settings("Rec")
    return f"{part.ocr_version.value}-{part.model_type.value}"


def _settings(part: str) -> Any:  # noqa: ANN401  an omegaconf node: read by key and by attribute
    from rapidocr.utils.log import logger  # noqa: PLC0415  see above
    from rapidocr.utils.parse_parameters import ParseParams  # noqa: PLC0415

    logger.setLevel("ERROR")
    home = _home()
    config = cast("Any", ParseParams.update_batch(ParseParams.load(home / "config.yaml"), _THREADS))
    settings = config[part]
    settings.engine_cfg = config.EngineConfig[settings.engine_type.value]
    settings.model_root_dir = home / "models"
    settings.font_path = None
    return settings


def _home() -> Path:
    found = find_spec("rapidocr")
    if found is None or found.origin is None:
        raise EngineError("engine-missing", engine="RapidOCR")
    return Path(found.origin).parent
