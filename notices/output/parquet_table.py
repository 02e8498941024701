"""A table as Parquet, with the types and words of its declaration whatever it holds."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from notices.output.ordering import cells
from schemas.dataset.arrow import arrow_schema
from schemas.dataset.columns import Row
from schemas.dataset.tables import TableSpec


class ParquetTable:
    """A file with a row group for each writing."""

    def __init__(self, spec: TableSpec, path: Path) -> None:
        self._spec = spec
        self._schema = arrow_schema(spec.row_class)
        self._writer = parquet.ParquetWriter(path, self._schema)

    def write(self, rows: Sequence[Row]) -> None:
        """Add rows, in order, as a row group."""
        columns = zip(cells(self._spec, rows), self._schema, strict=True)
        arrays = [pa.array(values, type=field.type) for values, field in columns]
        self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))

    def close(self) -> None:
        """Write the file's end."""
        self._writer.close()
