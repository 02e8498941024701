from pathlib import Path

import pytest

from extract.ocr.choose import EngineName
from extract.ocr.contract import Availability
from notices import doctor
from notices.doctor import OcrCachePlace, examine


def test_the_built_in_engine_is_here_with_its_versions() -> None:
    (found,) = (engine for engine in examine().engines if engine.name == "rapidocr")
    assert found.here
    assert found.version.startswith("rapidocr ")
    assert "onnxruntime " in found.version


def test_an_engine_that_is_missing_comes_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Availability(here=False, advice="install it so")
    monkeypatch.setattr(doctor, "probes", lambda: {EngineName.TESSERACT: missing})
    (found,) = examine().engines
    assert (found.name, found.here, found.advice) == ("tesseract", False, "install it so")


@pytest.mark.parametrize(
    "kept",
    [
        None,  # nothing was read yet
        b"readings",
    ],
)
def test_the_cache_is_named_with_its_size(
    kept: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ocr.sqlite3"
    if kept is not None:
        path.write_bytes(kept)
    monkeypatch.setattr(doctor, "default_path", lambda: path)
    assert examine().ocr_cache == OcrCachePlace(path=path, size=len(kept or b""))
