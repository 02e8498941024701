"""The scorer: what is right, what a finding points at, what is silently wrong, and what is none of these."""

import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from benchmarks.scans import measure
from benchmarks.scans.make import MadeSet
from benchmarks.scans.score.judge import judge
from benchmarks.scans.score.outcome import FIGURES, Outcome
from benchmarks.scans.score.plain import number, plain
from benchmarks.scans.score.reading import readings
from benchmarks.scans.score.tally import table, upper_bound
from benchmarks.synthetic.__main__ import make_draft, make_text
from benchmarks.synthetic.gold import Gold, gold
from notices.process import Rows, process
from schemas.dataset.codes import Severity, TableName
from schemas.dataset.finding_rows import FindingRow

_SEED = 20
_ALLOCATIONS, _INDICATORS = TableName.ALLOCATIONS, TableName.PERFORMANCE_INDICATORS


@cache
def _read() -> tuple[Gold, Rows]:
    """The first notice of a seed whose text is read without a fault, with target tables."""
    for n in range(1, 60):
        draft = make_draft(_SEED, n, share=0)
        if draft.tables and len(draft.facts.columns) == 1:
            text = make_text(draft, _SEED, n).encode()
            rows = process(text, path="a.txt", media_type="text/plain").rows
            if all(one.verdict == "right" for one in _judged(gold(draft), rows)):
                return gold(draft), rows
    raise AssertionError


def _judged(wanted: Gold, rows: Rows) -> list[Outcome]:
    (reading,) = readings(rows)
    return list(judge(wanted, reading))


def _changed(rows: Rows, name: TableName, place: int, **values: object) -> Rows:
    some = list(rows[name])
    some[place] = some[place].model_copy(update=values)
    return {**rows, name: tuple(some)}


def _without(rows: Rows, name: TableName, place: int) -> Rows:
    return {**rows, name: (*rows[name][:place], *rows[name][place + 1 :])}


def _flagged(rows: Rows, name: TableName, place: int) -> Rows:
    """With a warning on that row, its words of no matter."""
    row = rows[name][place]
    text = json.dumps({name: vars(row)[name] for name in ("row_no", "table_no")})
    finding = FindingRow(
        finding_id="0", notice_id=vars(row)["notice_id"], check="low-confidence", severity=Severity.WARNING,
        message="", message_zh="", table=name, row_key=text,
    )  # fmt: skip
    return {**rows, TableName.FINDINGS: (*rows[TableName.FINDINGS], finding)}


def _verdicts(rows: Rows) -> Counter[tuple[str, str]]:
    return Counter((one.kind, one.verdict) for one in _judged(_read()[0], rows) if one.verdict != "right")


def test_a_right_reading_is_right() -> None:
    assert _verdicts(_read()[1]) == {}


@pytest.mark.parametrize(
    ("name", "values", "kind"),
    [
        (_ALLOCATIONS, {"amount": Decimal("0.5")}, "amount"),
        (_ALLOCATIONS, {"amount": None, "amount_printed": None}, "amount"),
        (_ALLOCATIONS, {"amount_yuan": Decimal("7.00")}, "amount"),  # the right number in a wrong unit
        (_ALLOCATIONS, {"division_code": "999999"}, "recipient"),  # or it has none
        (_INDICATORS, {"target": "≥1.5%"}, "target"),
    ],
)
def test_a_wrong_value_is_silent_without_a_flag_and_flagged_with_one(
    name: TableName, values: dict[str, object], kind: str
) -> None:
    place = next(
        i for i, r in enumerate(_read()[1][name]) if getattr(r, "row_kind", "recipient") == "recipient"
    )
    wrong = _changed(_read()[1], name, place, **values)
    assert _verdicts(wrong) == {(kind, "silent"): 1}
    assert _verdicts(_flagged(wrong, name, place)) == {(kind, "flagged"): 1}
    assert _verdicts(_flagged(wrong, name, place + 1)) == {(kind, "silent"): 1}  # a flag on the next row


def test_a_flag_on_a_right_row_is_needless() -> None:
    flagged = _flagged(_read()[1], _INDICATORS, 0)
    assert [o.kind for o in _judged(_read()[0], flagged) if o.needless] == ["target"]


def test_a_lost_row_and_an_invented_one() -> None:
    rows = _read()[1]
    assert _verdicts(_without(rows, _ALLOCATIONS, 1)) == {("amount", "silent"): 1, ("recipient", "silent"): 1}
    again = rows[_ALLOCATIONS][-1].model_copy(update={"row_no": 99, "recipient_printed": "某处"})
    more = {**rows, _ALLOCATIONS: (*rows[_ALLOCATIONS], again)}
    assert _verdicts(more) == {("extra", "silent"): 1}


def test_a_figure_in_a_column_of_its_own_is_extra() -> None:
    rows = _read()[1]
    beside = rows[_ALLOCATIONS][1].model_copy(update={"column_no": 9, "column_printed": "丨"})
    more = {**rows, _ALLOCATIONS: (*rows[_ALLOCATIONS][:2], beside, *rows[_ALLOCATIONS][2:])}
    assert _verdicts(more)["extra", "silent"] == 1


@pytest.mark.parametrize(
    ("silent", "figures", "bound"),
    [
        (0, 59, 0.0495),  # 1 - 0.05 ** (1 / 59)
        (0, 0, 1.0),
        (5, 5, 1.0),
        (3, 1000, 0.0077),
    ],
)
def test_the_exact_bound(silent: int, figures: int, bound: float) -> None:
    assert upper_bound(silent, figures) == pytest.approx(bound, abs=0.0001)


def test_the_table_has_a_line_a_profile_and_one_for_all() -> None:
    def outcome(file: str, verdict: str) -> Outcome:
        return Outcome.model_validate(
            {"file": file, "kind": "amount", "what": "甲", "gold": "1", "read": "1", "verdict": verdict}
        )

    assert "amount" in FIGURES
    outcomes = [outcome("a", "right"), outcome("a", "silent"), outcome("b", "flagged")]
    lines = [line.split(" | ") for line in table(outcomes, lambda file: file)]
    assert [(line[0], line[1]) for line in lines[2:]] == [("| a", "1/2"), ("| b", "0/1"), ("| all", "1/3")]
    assert [line[7:9] for line in lines[2:]] == [["0", "1"], ["1", "0"], ["1", "1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [("〔2020〕 5号", "[2020]5号"), ("≧95％", "≥95%"), ("甲县。", "甲县")],
)
def test_writings_of_the_same(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(("text", "value"), [("1,234.50", Decimal("1234.50")), ("甲", None), (None, None)])
def test_number(text: str | None, value: Decimal | None) -> None:
    assert number(text) == value


def test_the_errors_of_the_held_out_part_are_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "set.json").write_text(MadeSet(part="held-out", seed=1, files=()).model_dump_json(), "utf-8")
    monkeypatch.setattr("sys.argv", ["measure", str(tmp_path), "--silent"])
    with pytest.raises(SystemExit, match="held-out"):
        measure.main()
