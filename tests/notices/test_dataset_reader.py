from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notices.dataset_reader import DatasetError, read_dataset
from notices.output.datapackage import Format
from notices.output.dataset import write_dataset
from notices.output.ordering import in_order
from notices.process import Rows
from schemas.dataset.codes import Status, TableName
from schemas.dataset.notice_rows import ClauseRow, NoticeRow
from schemas.dataset.tables import TABLES
from tests.notices.rows import NOTICE, sample


def ordered(rows: Rows) -> Rows:
    return {spec.name: tuple(in_order(spec, rows.get(spec.name, ()))) for spec in TABLES}


@pytest.mark.parametrize("form", list(Format))
def test_what_was_written_is_read(tmp_path: Path, rows: Rows, form: Format) -> None:
    write_dataset([rows], tmp_path, [form])
    assert read_dataset(tmp_path) == ordered(rows)


@pytest.mark.parametrize("form", list(Format))
def test_decimals_come_back_as_they_went(tmp_path: Path, form: Format) -> None:
    write_dataset([sample()], tmp_path, [form])
    cells = read_dataset(tmp_path)[TableName.ALLOCATIONS]
    assert [str(row.amount) for row in cells] == ["1999", "1482.5", "516", "0"]


def test_parquet_goes_before_csv(tmp_path: Path, rows: Rows) -> None:
    write_dataset([rows], tmp_path)
    (tmp_path / "notices.csv").write_text("nonsense", encoding="utf-8")
    assert read_dataset(tmp_path) == ordered(rows)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",  # guarded when written
        "-某县",
        "'某县",  # a quotation mark of the page
        "'12",
        "-12",  # a plain number isn't guarded
        '甲；乙\r\n丙,"丁"',
    ],
)
def test_the_guard_of_csv_is_undone(tmp_path: Path, text: str) -> None:
    clause = ClauseRow(notice_id=NOTICE, clause_no="1", level=1, text=text)
    write_dataset([{TableName.CLAUSES: (clause,)}], tmp_path, [Format.CSV])
    assert read_dataset(tmp_path)[TableName.CLAUSES] == (clause,)


@settings(max_examples=30, deadline=None)  # each example writes a dataset
@given(text=st.text(st.characters(codec="utf-8"), min_size=1), amount=st.decimals(-(10**9), 10**9, places=15))
def test_any_value_survives_parquet(
    tmp_path_factory: pytest.TempPathFactory, text: str, amount: Decimal
) -> None:
    folder = tmp_path_factory.mktemp("dataset")
    notice = NoticeRow(
        notice_id="n", source=text, title=text, total_amount=amount, status=Status.OK, cc=(text,)
    )
    write_dataset([{TableName.NOTICES: (notice,)}], folder, [Format.PARQUET])
    assert read_dataset(folder)[TableName.NOTICES] == (notice,)


def test_a_long_clause_is_read_from_csv(tmp_path: Path) -> None:
    clause = ClauseRow(notice_id=NOTICE, clause_no="1", level=1, text="文" * 200_000)
    write_dataset([{TableName.CLAUSES: (clause,)}], tmp_path, [Format.CSV])
    assert read_dataset(tmp_path)[TableName.CLAUSES] == (clause,)


def test_another_folder_is_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x", encoding="utf-8")
    with pytest.raises(DatasetError, match="holds no dataset; name the folder"):
        read_dataset(tmp_path)


def test_a_missing_table_is_named(tmp_path: Path, rows: Rows) -> None:
    write_dataset([rows], tmp_path, [Format.PARQUET])
    (tmp_path / "allocations.parquet").unlink()
    with pytest.raises(DatasetError, match="no table allocations"):
        read_dataset(tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("1482.5,", "many,", "allocations.csv"),  # no number
        ("recipient,", "total,", "recipient"),  # a column of another name, or a code that isn't
        ("notice_id,", "id,", "no column notice_id"),
        (",read,", ",guessed,", "column method"),
        (",1999,", ",1999,,,", "cells and columns"),
        (",1999,", ',"1999,', "allocations.csv"),  # a quotation mark left open
    ],
)
def test_a_csv_changed_by_hand_is_refused(
    tmp_path: Path, rows: Rows, before: str, after: str, said: str
) -> None:
    write_dataset([rows], tmp_path, [Format.CSV])
    path = tmp_path / "allocations.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DatasetError, match=said):
        read_dataset(tmp_path)


@pytest.mark.parametrize("form", list(Format))
@settings(max_examples=30, deadline=None)  # each example writes a dataset
@given(junk=st.binary())
def test_any_bytes_fail_with_our_error_or_are_read(
    tmp_path_factory: pytest.TempPathFactory, form: Format, junk: bytes
) -> None:
    folder = tmp_path_factory.mktemp("dataset")
    write_dataset([{}], folder, [form])
    (folder / f"clauses.{form}").write_bytes(junk)
    with pytest.raises(DatasetError, match=f"clauses.{form}"):
        read_dataset(folder)
