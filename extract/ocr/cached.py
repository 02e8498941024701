"""An engine that remembers: the same pixels are read once."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from pydantic import TypeAdapter, ValidationError

from extract.ocr.contract import CropReading, OcrCache, OcrEngine, PageTurn, Token
from extract.ocr.orientation import turn_identity
from extract.pixels.raster import Pixels

_Value = TypeVar("_Value")

_PAGE = TypeAdapter(tuple[Token, ...])
_CROP = TypeAdapter(CropReading)
_TURN = TypeAdapter(PageTurn)


class CachedEngine:
    """An `OcrEngine` that asks the cache first; crops are kept one by one, so only new ones are read."""

    def __init__(self, engine: OcrEngine, cache: OcrCache) -> None:
        self._engine = engine
        self._cache = cache
        self.identity = engine.identity

    def page_turn(self, pixels: Pixels) -> PageTurn:
        """As found now or in an earlier run, whichever engine reads the page."""
        key = _key(pixels, turn_identity(), "turn")
        kept = _recall(self._cache, key, _TURN)
        return kept if kept is not None else _keep(self._cache, key, _TURN, self._engine.page_turn(pixels))

    def read_page(self, pixels: Pixels) -> tuple[Token, ...]:
        """As the engine reads it, now or in an earlier run."""
        key = _key(pixels, self.identity, "page")
        kept = _recall(self._cache, key, _PAGE)
        return kept if kept is not None else _keep(self._cache, key, _PAGE, self._engine.read_page(pixels))

    def read_crops(self, crops: Sequence[Pixels]) -> tuple[CropReading, ...]:
        """As the engine reads them, now or in an earlier run."""
        keys = [_key(crop, self.identity, "crop") for crop in crops]
        known = {key: reading for key in keys if (reading := _recall(self._cache, key, _CROP)) is not None}
        missing = {key: crop for key, crop in zip(keys, crops, strict=True) if key not in known}
        if missing:
            read = self._engine.read_crops(list(missing.values()))
            for key, reading in zip(missing, read, strict=True):
                known[key] = _keep(self._cache, key, _CROP, reading)
        return tuple(known[key] for key in keys)


def _key(pixels: Pixels, identity: str, kind: str) -> str:
    digest = hashlib.sha256(f"{kind}|{identity}|{pixels.shape}|".encode())
    digest.update(np.ascontiguousarray(pixels).data)
    return digest.hexdigest()


def _recall(cache: OcrCache, key: str, adapter: TypeAdapter[_Value]) -> _Value | None:
    kept = cache.get(key)
    try:
        return None if kept is None else adapter.validate_json(kept)
    except ValidationError:  # written by a version with other fields, or damaged: read again
        return None


def _keep(cache: OcrCache, key: str, adapter: TypeAdapter[_Value], value: _Value) -> _Value:
    cache.put(key, adapter.dump_json(value, exclude_defaults=True))
    return value
