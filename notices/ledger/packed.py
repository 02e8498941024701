"""The rows of a file ↔ bytes: compressed JSON, read back through the rows' own validation."""

import json
import zlib

from pydantic import TypeAdapter

from notices.process import FileResult
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
from schemas.dataset.tables import table

_LEVEL = 1
"""Rows are repetitive text: more work makes them hardly smaller."""


def packed(result: FileResult) -> bytes:
    """Pack the rows of a file that was read."""
    rows = {str(name): [row.model_dump(mode="json") for row in some] for name, some in result.rows.items()}
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), _LEVEL)


def unpacked(data: bytes) -> FileResult:
    """Raises ValueError where the bytes are no rows of this version."""
    try:
        texts = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        rows = {TableName(name): tuple(_rows(TableName(name), some)) for name, some in texts.items()}
    except (zlib.error, AttributeError, TypeError) as error:
        raise ValueError(str(error)) from error
    return FileResult(rows=rows, readable=True)


def _rows(name: TableName, some: list[object]) -> list[Row]:
    kind = table(name).row_class
    return TypeAdapter(list[kind]).validate_json(json.dumps(some))  # type: ignore[valid-type]  # the class is looked up
