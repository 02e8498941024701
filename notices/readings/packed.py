"""The rows of a file ↔ bytes: compressed JSON, a line a table, read back through the rows' own validation."""

import json
import re
import zlib
from collections.abc import Sequence
from functools import cache

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from notices.process import Rows
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
from schemas.dataset.tables import table

_LEVEL = 1
"""Rows are repetitive text: more work makes them hardly smaller."""


_STRAY = re.compile("[\ud800-\udfff]")


def packed(rows: Rows) -> bytes:
    """Pack the rows of a file; what UTF-8 can't hold of a path is escaped, as in the tables."""
    lines = (name.encode() + b"\t" + _json(name, some) for name, some in rows.items())
    return zlib.compress(b"\n".join(lines), _LEVEL)


def unpacked(data: bytes) -> Rows:
    """Raises ValueError where the bytes are no rows of this version."""
    try:
        lines = (line.partition(b"\t") for line in zlib.decompress(data).splitlines() if line)
        return {
            (name := TableName(head.decode())): tuple(_adapter(name).validate_json(text))
            for head, _, text in lines
        }
    except zlib.error as error:
        raise ValueError(str(error)) from error


@cache
def _adapter(name: TableName) -> TypeAdapter[list[Row]]:
    kind = table(name).row_class
    return TypeAdapter(list[kind])  # type: ignore[valid-type]  # the class is looked up


def _json(name: TableName, rows: Sequence[Row]) -> bytes:
    try:
        return _adapter(name).dump_json(list(rows))
    except PydanticSerializationError:  # a path with stray bytes (PEP 383), which UTF-8 can't hold
        text = json.dumps([row.model_dump(mode="json") for row in rows], ensure_ascii=False)
        return _STRAY.sub(lambda found: rf"\\u{ord(found[0]):x}", text).encode()
