"""`datapackage.json`: what stands in the tables, for people and for tools that read Frictionless packages."""

import json
from collections.abc import Collection
from enum import StrEnum

from schemas.dataset.descriptors import Json, table_descriptor
from schemas.dataset.tables import CONTRACT_VERSION, TABLES, TableSpec


class Format(StrEnum):
    """A form in which tables are written; the value is the file's ending."""

    CSV = "csv"
    PARQUET = "parquet"


def file_name(spec: TableSpec, form: Format) -> str:
    """Name the file of a table."""
    return f"{spec.name}.{form}"


def datapackage(formats: Collection[Format]) -> str:
    """Describe the tables as a Frictionless Tabular Data Package (v1); JSON text.

    A resource is the CSV file, with `parquet` naming its twin; where no CSV is written, the Parquet file.
    """
    package: dict[str, Json] = {
        "profile": "tabular-data-package" if Format.CSV in formats else "data-package",
        "name": "fiscal-notices",
        "title": "资金下达通知数据集",
        "contract_version": CONTRACT_VERSION,
        "resources": [_resource(spec, formats) for spec in TABLES],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(spec: TableSpec, formats: Collection[Format]) -> dict[str, Json]:
    parquet = file_name(spec, Format.PARQUET)
    return {
        "name": str(spec.name),
        "title": spec.name.label_zh,
        "description": spec.description,
        "description_zh": spec.description_zh,
        **(_csv(spec) if Format.CSV in formats else {"path": parquet, "format": "parquet"}),
        **({"parquet": parquet} if set(formats) >= set(Format) else {}),
        "schema": table_descriptor(spec),
    }


def _csv(spec: TableSpec) -> dict[str, Json]:
    return {
        "profile": "tabular-data-resource",
        "path": file_name(spec, Format.CSV),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
        },
    }
