"""A whole set: every file's gold against its reading."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from benchmarks.scans.score.allocations import judge_allocations
from benchmarks.scans.score.forms import judge_forms
from benchmarks.scans.score.header import judge_header
from benchmarks.scans.score.outcome import Outcome
from benchmarks.scans.score.reading import ARITHMETIC, Reading, readings
from benchmarks.synthetic.draft import AnomalyKind
from benchmarks.synthetic.gold import Gold
from notices.process import Rows

_RIGHTLY_FIRES: dict[AnomalyKind, set[str]] = {
    "sum_mismatch": ARITHMETIC,
    "subtotal_mismatch": ARITHMETIC,
    "row_mismatch": ARITHMETIC,
    "perf_amount_differs": ARITHMETIC,
    "missing_ge": {"target-outlier"},
    "misspelt_county": {"recipient-spelling"},
    "missing_perf": {"performance-missing"},
}
"""What a planted mistake makes fire: no needless flag."""


def judge_set(golds: Path, rows: Rows) -> Iterator[Outcome]:
    """Every outcome; a file with a gold and no notice in the dataset is an error in the set, not a score."""
    by_stem: dict[str, Reading] = {}
    for reading in readings(rows):
        by_stem.setdefault(PurePosixPath(reading.file).stem, reading)
    for path in sorted(golds.glob("*.gold.json")):
        gold = Gold.model_validate_json(path.read_text("utf-8"))
        yield from judge(gold, by_stem[path.name.removesuffix(".gold.json")])


def judge(gold: Gold, reading: Reading) -> Iterator[Outcome]:
    """Every outcome of one file."""
    planted = frozenset(check for note in gold.anomalies for check in _RIGHTLY_FIRES[note.kind])
    reading = replace(reading, planted=planted)
    yield from judge_header(gold, reading)
    yield from judge_allocations(gold, reading)
    yield from judge_forms(gold, reading)
