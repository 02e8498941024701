"""A finding stands where its key says: the cell, else the row, else the table."""

import pytest

from normalize.checks.places import located
from schemas.dataset.codes import TableName
from schemas.document import Piece, Place
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Notice
from schemas.printed import PrintedAttachment
from tests.normalize.build import Row, allocation, attachment, citation, clause, notice, performance


def at(line: int) -> Place:
    return Place(line=line)


def finding(table: TableName, **key: object) -> Finding:
    return make_finding(
        "low-confidence", table=table, key=RowKey.model_validate(key), column="a", actual="b", detail="c"
    )


@pytest.fixture(scope="module")
def placed() -> Notice:
    """Every part on a line of its own."""
    table = allocation([Row("东营区", "30"), Row("河口区", None)])
    first, second = table.rows
    cell = first.cells[0]
    assert cell is not None
    first = first.model_copy(update={"place": at(11), "cells": (cell.model_copy(update={"place": at(12)}),)})
    second = second.model_copy(update={"place": at(13)})
    table = table.model_copy(update={"place": at(10), "rows": (first, second)})
    sheet = performance("东营区")
    row = sheet.indicators[0].model_copy(update={"place": at(22)})
    part = sheet.funds[0].model_copy(
        update={"amount": sheet.funds[0].amount.model_copy(update={"place": at(21)})}
    )
    sheet = sheet.model_copy(update={"place": at(20), "indicators": (row,), "funds": (part,)})
    listed = PrintedAttachment(number=1, title=Piece(text="分配表", place=at(3)))
    return notice(
        table,
        tables=[sheet],
        clauses=(clause("一、").model_copy(update={"place": at(1)}),),
        citations=(citation("鲁财社〔2021〕9号").model_copy(update={"place": at(2)}),),
        attachments=(attachment("分配表").model_copy(update={"listed": listed}),),
    )


@pytest.mark.parametrize(
    ("table", "key", "line"),
    [
        (TableName.CLAUSES, {"clause_no": "1"}, 1),
        (TableName.CITATIONS, {"citation_no": 1}, 2),
        (TableName.ATTACHMENTS, {"attachment_no": 1}, 3),
        (TableName.ALLOCATIONS, {"table_no": 1}, 10),
        (TableName.ALLOCATIONS, {"table_no": 1, "row_no": 1}, 11),
        (TableName.ALLOCATIONS, {"table_no": 1, "row_no": 1, "column_no": 1}, 12),
        # the cell is blank: its row
        (TableName.ALLOCATIONS, {"table_no": 1, "row_no": 2, "column_no": 1}, 13),
        # a county that isn't there: the table where it is missed
        (TableName.ALLOCATIONS, {"table_no": 1, "recipient": "利津县"}, 10),
        (TableName.PERFORMANCE_TABLES, {"table_no": 1}, 20),
        (TableName.PERFORMANCE_FUNDS, {"table_no": 1, "fund_no": 1}, 21),
        (TableName.PERFORMANCE_INDICATORS, {"table_no": 1, "row_no": 1}, 22),
        # nothing of the page: the notice as a whole, tables that aren't there
        (TableName.NOTICES, {}, None),
        (TableName.ALLOCATIONS, {"table_no": 2}, None),
        (TableName.PERFORMANCE_TABLES, {"recipient": "利津县"}, None),
    ],
)
def test_place(placed: Notice, table: TableName, key: dict[str, object], line: int | None) -> None:
    place = located(finding(table, **key), placed).place
    assert (place.line if place else None) == line


def test_a_place_that_a_check_gave_stays(placed: Notice) -> None:
    given = finding(TableName.ALLOCATIONS, table_no=1).model_copy(update={"place": at(99)})
    assert located(given, placed).place == at(99)
