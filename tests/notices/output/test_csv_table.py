import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notices.output.csv_table import CsvTable, guarded
from schemas.dataset.codes import FundsSource, Method, Status, TableName
from schemas.dataset.columns import Row
from schemas.dataset.notice_rows import ClauseRow, NoticeRow
from schemas.dataset.performance_rows import PerformanceFundRow
from schemas.dataset.tables import TableSpec, table


def write_csv(spec: TableSpec, rows: Sequence[Row], path: Path) -> None:
    """The whole table at once."""
    file = CsvTable(spec, path)
    file.write(rows)
    file.close()


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),  # a formula
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-某县", "'-某县"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("-12.5", "-12.5"),  # a plain number
        ("+3", "+3"),
        ("-1,234.50", "-1,234.50"),  # with thousands commas
        ("-1,23", "'-1,23"),  # no number
        ("-1\n", "'-1\n"),
        ("-１", "'-１"),  # full-width digits are text to a spreadsheet
        ("≥95%", "≥95%"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_guarded(text: str, written: str) -> None:
    assert guarded(text) == written


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@settings(deadline=None)  # each example writes a file
@given(text=st.text())
def test_any_text_survives_but_for_the_guard(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("csv") / "clauses.csv"
    row = ClauseRow(notice_id="n", clause_no="1", level=1, text=text)
    write_csv(table(TableName.CLAUSES), [row], path)
    (cells,) = read(path)
    assert cells["text"] == guarded(text)
    assert cells["text"].removeprefix("'") == text.removeprefix("'")


@settings(deadline=None)  # each example writes a file
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**22), max_value=10**22, places=15))
def test_any_decimal_survives(tmp_path_factory: pytest.TempPathFactory, amount: Decimal) -> None:
    path = tmp_path_factory.mktemp("csv") / "funds.csv"
    row = PerformanceFundRow(
        notice_id="n", table_no=1, fund_no=1, source=FundsSource.LOCAL, amount=amount, method=Method.READ
    )
    write_csv(table(TableName.PERFORMANCE_FUNDS), [row], path)
    assert Decimal(read(path)[0]["amount"]) == amount


def test_bytes_are_those_of_the_conventions(tmp_path: Path) -> None:
    path = tmp_path / "notices.csv"
    row = NoticeRow(
        notice_id="n",
        source='a "b", c',
        issuing_agencies=("=甲", "乙"),
        issue_date=date(2020, 1, 2),
        total_amount_yuan=Decimal("2500000.10"),
        status=Status.OK,
    )
    write_csv(table(TableName.NOTICES), [row], path)
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfnotice_id,source,")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 2
    assert b',"a ""b"", c",' in raw
    assert ",'=甲；乙,".encode() in raw
    assert b",2020-01-02," in raw
    assert b",2500000.1," in raw


def test_a_stray_byte_in_a_file_name_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "notices.csv"
    write_csv(table(TableName.NOTICES), [NoticeRow(notice_id="n", source="a\udcff", status=Status.OK)], path)
    assert read(path)[0]["source"] == "a\\udcff"
