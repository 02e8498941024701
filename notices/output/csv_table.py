"""A table as CSV: UTF-8 with a byte-order mark, RFC 4180; written some rows at a time."""

import csv
import re
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import cast

from notices.output.ordering import cells
from schemas.dataset.columns import ColumnType, Row
from schemas.dataset.decimals import plain
from schemas.dataset.descriptors import LIST_SEPARATOR
from schemas.dataset.tables import TableSpec

FORMULA_STARTS = frozenset("=+-@\t\r")
PLAIN_NUMBER = re.compile(r"[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?")


class CsvTable:
    """A file with a header line; null is an empty cell."""

    def __init__(self, spec: TableSpec, path: Path) -> None:
        self._spec = spec
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(column.name for column in spec.columns)

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows, in order."""
        columns = [
            values if column.type in _AS_THEY_ARE else [_cell(column.type, value) for value in values]
            for column, values in zip(self._spec.columns, cells(self._spec, rows), strict=True)
        ]
        self._writer.writerows(zip(*columns, strict=True))

    def close(self) -> None:
        """Write what is still in memory."""
        self._file.close()


def guarded(text: str) -> str:
    """Put a `'` before what a spreadsheet would run as a formula.

    Source: OWASP, CSV Injection. A plain number, with its sign and thousands commas, does no harm.
    """
    if text and text[0] in FORMULA_STARTS and not PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


_AS_THEY_ARE = {ColumnType.CODE, ColumnType.INTEGER, ColumnType.NUMBER}

_WRITTEN: dict[ColumnType, Callable[[object], str]] = {
    ColumnType.TEXT: lambda value: guarded(cast("str", value)),
    ColumnType.BOOLEAN: lambda value: "true" if value else "false",
    ColumnType.DATE: lambda value: cast("date", value).isoformat(),
    ColumnType.LIST: lambda value: guarded(LIST_SEPARATOR.join(cast("tuple[str, ...]", value))),
    ColumnType.AMOUNT: lambda value: plain(cast("Decimal", value)),
    ColumnType.YUAN: lambda value: plain(cast("Decimal", value)),
}


def _cell(kind: ColumnType, value: object) -> str | None:
    return None if value is None else _WRITTEN[kind](value)
