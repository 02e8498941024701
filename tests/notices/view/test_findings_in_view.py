"""Flags, places, printed values and money at risk: what the rows of a finding's key lead to."""

from decimal import Decimal

import pytest

from notices.process import Rows
from notices.view.allocation import Grid, grids
from notices.view.flags import flags, severest
from notices.view.lookup import printed, recipient_of
from notices.view.places import place
from notices.view.risk import at_risk, rank
from notices.view.tables import NoticeTables, by_notice
from notices.view.words import words
from schemas.dataset.codes import Method, RowKind, Severity, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow
from schemas.findings import WHOLE_NOTICE, RowKey
from tests.notices.rows import NOTICE, sample


@pytest.fixture
def tables(rows: Rows) -> NoticeTables:
    return by_notice(rows)[0]


def finding(table: TableName, key: RowKey, column: str = "", **fields: object) -> FindingRow:
    given: dict[str, object] = {
        "finding_id": "f",
        "notice_id": NOTICE,
        "check": "low-confidence",
        "severity": Severity.WARNING,
        "message": "m",
        "message_zh": "文",
        "table": table,
        "row_key": key.as_json(),
        "column": column or None,
    }
    return FindingRow.model_validate(given | fields)


A, P = TableName.ALLOCATIONS, TableName.PERFORMANCE_TABLES
F, N = TableName.PERFORMANCE_FUNDS, TableName.PERFORMANCE_INDICATORS


@pytest.mark.parametrize(
    ("table", "key", "column", "check", "yuan"),
    [
        (A, RowKey(table_no=1, row_no=2, column_no=1), "amount", "value-repaired", 14825000),  # a cell
        (A, RowKey(table_no=1, row_no=2), "recipient", "recipient-spelling", 14825000),  # a row
        (A, RowKey(table_no=1, row_no=1), "amount", "allocation-total", 19990000),  # the total's row
        (A, RowKey(table_no=1), "unit", "unit-conflict", 19985000),  # a table: its recipients, no total
        (A, RowKey(table_no=2), "unit", "unit-conflict", 0),  # no such table
        (TableName.MONEY, RowKey(table_no=1, row_no=3), "", "year-on-year", 5160000),
        (A, RowKey(table_no=1, recipient="丙县"), "", "recipient-missing", 0),  # gets nothing
        (P, RowKey(recipient="东山县"), "", "performance-missing", 14825000),  # its allocation
        (P, RowKey(table_no=2), "amount", "performance-amount", 5160000),
        (F, RowKey(table_no=2, fund_no=1), "amount", "performance-funds", 0),  # no amount in 元 there
        (N, RowKey(table_no=2, row_no=3), "target", "target-outlier", 0),  # a target isn't money
        (TableName.NOTICES, WHOLE_NOTICE, "total_amount", "allocation-text-amount", 19990000),
        (TableName.NOTICES, WHOLE_NOTICE, "", "duplicate-notice", 19990000),
        (TableName.NOTICES, WHOLE_NOTICE, "title", "field-missing", 0),
        (TableName.CLAUSES, RowKey(clause_no="1"), "text", "text-suspect", 0),
    ],
)
def test_money_at_risk(
    tables: NoticeTables, table: TableName, key: RowKey, column: str, check: str, yuan: int
) -> None:
    assert at_risk(finding(table, key, column, check=check), tables) == yuan


@pytest.mark.parametrize(
    ("severity", "weighed"),
    [(Severity.ERROR, "5160000"), (Severity.WARNING, "2580000"), (Severity.INFO, "516000")],
)
def test_rank_weighs_by_severity(tables: NoticeTables, severity: Severity, weighed: str) -> None:
    key = RowKey(table_no=1, row_no=3)
    assert rank(finding(A, key, severity=severity), tables).weighed == Decimal(weighed)


@pytest.mark.parametrize(
    ("table", "key", "column", "shown", "whose"),
    [
        (A, RowKey(table_no=1, row_no=3, column_no=1), "amount", "5l6", "西河自治县"),
        (A, RowKey(table_no=1, row_no=3), "division_code", "西河县", "西河自治县"),
        (A, RowKey(table_no=1, row_no=1), "amount", "1999", "甲州"),  # a total has only its printed name
        (A, RowKey(table_no=1), "amount", None, None),  # a whole table is nobody's
        (P, RowKey(table_no=2), "recipient", "西河县", "西河自治县"),
        (N, RowKey(table_no=2, row_no=3), "operator", "90%", "西河自治县"),
        (F, RowKey(table_no=1, fund_no=1), "source", "其中:中央补助", "东山县"),
        (P, RowKey(recipient="东山县"), "", None, "东山县"),
        (TableName.NOTICES, WHOLE_NOTICE, "title", None, None),  # has no printed form of its own
        (TableName.CLAUSES, RowKey(clause_no="9"), "text", None, None),  # isn't there
    ],
)
def test_what_is_printed_there_and_whose_it_is(
    tables: NoticeTables, table: TableName, key: RowKey, column: str, shown: str | None, whose: str | None
) -> None:
    one = finding(table, key, column)
    assert printed(one, tables) == shown
    assert recipient_of(one, tables) == whose


def test_a_place_in_words(tables: NoticeTables) -> None:
    key = RowKey(table_no=2, row_no=3)
    one = finding(N, key, "target", page=4, line=120, file_no=2)
    words_zh = "绩效指标 第2表 第3行 西河自治县 按时发放率 列“指标值” 第2个文件 第4页 原文第120行"
    assert place(one, tables, words("zh")) == tuple(words_zh.split())


def grid_with(*findings: FindingRow) -> Grid:
    tables = by_notice({**sample(), TableName.FINDINGS: findings})[0]
    return grids(tables, flags(tables.findings))[0]


def test_the_grid_is_the_table_again() -> None:
    grid = grid_with()
    assert [(row.kind, row.printed, row.name, row.code) for row in grid.rows[:3]] == [
        (RowKind.TOTAL, "甲州", None, None),
        (RowKind.RECIPIENT, "东山县", "东山县", "010101"),
        (RowKind.RECIPIENT, "西河县", "西河自治县", "010102"),
    ]
    cells = [row.cells[0] for row in grid.rows]
    assert [cell.text for cell in cells if cell] == ["1,999", "1,482.5", "516", "0"]
    assert [(cell.printed, cell.method) for cell in cells if cell][2] == ("5l6", Method.REPAIRED)


@pytest.mark.parametrize(
    ("key", "column", "name", "cell", "whole"),
    [
        (RowKey(table_no=1, row_no=3, column_no=1), "amount", False, True, False),
        (RowKey(table_no=1, row_no=3), "amount", False, True, False),  # a row's figures
        (RowKey(table_no=1, row_no=3), "recipient", True, False, False),
        (RowKey(table_no=1, row_no=3), "serial", False, False, False),  # neither name nor figure
        (RowKey(table_no=1), "", False, False, True),
        (RowKey(table_no=1, recipient="丙县"), "", False, False, True),  # a row that isn't there
        (RowKey(table_no=1, row_no=3, column_no=2), "amount", False, False, False),  # another column
        (RowKey(table_no=2, row_no=3), "amount", False, False, False),  # another table
    ],
)
def test_a_finding_colours_what_it_points_at(
    key: RowKey, column: str, name: bool, cell: bool, whole: bool
) -> None:
    grid = grid_with(finding(A, key, column))
    third = grid.rows[2]
    assert third.cells[0] is not None
    assert (bool(third.findings), bool(third.cells[0].findings), bool(grid.findings)) == (name, cell, whole)
    others = (row for row in grid.rows if row is not third)
    assert not any(row.findings or (row.cells[0] and row.cells[0].findings) for row in others)


def test_the_severest_counts() -> None:
    key = RowKey(table_no=1, row_no=3)
    given = [finding(A, key, severity=one) for one in (Severity.INFO, Severity.ERROR, Severity.WARNING)]
    assert severest(given) is Severity.ERROR
    assert severest(()) is None


def test_rows_go_to_their_notice_in_order(rows: Rows) -> None:
    second = NoticeRow.model_validate({**dict(rows[TableName.NOTICES][0]), "notice_id": f"{NOTICE}-2"})
    shuffled = {name: tuple(reversed(some)) for name, some in rows.items()}
    first, other = by_notice({**shuffled, TableName.NOTICES: (second, *rows[TableName.NOTICES])})
    assert [row.row_no for row in first.allocations] == [1, 2, 3, 4]
    assert len(first.findings) == 6
    assert other == NoticeTables(notice=second)
