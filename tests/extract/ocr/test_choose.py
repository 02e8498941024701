import pytest

from extract.ocr import choose
from extract.ocr.choose import DEFAULT, EngineName, make_engine, probes
from extract.ocr.contract import Availability, EngineError


def test_the_default_engine_is_always_here() -> None:
    assert probes()[DEFAULT].here
    assert make_engine().identity.startswith("rapidocr-")


def test_all_engines_are_probed() -> None:
    assert list(probes()) == list(EngineName)


def test_an_engine_that_is_not_here_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Availability:
        return Availability(here=False, advice="install it so")

    _, make = choose._ENGINES[EngineName.TESSERACT]
    monkeypatch.setitem(choose._ENGINES, EngineName.TESSERACT, (missing, make))  # type: ignore[arg-type]  # a dict beneath
    with pytest.raises(EngineError, match=r"tesseract can't be used here.*notices doctor"):
        make_engine(EngineName.TESSERACT)
