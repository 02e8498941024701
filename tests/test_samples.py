"""The golden datasets are what the command writes today; no wrong figure in them goes without a flag.

Texts give the same bytes. Scans give the same values: confidences and boxes may differ by the last digits
between processors, as may the name of the engine's build.
"""

import csv
import json
import runpy
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
GOLDEN, GOLDEN_SCANS = SAMPLES / "golden", SAMPLES / "golden-scans"
_INEXACT = {"confidence": 0.02, "x0": 0.01, "y0": 0.01, "x1": 0.01, "y1": 0.01}
_BUILD = "ocr_engine"
Row = dict[str, str]


def _regenerated(folder: Path, samples: str) -> Path:
    golden = folder / "golden"
    runpy.run_path(str(SAMPLES / "regenerate.py"))["regenerate"](SAMPLES / samples, golden)
    return golden


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _regenerated(tmp_path_factory.mktemp("samples"), "notices")


@pytest.fixture(scope="module")
def scans_today(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _regenerated(tmp_path_factory.mktemp("scans"), "scans")


def test_the_same_tables(today: Path) -> None:
    assert sorted(p.name for p in today.iterdir()) == sorted(p.name for p in GOLDEN.iterdir())


@pytest.mark.parametrize("name", sorted(p.name for p in GOLDEN.glob("*.csv")))
def test_table(today: Path, name: str) -> None:
    assert (today / name).read_text("utf-8-sig").split("\n") == (GOLDEN / name).read_text("utf-8-sig").split(
        "\n"
    )


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _exact(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in _INEXACT and name != _BUILD}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(p.name for p in GOLDEN.glob("*.csv")))
def test_table_of_scans(scans_today: Path, name: str) -> None:
    have, want = _rows(scans_today / name), _rows(GOLDEN_SCANS / name)
    assert [_exact(row) for row in have] == [_exact(row) for row in want]
    for one, other in zip(have, want, strict=True):
        for column, most in _INEXACT.items():
            if other.get(column):
                assert float(one[column]) == pytest.approx(float(other[column]), abs=most)


def _flagged(row: Row, table: str, column: str = "") -> bool:
    """Whether an error or warning of the scans' golden dataset names the row, or its field."""
    for finding in _rows(GOLDEN_SCANS / "findings.csv"):
        if finding["severity"] == "info" or finding["notice_id"] != row["notice_id"]:
            continue
        meant = finding["table"] == table and (not column or finding["column"] == column)
        key = json.loads(finding["row_key"])
        if meant and all(str(value) == row.get(name) for name, value in key.items()):
            return True
    return False


def _of_texts(table: str, *columns: str) -> set[tuple[str, ...]]:
    return {tuple(row[c] for c in columns) for row in _rows(GOLDEN / f"{table}.csv")}


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("allocations", ("recipient", "division_code", "row_kind", "amount", "amount_yuan")),
        ("performance_tables", ("recipient", "division_code", "amount", "amount_yuan")),
        ("performance_indicators", ("indicator", "target", "operator", "target_value")),
    ],
)
def test_a_scan_says_what_its_text_says_or_is_flagged(table: str, columns: tuple[str, ...]) -> None:
    right, read = _of_texts(table, *columns), _rows(GOLDEN_SCANS / f"{table}.csv")
    wrong = [row for row in read if tuple(row[c] for c in columns) not in right]
    assert len(read) > len(wrong)
    assert [row for row in wrong if not _flagged(row, table)] == []


@pytest.mark.parametrize(
    "column", ["doc_number", "title", "issuing_agencies", "addressees", "issue_date", "total_amount"]
)
def test_a_scans_header_is_that_of_its_text_or_flagged(column: str) -> None:
    right = _of_texts("notices", column)
    for row in _rows(GOLDEN_SCANS / "notices.csv"):
        bare = column == "total_amount" and not row[column]  # a form alone has no total to read
        assert (row[column],) in right or bare or _flagged(row, "notices", column), row["source"]


def test_every_row_of_the_tables_was_read() -> None:
    names = {row["recipient_printed"] for row in _rows(GOLDEN_SCANS / "allocations.csv")}
    numbers = {row["doc_number"] for row in _rows(GOLDEN_SCANS / "notices.csv") if row["doc_number"]}
    scanned = {row["notice_id"] for row in _rows(GOLDEN / "notices.csv") if row["doc_number"] in numbers}
    printed = [row for row in _rows(GOLDEN / "allocations.csv") if row["notice_id"] in scanned]
    assert names == {row["recipient_printed"] for row in printed}
