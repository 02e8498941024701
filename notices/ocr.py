"""The OCR engine of a run: made when the first page needs it, its readings kept from run to run."""

from collections.abc import Callable
from functools import cache, partial

from extract.ocr.cached import CachedEngine
from extract.ocr.choose import EngineName, make_engine
from extract.ocr.contract import OcrEngine
from notices.attempt import Process
from notices.corrections import Corrections
from notices.ocr_cache import OcrFileCache
from notices.process import Examined, process


def process_with(
    name: EngineName,
    keep: Callable[[Examined], None] | None = None,
    corrections: Corrections | None = None,
) -> Process:
    """Every stage over a file, with this engine for pages without text; `keep` gets what they made of it."""
    return partial(process, engine=partial(engine_of, name), keep=keep, corrections=dict(corrections or {}))


@cache
def engine_of(name: EngineName) -> OcrEngine:
    """One engine a process; raises `EngineError` with advice where it isn't here."""
    return CachedEngine(make_engine(name), OcrFileCache())
