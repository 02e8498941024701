"""OCR engines by name, and which of them are here."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from extract.ocr import rapid, tesseract
from extract.ocr.contract import Availability, EngineError, OcrEngine


class EngineName(StrEnum):
    """As given to `--ocr`; the first is the default."""

    RAPIDOCR = "rapidocr"
    TESSERACT = "tesseract"


DEFAULT = EngineName.RAPIDOCR

_ENGINES: Mapping[EngineName, tuple[Callable[[], Availability], Callable[[], OcrEngine]]] = {
    EngineName.RAPIDOCR: (rapid.probe, rapid.RapidEngine),
    EngineName.TESSERACT: (tesseract.probe, tesseract.TesseractEngine),
}


def probes() -> Mapping[EngineName, Availability]:
    """Which engines can run here; nothing is loaded."""
    return {name: probe() for name, (probe, _) in _ENGINES.items()}


def make_engine(name: EngineName = DEFAULT) -> OcrEngine:
    """The engine, ready to read; raises `EngineError` with advice where it isn't here."""
    probe, make = _ENGINES[name]
    found = probe()
    if not found.here:
        raise EngineError("engine-missing", engine=name.value)
    return make()
