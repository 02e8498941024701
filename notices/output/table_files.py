"""One table in all the formats asked for, fed a notice at a time."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from notices.output.csv_table import CsvTable
from notices.output.datapackage import Format, file_name
from notices.output.ordering import in_order, place_of
from notices.output.parquet_table import ParquetTable
from notices.output.staging import Staging
from schemas.dataset.columns import Row
from schemas.dataset.tables import TableSpec

GROUP = 10_000
"""Rows that are written together, and so a Parquet file's row group."""


class _File(Protocol):
    def write(self, rows: Sequence[Row]) -> None: ...
    def close(self) -> None: ...


_FILES: dict[Format, Callable[[TableSpec, Path], _File]] = {
    Format.CSV: CsvTable,
    Format.PARQUET: ParquetTable,
}


class TableFiles:
    """Takes the rows of one notice after the other and writes them in groups of `GROUP`."""

    def __init__(self, spec: TableSpec, stage: Staging, formats: Collection[Format]) -> None:
        self._spec = spec
        self._files = [
            _FILES[form](spec, stage.path(file_name(spec, form))) for form in Format if form in formats
        ]
        self._waiting: list[Row] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None and self._waiting:
            self._write(len(self._waiting))
        for file in self._files:
            file.close()

    def add(self, rows: Sequence[Row]) -> None:
        """Rows of notices behind all that came before, in any order among themselves.

        Raises ValueError where they aren't, or have a key twice: mistakes of the code that made them.
        """
        ordered = in_order(self._spec, rows)
        if not ordered:
            return
        if self._waiting and place_of(self._spec, self._waiting[-1]) >= place_of(self._spec, ordered[0]):
            raise ValueError(f"rows of {self._spec.name} don't come in the order of their notices")
        self._waiting += ordered
        while len(self._waiting) > GROUP:  # the last row stays, to be compared with the next
            self._write(GROUP)

    def _write(self, count: int) -> None:
        for file in self._files:
            file.write(self._waiting[:count])
        del self._waiting[:count]
