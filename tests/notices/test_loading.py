"""Which files found in a folder are nobody's notice."""

import json
from pathlib import Path

import pytest

from extract.readers.kinds import JSON
from notices.inputs import InputFile
from notices.loading import Content, load
from tests.extract.engines import made
from tests.extract.engines.test_engines import MAKERS, raw, words

ENGINES = [make() for make in MAKERS] + [words(), raw(words()), {"res": made.structure_pages()[0]}]


def content(tmp_path: Path, value: made.Json, *, must_read: bool) -> Content | None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(value, indent=2), encoding="utf-8")
    found = load(InputFile(path=path, source="x.json", must_read=must_read))
    assert found is None or isinstance(found, Content)
    return found


@pytest.mark.parametrize("value", ENGINES)
def test_what_an_engine_read_is_taken_from_a_folder(tmp_path: Path, value: made.Json) -> None:
    found = content(tmp_path, value, must_read=False)
    assert found is not None
    assert found.media_type == JSON


@pytest.mark.parametrize(
    "value", [{"resources": [], "profile": "tabular-data-package"}, [], [[1, 2]], {"a": "res"}]
)
def test_other_json_is_passed_over_unless_it_was_given(tmp_path: Path, value: made.Json) -> None:
    assert content(tmp_path, value, must_read=False) is None
    assert content(tmp_path, value, must_read=True) is not None
