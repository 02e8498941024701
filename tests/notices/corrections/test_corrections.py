"""Decisions of a person, applied to notices that the program reads itself."""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from notices.corrections import CorrectionsError, read_corrections
from notices.corrections.read import COLUMNS
from notices.process import Rows, process
from schemas.dataset.codes import TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.money_rows import AllocationRow, MoneyRow
from schemas.dataset.notice_rows import NoticeRow
from schemas.dataset.performance_rows import PerformanceIndicatorRow, PerformanceTableRow
from tests.normalize.texts import SHARES, allocation_text, notice_text
from tests.notices.commands import command

PLACE = "通江县"
DAMAGED = {**SHARES, PLACE: "2O"}
ROW = list(DAMAGED).index(PLACE) + 2  # the total stands first
TEXT = notice_text(allocation=allocation_text(DAMAGED))


def line(table: str, key: str, column: str, after: str, **more: str) -> dict[str, str]:
    cells = {
        "table": table,
        "row_key": key,
        "column": column,
        "after": after,
        "who": "王",
        "when": "2026-11-27",
    }
    return {**dict.fromkeys(COLUMNS, ""), **cells, "why": "原页如此", **more}


def written(path: Path, *lines: Mapping[str, str]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(lines)
    return path


def read(tmp_path: Path, *lines: dict[str, str], text: str = TEXT) -> Rows:
    """The notice's rows with the corrections, which all are its own."""
    data = text.encode()
    plain = process(data, path="a.txt", media_type="text/plain").rows
    (notice,) = [row for row in plain[TableName.NOTICES] if isinstance(row, NoticeRow)]
    own = [{**one, "notice_id": notice.notice_id} for one in lines]
    corrections = read_corrections(written(tmp_path / "c.csv", *own))
    return process(data, path="a.txt", media_type="text/plain", corrections=corrections).rows


def findings(rows: Rows, check: str) -> list[FindingRow]:
    return [r for r in rows[TableName.FINDINGS] if isinstance(r, FindingRow) and r.check == check]


AMOUNT = f'{{"table_no": 1, "row_no": {ROW}, "column_no": 1}}'


def test_a_figure_is_in_the_dataset_and_the_sums_close(tmp_path: Path) -> None:
    right = SHARES[PLACE]
    assert findings(read(tmp_path), "unreadable")
    rows = read(tmp_path, line("allocations", AMOUNT, "amount", right, printed="2O"))
    (cell,) = [r for r in rows[TableName.ALLOCATIONS] if isinstance(r, AllocationRow) and r.row_no == ROW]
    assert (str(cell.amount), cell.amount_printed, cell.method) == (right, "2O", "corrected")
    assert not findings(rows, "unreadable")
    assert not findings(rows, "allocation-total")
    (said,) = findings(rows, "value-corrected")
    assert (said.expected, "王, 2026-11-27, 原页如此" in said.message_zh) == (right, True)
    assert all(r.verified for r in rows[TableName.MONEY] if isinstance(r, MoneyRow))


@pytest.mark.parametrize(
    ("one", "actual"),
    [
        # the page prints something else by now
        (line("allocations", AMOUNT, "amount", "30", printed="38"), "2O"),
        # the row is gone
        (line("allocations", '{"table_no": 1, "row_no": 99, "column_no": 1}', "amount", "30"), "—"),
        # no figure
        (line("allocations", AMOUNT, "amount", "三十多"), "—"),
        # nobody may correct this
        (line("allocations", AMOUNT, "serial", "7"), "—"),
    ],
)
def test_a_stale_one_is_told_and_not_applied(tmp_path: Path, one: dict[str, str], actual: str) -> None:
    rows = read(tmp_path, one)
    (said,) = findings(rows, "correction-stale")
    assert said.actual == actual
    assert findings(rows, "unreadable")


def test_names_targets_and_the_header(tmp_path: Path) -> None:
    rows = read(
        tmp_path,
        line("allocations", f'{{"table_no": 1, "row_no": {ROW}}}', "recipient", "511902"),
        line("performance_tables", '{"table_no": 1}', "recipient", "某某医院"),
        line("performance_tables", '{"table_no": 1}', "amount", "31"),
        line("performance_indicators", '{"table_no": 1, "row_no": 1}', "target", "≥80%"),
        line("notices", "{}", "issue_date", "2021-03-16", printed="2021-03-15"),
        line("notices", "{}", "doc_number", "巴财社〔2021〕26号"),
    )
    assert not findings(rows, "correction-stale")
    (notice,) = [r for r in rows[TableName.NOTICES] if isinstance(r, NoticeRow)]
    assert (notice.issue_date, notice.doc_number) == (date(2021, 3, 16), "巴财社〔2021〕26号")
    names = [r.division_code for r in rows[TableName.ALLOCATIONS] if isinstance(r, AllocationRow)]
    assert names[ROW - 1] == "511902"
    tables = [r for r in rows[TableName.PERFORMANCE_TABLES] if isinstance(r, PerformanceTableRow)]
    assert (tables[0].recipient, str(tables[0].amount), tables[0].method) == ("某某医院", "31", "corrected")
    targets = [r for r in rows[TableName.PERFORMANCE_INDICATORS] if isinstance(r, PerformanceIndicatorRow)]
    assert targets[0].target == "≥80%"


def test_an_accepted_finding_is_worth_knowing_only(tmp_path: Path) -> None:
    (loud,) = findings(read(tmp_path), "unreadable")
    key = f'{{"finding_id": "{loud.finding_id}"}}'
    rows = read(tmp_path, line("findings", key, "", ""))
    (quiet,) = findings(rows, "unreadable")
    assert (quiet.finding_id, quiet.severity) == (loud.finding_id, "info")
    assert "已接受：王, 2026-11-27, 原页如此" in quiet.message_zh


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("notice_id,table\n", "has no column row_key"),
        (",".join(COLUMNS) + "\na,no_table,{},amount,,,1,,,\n", "line 2 is no correction"),
        (",".join(COLUMNS) + "\na,allocations,{},amount,,,1,,gestern,\n", "line 2 is no correction"),
        (",".join(COLUMNS) + '\na,allocations,"[1]",amount,,,1,,,\n', "line 2 is no correction"),
    ],
)
def test_a_file_that_cannot_be_read_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "c.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionsError, match=said):
        read_corrections(path)


def test_the_command_finds_them_in_the_output_folder_and_leaves_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT, encoding="utf-8")
    output = tmp_path / "out"
    output.mkdir()
    path = written(
        output / "corrections.csv", {**line("notices", "{}", "title", "某通知"), "notice_id": "f" * 16}
    )
    before = path.read_bytes()
    done = command(capfd)("run", tmp_path / "in", "-o", output)
    assert f"corrections for notices that aren't here: {'f' * 16}" in done.err
    assert path.read_bytes() == before
