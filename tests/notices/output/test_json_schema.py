import json

import jsonschema
import pytest

from notices.output.json_schema import json_schema_text

SCHEMA = json.loads(json_schema_text())
SOURCE = {
    "notice_id": "n",
    "file_no": 1,
    "path": "a",
    "sha256": None,
    "media_type": None,
    "role": "main",
    "page_count": None,
}


def test_it_is_a_json_schema_and_takes_a_row() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate({"sources": [SOURCE]}, SCHEMA)


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": "other"},  # no such code
        {"file_no": None},  # a key
        {"file_no": "1"},  # a number as text
        {"extra": 1},  # no such column
    ],
)
def test_it_refuses_a_row_that_is_wrong(wrong: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"sources": [{**SOURCE, **wrong}]}, SCHEMA)
