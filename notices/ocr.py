"""The OCR engine of a run: made when the first page needs it, its readings kept from run to run."""

from functools import cache, partial

from extract.ocr.cached import CachedEngine
from extract.ocr.choose import EngineName, make_engine
from extract.ocr.contract import OcrEngine
from notices.attempt import Process
from notices.ocr_cache import OcrFileCache
from notices.process import process


def process_with(name: EngineName) -> Process:
    """Every stage over a file, with this engine for pages without text."""
    return partial(process, engine=partial(_engine, name))


@cache
def _engine(name: EngineName) -> OcrEngine:
    """One engine a process; raises `EngineError` with advice where it isn't here."""
    return CachedEngine(make_engine(name), OcrFileCache())
