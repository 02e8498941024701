"""A table as Parquet, with the types and words of its declaration whatever it holds."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from notices.output.ordering import cells
from schemas.dataset.arrow import arrow_schema
from schemas.dataset.columns import Row
from schemas.dataset.tables import TableSpec


def write_parquet(spec: TableSpec, rows: Sequence[Row], path: Path) -> None:
    """Write rows, already in order."""
    schema = arrow_schema(spec.row_class)
    arrays = [
        pa.array(values, type=field.type) for values, field in zip(cells(spec, rows), schema, strict=True)
    ]
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), path)
