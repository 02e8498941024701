"""Rows of a plausible notice to two counties, as the stages before would make them, with hostile texts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from notices.process import Rows
from notices.rows.findings import finding_rows
from schemas.dataset.codes import (
    Action,
    BudgetCodeKind,
    ColumnRole,
    FundLevel,
    FundsSource,
    MatchMethod,
    Measure,
    Method,
    Operator,
    RecipientKind,
    RowKind,
    Severity,
    SourceRole,
    Status,
    TableName,
    TargetKind,
    TextOrigin,
    Unit,
)
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.money_rows import AllocationRow, MoneyRow
from schemas.dataset.notice_rows import (
    AttachmentRow,
    BudgetCodeRow,
    CitationRow,
    ClauseRow,
    NoticeRow,
    SourceRow,
)
from schemas.dataset.performance_rows import (
    PerformanceFundRow,
    PerformanceGoalRow,
    PerformanceIndicatorRow,
    PerformanceTableRow,
)
from schemas.document import Place
from schemas.findings import Finding, RowKey, make_finding

NOTICE = "00ff" * 4
HOSTILE = (
    "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">[red]\x1b[31m\u202e"
)
COUNTIES = (("东山县", "010101"), ("西河自治县", "010102"))
INDICATORS = (
    ("产出指标", "数量指标", "救助人数", "应保尽保"),
    ("产出指标", "数量指标", "纳入监测范围率", "≥85%"),
    ("产出指标", "时效指标", "按时发放率", "≥90%"),
    ("满意度指标", "服务对象满意度指标", "满意度", "≥85%"),
)


def sample(notice_id: str = NOTICE, hostile: str = HOSTILE) -> Rows:
    """A notice of 520 万元: a total that doesn't close, a repaired amount, an outlier, a missing table."""
    return {
        TableName.NOTICES: (notice(notice_id, hostile),),
        TableName.SOURCES: (
            SourceRow(notice_id=notice_id, file_no=1, path="甲/通知.txt", role=SourceRole.MAIN),
            SourceRow(notice_id=notice_id, file_no=2, path="乙/通知.txt", role=SourceRole.DUPLICATE),
        ),
        TableName.CLAUSES: clauses(notice_id, hostile),
        TableName.CITATIONS: (
            CitationRow(notice_id=notice_id, citation_no=1, doc_number="甲财社〔2020〕93号", title=hostile),
        ),
        TableName.BUDGET_CODES: (
            BudgetCodeRow(
                notice_id=notice_id,
                code_no=1,
                kind=BudgetCodeKind.EXPENDITURE,
                code="2080299",
                name="其他支出",
            ),
        ),
        TableName.ATTACHMENTS: (
            AttachmentRow(notice_id=notice_id, attachment_no=1, title="分配表", present=True),
            AttachmentRow(notice_id=notice_id, attachment_no=2, title="绩效目标表", present=False),
        ),
        TableName.ALLOCATIONS: allocations(notice_id, hostile),
        TableName.MONEY: money(notice_id),
        **performance(notice_id, hostile),
        TableName.FINDINGS: findings(notice_id, hostile),
    }


def notice(notice_id: str, hostile: str = "") -> NoticeRow:
    return NoticeRow(
        notice_id=notice_id,
        source=f"甲/{hostile}通知.txt",
        media_type="text/plain",
        text_origin=TextOrigin.PLAIN_TEXT,
        doc_number="甲州财社〔2020〕50号",
        title=f"关于拨付2020年困难群众救助补助资金（第二批）的通知{hostile}",
        action=Action.DISBURSE,
        fund_name="困难群众救助补助资金",
        fund_level=FundLevel.CENTRAL,
        fiscal_year=2020,
        batch="第二批",
        issuing_agencies=("甲州财政局", "甲州民政局"),
        addressees=("各县市财政局",),
        cc=("州审计局",),
        issue_date=date(2020, 6, 30),
        jurisdiction_code="010100",
        jurisdiction_name="甲州",
        unit=Unit.WAN,
        total_amount=Decimal(1999),
        total_amount_yuan=Decimal(19990000),
        total_method=Method.READ,
        error_count=1,
        warning_count=3,
        status=Status.REVIEW,
    )


def clauses(notice_id: str, hostile: str) -> tuple[ClauseRow, ...]:
    return (
        ClauseRow(notice_id=notice_id, clause_no="0", level=0, text="根据上级文件精神，" + hostile),
        ClauseRow(notice_id=notice_id, clause_no="1", level=1, label="一、", text="资金用于救助。" * 20),
    )


def allocations(notice_id: str, hostile: str) -> tuple[AllocationRow, ...]:
    def cell(row: int, printed: str, amount: str, **fields: object) -> AllocationRow:
        given: dict[str, object] = {
            "notice_id": notice_id,
            "table_no": 1,
            "row_no": row,
            "column_no": 1,
            "table_title": "资金（第二批）分配表",
            "recipient_printed": printed,
            "column_printed": "本次下达 / 特殊转移支付",
            "column_role": ColumnRole.MAIN,
            "measure": Measure.AMOUNT,
            "row_kind": RowKind.RECIPIENT,
            "amount_printed": amount,
            "amount": Decimal(amount),
            "unit": Unit.WAN,
            "amount_yuan": Decimal(amount) * 10000,
            "method": Method.READ,
            "line": 60 + row,
        }
        return AllocationRow.model_validate(given | fields)

    east = {"recipient": "东山县", "recipient_kind": RecipientKind.COUNTY, "division_code": "010101"}
    west = {"recipient": "西河自治县", "recipient_kind": RecipientKind.COUNTY, "division_code": "010102"}
    house = {"recipient": f"州福利院{hostile}", "recipient_kind": RecipientKind.INSTITUTION}
    return (
        cell(1, "甲州", "1999", row_kind=RowKind.TOTAL),
        cell(2, "东山县", "1482.50", serial="1", match_method=MatchMethod.EXACT, **east),
        cell(3, "西河县", "516", serial="2", match_method=MatchMethod.ALIAS, **west).model_copy(
            update={"amount_printed": "5l6", "method": Method.REPAIRED}
        ),
        cell(4, f"州福利院{hostile}", "0", serial="3", **house),
    )


def money(notice_id: str) -> tuple[MoneyRow, ...]:
    def row(number: int, name: str, yuan: str, *, verified: bool, flagged: bool) -> MoneyRow:
        return MoneyRow(
            notice_id=notice_id,
            table_no=1,
            row_no=number,
            fiscal_year=2020,
            fund_name="困难群众救助补助资金",
            jurisdiction_code="010100",
            recipient=name,
            amount_yuan=Decimal(yuan),
            verified=verified,
            flagged=flagged,
        )

    return (
        row(2, "东山县", "14825000", verified=True, flagged=False),
        row(3, "西河自治县", "5160000", verified=False, flagged=True),
        row(4, "州福利院", "0", verified=False, flagged=False),
    )


def performance(notice_id: str, hostile: str) -> Rows:
    return {
        TableName.PERFORMANCE_TABLES: tuple(
            PerformanceTableRow(
                notice_id=notice_id,
                table_no=number,
                recipient_printed=name.replace("自治县", "县"),
                recipient=name,
                division_code=code,
                fiscal_year=2020,
                project_name="困难群众救助补助资金",
                competent_departments=("民政部", hostile),
                amount=amount,
                unit=Unit.WAN,
                amount_yuan=amount * 10000,
                method=Method.READ,
            )
            for number, ((name, code), amount) in enumerate(
                zip(COUNTIES, (Decimal("1482.5"), Decimal(516)), strict=True), start=1
            )
        ),
        TableName.PERFORMANCE_FUNDS: tuple(
            PerformanceFundRow(
                notice_id=notice_id,
                table_no=number,
                fund_no=1,
                source_printed="其中:中央补助",
                source=FundsSource.CENTRAL,
                amount=amount,
                unit=Unit.WAN,
                method=Method.READ,
            )
            for number, amount in ((1, Decimal("1482.5")), (2, Decimal(516)))
        ),
        TableName.PERFORMANCE_GOALS: tuple(
            PerformanceGoalRow(notice_id=notice_id, table_no=number, goal_no=1, text=f"规范实施。{hostile}")
            for number in (1, 2)
        ),
        TableName.PERFORMANCE_INDICATORS: tuple(
            indicator(notice_id, table_no, row_no) for table_no in (1, 2) for row_no in range(1, 5)
        ),
    }


def indicator(notice_id: str, table_no: int, row_no: int) -> PerformanceIndicatorRow:
    level1, level2, name, target = INDICATORS[row_no - 1]
    unlike = (table_no, row_no) == (2, 3)
    return PerformanceIndicatorRow(
        notice_id=notice_id,
        table_no=table_no,
        row_no=row_no,
        level1=level1,
        level2=level2,
        indicator_printed=name,
        indicator=name,
        target_printed="90%" if unlike else target,
        target="90%" if unlike else target,
        target_kind=TargetKind.NUMERIC if "%" in target else TargetKind.QUALITATIVE,
        operator=Operator.GE if "≥" in target and not unlike else None,
        method=Method.READ,
    )


def findings(notice_id: str, hostile: str) -> tuple[FindingRow, ...]:
    made: Sequence[Finding] = (
        make_finding(
            "text-suspect",
            table=TableName.CLAUSES,
            key=RowKey(clause_no="0"),
            actual=hostile,
            detail="garble",
            detail_zh="乱码",
        ),
        make_finding(
            "allocation-total",
            table=TableName.ALLOCATIONS,
            key=RowKey(table_no=1, row_no=1, column_no=1),
            column="amount",
            expected=Decimal(1999),
            actual=Decimal("1998.50"),
            difference=Decimal("-0.5"),
            label="本次下达",
            place=Place(line=61),
        ),
        make_finding(
            "performance-missing",
            table=TableName.PERFORMANCE_TABLES,
            key=RowKey(recipient="东山县"),
            expected=Decimal("1482.5"),
        ),
        make_finding(
            "target-outlier",
            table=TableName.PERFORMANCE_INDICATORS,
            key=RowKey(table_no=2, row_no=3),
            column="target",
            expected="≥90%",
            actual="90%",
            label="按时发放率",
            place=Place(line=120),
        ),
        make_finding(
            "value-repaired",
            table=TableName.ALLOCATIONS,
            key=RowKey(table_no=1, row_no=3, column_no=1),
            column="amount",
            expected="516",
            actual="5l6",
            detail="the performance table says so",
            detail_zh="绩效目标表可证",
            place=Place(line=63, page=3),
        ),
        make_finding(
            "recipient-unknown",
            severity=Severity.WARNING,
            table=TableName.ALLOCATIONS,
            key=RowKey(table_no=1, row_no=4),
            column="recipient",
            actual=f"州福利院{hostile}",
            detail="no division is called so",
            detail_zh="没有这样的区划",
        ),
    )
    return finding_rows(notice_id, made)
