from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest

from notices.rows.findings import finding_rows
from schemas.dataset.codes import (
    Action,
    ColumnRole,
    FundsSource,
    Measure,
    Method,
    RecipientKind,
    RowKind,
    SourceRole,
    Status,
    TableName,
    Unit,
)
from schemas.dataset.columns import Row
from schemas.dataset.money_rows import AllocationRow, MoneyRow
from schemas.dataset.notice_rows import ClauseRow, NoticeRow, SourceRow
from schemas.dataset.performance_rows import PerformanceFundRow, PerformanceTableRow
from schemas.findings import RowKey, make_finding

NOTICE = "00ff" * 4


@pytest.fixture
def tables() -> Mapping[TableName, Sequence[Row]]:
    """A small dataset with each column type, blanks, and rows out of order; most tables are empty."""
    finding = make_finding(
        "recipient-missing", table=TableName.ALLOCATIONS, key=RowKey(table_no=1, recipient="丙县")
    )
    return {
        TableName.NOTICES: [
            NoticeRow(
                notice_id=NOTICE,
                source="a/通知.txt",
                action=Action.ADVANCE,
                fiscal_year=2020,
                issuing_agencies=("甲财政局", "乙局"),
                issue_date=date(2020, 6, 30),
                unit=Unit.WAN,
                total_amount=Decimal("0.240000152587891"),
                status=Status.REVIEW,
            ),
            NoticeRow(notice_id=f"{NOTICE}-10", source="=b.txt", status=Status.FAILED),
            NoticeRow(notice_id=f"{NOTICE}-2", source="c.txt", status=Status.OK),
        ],
        TableName.SOURCES: [SourceRow(notice_id=NOTICE, file_no=1, path="a", role=SourceRole.MAIN)],
        TableName.CLAUSES: [clause("1.10"), clause("1.2"), clause("0")],
        TableName.ALLOCATIONS: [allocation(10, "250"), allocation(2, "-12.50")],
        TableName.MONEY: [
            MoneyRow(
                notice_id=NOTICE,
                table_no=1,
                row_no=2,
                amount_yuan=Decimal("-125000.00"),
                verified=True,
                flagged=False,
            )
        ],
        TableName.PERFORMANCE_TABLES: [PerformanceTableRow(notice_id=NOTICE, table_no=1, method=Method.READ)],
        TableName.PERFORMANCE_FUNDS: [
            PerformanceFundRow(
                notice_id=NOTICE, table_no=1, fund_no=1, source=FundsSource.CENTRAL, method=Method.READ
            )
        ],
        TableName.FINDINGS: finding_rows(NOTICE, [finding]),
    }


def clause(number: str) -> ClauseRow:
    return ClauseRow(notice_id=NOTICE, clause_no=number, level=1, label="一、", text='说"明",\n另起一行')


def allocation(row: int, amount: str) -> AllocationRow:
    return AllocationRow(
        notice_id=NOTICE,
        table_no=1,
        row_no=row,
        column_no=1,
        recipient_printed="@某县",
        recipient="某县",
        recipient_kind=RecipientKind.COUNTY,
        division_code="010101",
        match_score=100,
        column_role=ColumnRole.MAIN,
        measure=Measure.AMOUNT,
        row_kind=RowKind.RECIPIENT,
        amount_printed=amount,
        amount=Decimal(amount),
        unit=Unit.WAN,
        amount_yuan=Decimal(amount) * 10000,
        method=Method.READ,
        page=1,
        x0=0.25,
    )
