"""The workbook as a spreadsheet program would open it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from notices.output import workbook as made
from notices.output.workbook import LONGEST, write_workbook
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
from schemas.dataset.tables import TABLES
from tests.notices.rows import HOSTILE

Tables = Mapping[TableName, Sequence[Row]]


def opened(tables: Tables, tmp_path: Path) -> Workbook:
    write_workbook(tables, tmp_path / "d.xlsx")
    return openpyxl.load_workbook(tmp_path / "d.xlsx")


def column(book: Workbook, sheet: str, name: str) -> list[object]:
    rows = list(book[sheet].iter_rows(values_only=True))
    return [row[rows[0].index(name)] for row in rows[1:]]


def test_a_sheet_a_table_with_its_columns_and_filter(tmp_path: Path, tables: Tables) -> None:
    book = opened(tables, tmp_path)
    assert book.sheetnames[:3] == ["notices", "money", "findings"]
    assert set(book.sheetnames) == {str(spec.name) for spec in TABLES}
    for spec in TABLES:
        sheet = book[str(spec.name)]
        assert [cell.value for cell in sheet[1]] == [c.name for c in spec.columns]
        assert (sheet.freeze_panes, bool(sheet.auto_filter.ref)) == ("A2", True)


def test_types(tmp_path: Path, tables: Tables) -> None:
    book = opened(tables, tmp_path)
    assert column(book, "money", "amount_yuan") == [-125000]
    assert column(book, "notices", "issue_date")[0] == datetime(2020, 6, 30)  # noqa: DTZ001  a day
    assert column(book, "allocations", "division_code") == ["010101", "010101"]
    assert column(book, "notices", "issuing_agencies")[0] == "甲财政局；乙局"
    assert column(book, "notices", "total_amount")[0] == pytest.approx(0.240000152587891)


def test_a_document_makes_no_formula_and_no_link(tmp_path: Path, tables: Tables) -> None:
    book = opened(tables, tmp_path)
    assert column(book, "notices", "source")[2] == "=b.txt"
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_finding_leads_to_its_row_and_colours_its_cell(tmp_path: Path, tables: Tables) -> None:
    sheet = opened(tables, tmp_path)["findings"]
    links = [cell.hyperlink.location for cell in sheet["A"][1:] if cell.hyperlink]
    assert len(links) == len(tables[TableName.FINDINGS])
    assert all(link.startswith("'") and "!A" in link for link in links)


def test_a_long_table_goes_on_in_another_sheet(
    tmp_path: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "MOST_ROWS", 1)
    book = opened(tables, tmp_path)
    assert column(book, "allocations", "row_no") == [2]
    assert column(book, "allocations 2", "row_no") == [10]


def test_a_text_longer_than_a_cell_says_that_it_is_cut(
    tmp_path: Path, tables: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "LONGEST", 2)
    assert "…" in str(column(opened(tables, tmp_path), "allocations", "recipient_printed")[0])
    assert len(HOSTILE) < LONGEST


def test_more_digits_than_a_number_holds_are_a_text() -> None:
    assert not made._is_number(Decimal("0.1234567890123456"))
    assert made._is_number(Decimal("12345678901.25"))


def test_the_same_tables_give_the_same_bytes(tmp_path: Path, tables: Tables) -> None:
    write_workbook(tables, tmp_path / "a.xlsx")
    write_workbook(tables, tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
