"""The samples' golden dataset is what the command writes today, byte for byte."""

import runpy
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
GOLDEN = SAMPLES / "golden"


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples") / "golden"
    runpy.run_path(str(SAMPLES / "regenerate.py"))["regenerate"](folder)
    return folder


def test_the_same_tables(today: Path) -> None:
    assert sorted(p.name for p in today.iterdir()) == sorted(p.name for p in GOLDEN.iterdir())


@pytest.mark.parametrize("name", sorted(p.name for p in GOLDEN.glob("*.csv")))
def test_table(today: Path, name: str) -> None:
    assert (today / name).read_text("utf-8-sig").split("\n") == (GOLDEN / name).read_text("utf-8-sig").split(
        "\n"
    )
