"""JSON Schema of the tables as text, for `notices schema`."""

import json

from schemas.dataset.descriptors import json_schema


def json_schema_text() -> str:
    """Write the schema out, keys in the order of the contract."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
