import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from schemas.dataset.codes import FundsSource, Method, TableName
from schemas.dataset.columns import ColumnType, columns_of
from schemas.dataset.notice_rows import ClauseRow, NoticeRow, SourceRow
from schemas.dataset.performance_rows import PerformanceFundRow
from schemas.dataset.tables import TABLES, table

CONTRACT = tomllib.loads((Path(__file__).parent / "contract.toml").read_text(encoding="utf-8"))
PROVENANCE = ["file_no", "page", "x0", "y0", "x1", "y1", "line", "confidence"]


def test_tables_stand_in_the_order_of_the_contract() -> None:
    assert [spec.name for spec in TABLES] == list(CONTRACT) == list(TableName)


@pytest.mark.parametrize("name", TableName)
def test_columns_and_key_are_those_of_the_contract(name: TableName) -> None:
    expected = CONTRACT[name]
    columns = [column.name for column in table(name).columns]
    assert columns == expected["columns"] + (PROVENANCE if expected["provenance"] else [])
    assert list(table(name).key) == expected["key"]


@pytest.mark.parametrize("name", TableName)
def test_key_columns_are_never_null(name: TableName) -> None:
    by_name = {column.name: column for column in table(name).columns}
    assert all(by_name[part].required for part in table(name).key)


@pytest.mark.parametrize("name", TableName)
def test_every_column_has_its_words(name: TableName) -> None:
    for column in table(name).columns:
        words = column.words
        assert words.label_zh, column.name
        assert words.description, column.name
        assert words.description_zh, column.name
        assert all(code.label_zh for code in column.allowed)


def test_a_column_takes_its_type_from_the_annotation() -> None:
    types = {column.name: column.type for column in columns_of(NoticeRow)}
    assert types["notice_id"] is ColumnType.TEXT
    assert types["status"] is ColumnType.CODE
    assert types["issuing_agencies"] is ColumnType.LIST
    assert types["issue_date"] is ColumnType.DATE
    assert types["total_amount"] is ColumnType.AMOUNT
    assert types["total_amount_yuan"] is ColumnType.YUAN
    assert types["confidence"] is ColumnType.NUMBER
    assert types["error_count"] is ColumnType.INTEGER


FUND = {"notice_id": "n", "table_no": 1, "fund_no": 1, "source": FundsSource.CENTRAL, "method": Method.READ}


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": 25.0},  # money through a float
        {"amount": Decimal("1e-16")},  # a digit that Parquet would lose
        {"amount": Decimal("1e23")},  # too large for Parquet
        {"amount": Decimal("NaN")},
        {"amount_yuan": Decimal("0.001")},  # below a 分
        {"amount": "25"},  # not yet a number
        {"source": "centre"},  # no such code
        {"source": "central"},  # a code as bare text
        {"table_no": 0},  # counts from one
        {"page": 0},
        {"x0": 1.01},  # off the page
        {"confidence": -0.1},
        {"recipient": "x"},  # no column of this table
    ],
)
def test_a_row_refuses_what_its_table_cannot_hold(wrong: dict[str, object]) -> None:
    PerformanceFundRow(**FUND)
    with pytest.raises(ValidationError):
        PerformanceFundRow(**{**FUND, **wrong})


def test_a_row_cannot_be_changed() -> None:
    row = PerformanceFundRow(**FUND)
    with pytest.raises(ValidationError):
        row.amount = Decimal(1)


def test_own_columns_come_before_where_the_row_was_read() -> None:
    assert [column.name for column in columns_of(ClauseRow)][-8:] == PROVENANCE
    assert [column.name for column in columns_of(SourceRow)][1] == "file_no"
