"""A scanned notice through the whole program, with the built-in OCR engine."""

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from rapidocr.inference_engine.onnxruntime.main import OrtInferSession

from extract.ocr import choose
from extract.ocr.choose import EngineName
from extract.ocr.contract import Availability
from extract.ocr.rapid import RapidEngine
from extract.pixels.raster import Pixels
from notices import ocr
from notices.ocr import process_with
from notices.ocr_cache import default_path
from schemas.dataset.codes import Status, TableName
from tests.extract.ocr.draw import needs_font
from tests.extract.pixels import drawn
from tests.notices.commands import Command, command
from tests.notices.texts import notice_text

SHARES = {"榆阳区": "10", "神木市": "20.5", "府谷县": "6"}
COLUMNS, ROWS = (300, 460, 900, 1300), drawn.even(1600, 2000, 5)
TABLE = (
    ("序号", "县（市、区）", "金额"),
    *((str(n), name, amount) for n, (name, amount) in enumerate(SHARES.items(), 1)),
    ("", "合计", "36.5"),
)
LINES = (
    ("榆政财社发〔2021〕12号", 560, 330),
    ("关于下达2021年困难群众救助补助资金的通知", 420, 440),
    ("各县（市、区）财政局：", 250, 560),
    ("为保障困难群众基本生活，现下达你们2021年困难群众救助", 322, 640),
    ("补助资金36.5万元，有关事项通知如下：", 250, 710),
    ("一、请加强资金管理，专款专用。", 322, 780),
    ("附件：2021年困难群众救助补助资金分配表", 322, 900),
    ("榆林市财政局", 1050, 1050),
    ("2021年3月15日", 1040, 1120),
    ("附件", 250, 1300),
    ("2021年困难群众救助补助资金分配表", 480, 1400),
    ("单位：万元", 1120, 1520),
)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No reading of another test, nor of the machine's user; each test makes its engine anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    ocr.engine_of.cache_clear()
    yield
    ocr.engine_of.cache_clear()


@pytest.fixture
def give(capfd: pytest.CaptureFixture[str]) -> Command:
    return command(capfd)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Each time a model was run, whichever it was: orientation, detection and recognition all pass here."""
    runs: list[str] = []
    model = OrtInferSession.__call__

    def noted(self: OrtInferSession, pixels: NDArray[np.float32]) -> NDArray[np.float32]:
        runs.append(str(pixels.shape))
        return model(self, pixels)

    monkeypatch.setattr(OrtInferSession, "__call__", noted)
    return runs


def _bytes(folder: Path) -> dict[str, bytes]:
    """Every table as it lies on the disk."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.csv"))}


def _scan() -> Pixels:
    pixels = drawn.blank()
    drawn.write(pixels, ("榆林市财政局文件", 450, 160), size=96, colour=drawn.RED)
    drawn.write(pixels, *LINES)
    drawn.table(pixels, COLUMNS, ROWS, text="")
    for row, texts in enumerate(TABLE):
        drawn.write(pixels, *((t, COLUMNS[n] + 20, ROWS[row] + 14) for n, t in enumerate(texts)))
    return pixels


def _rows(folder: Path, name: TableName) -> list[Mapping[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _lies_over(row: Mapping[str, str], x: float, y: float) -> bool:
    """Whether the row's box holds this pixel of the scan."""
    x0, y0, x1, y1 = (float(row[side]) for side in ("x0", "y0", "x1", "y1"))
    return x0 < x / drawn.WIDTH < x1 and y0 < y / drawn.HEIGHT < y1


@needs_font
@pytest.mark.slow
def test_a_scanned_notice_becomes_rows_with_their_places(
    give: Command, tmp_path: Path, asked: list[str]
) -> None:
    folder, out, again = (tmp_path / name for name in ("in", "out", "again"))
    folder.mkdir()
    Image.fromarray(_scan()[:, :, ::-1]).save(folder / "notice.png")

    answer = give("run", folder, "-o", out, "--format", "csv", "-j", "0")
    assert (answer.code, answer.out) == (0, "")
    (notice,) = _rows(out, TableName.NOTICES)
    assert notice["status"] != Status.FAILED
    assert notice["text_origin"] == "ocr"
    assert notice["doc_number"] == "榆政财社发〔2021〕12号"
    assert notice["ocr_engine"] == RapidEngine().identity
    amounts = [row for row in _rows(out, TableName.ALLOCATIONS) if row["row_kind"] == "recipient"]
    assert {row["recipient_printed"]: Decimal(row["amount_yuan"]) for row in amounts} == {
        name: Decimal(amount) * 10_000 for name, amount in SHARES.items()
    }
    for number, row in enumerate(amounts, 1):
        assert row["page"] == "1"
        assert _lies_over(row, COLUMNS[2] + 32, ROWS[number] + 34)
        assert 0.5 < float(row["confidence"]) <= 1
    assert asked
    assert default_path().is_file()
    assert default_path().is_relative_to(tmp_path)

    asked.clear()
    ocr.engine_of.cache_clear()  # as a new process has it
    assert give("run", folder, "-o", again, "--format", "csv", "-j", "0").code == 0
    assert asked == []
    assert _bytes(again) == _bytes(out)
    assert len(_bytes(out)) == len(TableName)


def test_a_text_loads_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(name: EngineName) -> RapidEngine:
        raise AssertionError(f"{name} was loaded")

    monkeypatch.setattr(ocr, "make_engine", never)
    data = notice_text().encode()
    result = process_with(EngineName.RAPIDOCR)(data, path="a.txt", media_type="text/plain")
    assert result.readable
    assert not default_path().exists()


def test_an_engine_is_made_once_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[EngineName] = []
    monkeypatch.setattr(ocr, "make_engine", lambda name: made.append(name) or RapidEngine())
    engines = [ocr.engine_of(EngineName.RAPIDOCR) for _ in range(3)]
    assert made == [EngineName.RAPIDOCR]
    assert engines[0] is engines[2]


def test_a_missing_engine_is_said_in_the_files_row(
    give: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = Availability(here=False, advice="pip install rapidocr")
    monkeypatch.setitem(choose._ENGINES, EngineName.RAPIDOCR, (lambda: missing, RapidEngine))  # type: ignore[misc]
    (tmp_path / "in").mkdir()
    Image.fromarray(drawn.blank()).save(tmp_path / "in" / "scan.png")
    assert give("run", tmp_path / "in", "-o", tmp_path / "out", "--format", "csv", "-j", "0").code == 1
    (notice,) = _rows(tmp_path / "out", TableName.NOTICES)
    (finding,) = _rows(tmp_path / "out", TableName.FINDINGS)
    assert notice["status"] == Status.FAILED
    assert finding["check"] == "unreadable"
    assert "rapidocr can't be used here. `notices doctor`" in finding["message"]
