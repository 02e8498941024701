"""The Parquet schema of a table, with each column's words in its metadata."""

from functools import cache

import pyarrow as pa

from schemas.dataset.columns import ColumnSpec, ColumnType, Row, columns_of
from schemas.dataset.decimals import AMOUNT_PRECISION, AMOUNT_SCALE, YUAN_PRECISION, YUAN_SCALE

_TYPES: dict[ColumnType, pa.DataType] = {
    ColumnType.TEXT: pa.string(),
    ColumnType.CODE: pa.string(),
    ColumnType.INTEGER: pa.int64(),
    ColumnType.NUMBER: pa.float64(),
    ColumnType.BOOLEAN: pa.bool_(),
    ColumnType.DATE: pa.date32(),
    ColumnType.LIST: pa.list_(pa.string()),
    ColumnType.AMOUNT: pa.decimal128(AMOUNT_PRECISION, AMOUNT_SCALE),
    ColumnType.YUAN: pa.decimal128(YUAN_PRECISION, YUAN_SCALE),
}


@cache
def arrow_schema(row_class: type[Row]) -> pa.Schema:
    """Make the schema that every file of the table has, whatever it holds."""
    return pa.schema([_field(column) for column in columns_of(row_class)])


def _field(column: ColumnSpec) -> "pa.Field[pa.DataType]":
    words = column.words
    metadata = {
        "title": words.label_zh,
        "description": words.description,
        "description_zh": words.description_zh,
        **({"unit": words.unit} if words.unit else {}),
    }
    return pa.field(column.name, _TYPES[column.type], nullable=column.nullable, metadata=metadata)
