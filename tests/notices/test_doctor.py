import pytest

from extract.ocr.choose import EngineName
from extract.ocr.contract import Availability
from notices import doctor
from notices.doctor import examine


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
