"""Columns as other tools read them: Frictionless Table Schema (v1) and JSON Schema (2020-12).

Both describe the written form: in CSV a list is one text joined with `；`, in JSON a decimal is a text,
since a JSON number may go through a float.
"""

from schemas.dataset.columns import ColumnSpec, ColumnType
from schemas.dataset.tables import TABLES, TableSpec, table

LIST_SEPARATOR = "；"

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""What a descriptor is made of: it is written out and never read back."""

_FRICTIONLESS: dict[ColumnType, str] = {
    ColumnType.TEXT: "string",
    ColumnType.CODE: "string",
    ColumnType.INTEGER: "integer",
    ColumnType.NUMBER: "number",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.DATE: "date",
    ColumnType.LIST: "string",
    ColumnType.AMOUNT: "number",
    ColumnType.YUAN: "number",
}

_JSON: dict[ColumnType, dict[str, Json]] = {
    ColumnType.TEXT: {"type": "string"},
    ColumnType.CODE: {"type": "string"},
    ColumnType.INTEGER: {"type": "integer"},
    ColumnType.NUMBER: {"type": "number"},
    ColumnType.BOOLEAN: {"type": "boolean"},
    ColumnType.DATE: {"type": "string", "format": "date"},
    ColumnType.LIST: {"type": "array", "items": {"type": "string"}},
    ColumnType.AMOUNT: {"type": "string", "pattern": r"^-?[0-9]{1,23}(\.[0-9]{1,15})?$"},
    ColumnType.YUAN: {"type": "string", "pattern": r"^-?[0-9]{1,18}(\.[0-9]{1,2})?$"},
}


def field_descriptor(column: ColumnSpec) -> dict[str, Json]:
    """Describe a column as a Frictionless field."""
    constraints: dict[str, Json] = {"required": True} if column.required else {}
    if column.allowed:
        constraints["enum"] = [str(code) for code in column.allowed]
    return {
        "name": column.name,
        "type": _FRICTIONLESS[column.type],
        "title": column.words.label_zh,
        "description": column.words.description,
        "description_zh": column.words.description_zh,
        **({"unit": column.words.unit} if column.words.unit else {}),
        **({"labels_zh": _labels(column)} if column.allowed else {}),
        **({"separator": LIST_SEPARATOR} if column.type is ColumnType.LIST else {}),
        **({"constraints": constraints} if constraints else {}),
    }


def table_descriptor(spec: TableSpec) -> dict[str, Json]:
    """Describe a table as a Frictionless Table Schema; blank cells are null."""
    described: dict[str, Json] = {
        "fields": [field_descriptor(column) for column in spec.columns],
        "missingValues": [""],
        "primaryKey": list(spec.key),
    }
    if spec.parent is not None:
        names: list[Json] = list(table(spec.parent).key)
        reference: dict[str, Json] = {"resource": str(spec.parent), "fields": names}
        described["foreignKeys"] = [{"fields": names, "reference": reference}]
    return described


def json_schema() -> dict[str, Json]:
    """Describe the whole dataset as JSON: an object with an array of rows for each table."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "fiscal notices",
        "type": "object",
        "properties": {
            str(spec.name): {"type": "array", "items": {"$ref": f"#/$defs/{spec.name}"}} for spec in TABLES
        },
        "$defs": {str(spec.name): _row_schema(spec) for spec in TABLES},
    }


def _row_schema(spec: TableSpec) -> dict[str, Json]:
    return {
        "type": "object",
        "title": spec.name.label_zh,
        "description": spec.description,
        "properties": {column.name: _property(column) for column in spec.columns},
        "required": [column.name for column in spec.columns],
        "additionalProperties": False,
    }


def _property(column: ColumnSpec) -> dict[str, Json]:
    value = dict(_JSON[column.type])
    if column.allowed:
        value["enum"] = [str(code) for code in column.allowed]
    described: dict[str, Json] = {"title": column.words.label_zh, "description": column.words.description}
    return {**described, **({"anyOf": [value, {"type": "null"}]} if column.nullable else value)}


def _labels(column: ColumnSpec) -> dict[str, Json]:
    return {str(code): code.label_zh for code in column.allowed}
