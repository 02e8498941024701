"""Whose JSON it is, by what stands in it and never by its name."""

import json

from pydantic import ValidationError

from extract.engines.shapes import PADDLE, SHAPES, Engine, Json
from extract.readers.contract import FormatError

_NO_TEXT = frozenset({"cls_id", "category_id", "layout_dets"})
# A service wraps its answer once or twice.
_WRAPPERS = ("result", "document", "json_content")
_LISTS = ("layoutParsingResults", "ocrResults")
_DEEPEST = 4
_LONGEST_PATH = 80


def read_engine(text: str) -> Engine:
    """What an engine wrote; raises `FormatError` where it is no JSON, no engine's or not in its shape."""
    value = _unwrapped(_parsed(text))
    shape = next((shape for shape in SHAPES if shape.fits(value)), None)
    if shape is None:
        raise FormatError("engine-json-no-text" if _is_by_product(value) else "engine-json-unknown")
    try:
        return shape.read(value)
    except (ValidationError, RecursionError) as error:
        raise FormatError("engine-json-shape", engine=shape.engine, where=_where(error)) from error


def _where(error: ValidationError | RecursionError) -> str:
    """The way to the first field that doesn't fit, in backquotes as it is no word of a language."""
    steps = error.errors(include_url=False)[0]["loc"] if isinstance(error, ValidationError) else ()
    return f"`{'/'.join(map(str, steps))[:_LONGEST_PATH] or '/'}`"


def _parsed(text: str) -> Json:
    """One value, or a value a line (JSON Lines) as a list."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise FormatError("engine-json-damaged") from error
    except ValueError as error:  # no JSON, or a number of thousands of digits
        rows = [row for row in text.split("\n") if row.strip()]
        if len(rows) < 2:
            raise FormatError("engine-json-damaged") from error
        return _parsed_rows(rows)


def _parsed_rows(rows: list[str]) -> Json:
    try:
        found = [_unwrapped(json.loads(row)) for row in rows]
    except (ValueError, RecursionError) as error:
        raise FormatError("engine-json-damaged") from error
    return [page for one in found for page in (one if isinstance(one, list) else [one])]


def _unwrapped(value: Json) -> Json:
    """Without what services and pipelines put around a page or a document."""
    for _ in range(_DEEPEST):
        inner = _inside(value)
        if inner is None:
            break
        value = inner
    return [_page(entry) for entry in value] if isinstance(value, list) else _page(value)


def _inside(value: Json) -> Json | None:
    if not isinstance(value, dict):
        return None
    wrapped = [value[key] for key in _WRAPPERS if isinstance(value.get(key), dict)]
    listed = [value[key] for key in _LISTS if isinstance(value.get(key), list)]
    return next(iter([*wrapped, *listed]), None)


def _page(value: Json) -> Json:
    """A page of PaddleOCR out of `res` or `prunedResult`."""
    for key in ("prunedResult", "res"):
        inner = value.get(key) if isinstance(value, dict) else None
        if isinstance(inner, dict) and PADDLE & inner.keys():
            return inner
    return value


def _is_by_product(value: Json) -> bool:
    """What models found on the page, before it was read."""
    entries = value if isinstance(value, list) else [value]
    return any(isinstance(entry, dict) and _NO_TEXT & entry.keys() for entry in entries)
