"""Rows of the performance tables."""

from collections.abc import Iterator

from notices.rows.shared import provenance
from schemas.dataset.codes import MatchMethod, Method
from schemas.dataset.performance_rows import (
    PerformanceFundRow,
    PerformanceGoalRow,
    PerformanceIndicatorRow,
    PerformanceTableRow,
)
from schemas.notice import Indicator, Notice, PerformanceTable


def performance_table_rows(notice_id: str, notice: Notice) -> Iterator[PerformanceTableRow]:
    """One row a table."""
    for table in notice.performance:
        yield _table(notice_id, table)


def _table(notice_id: str, table: PerformanceTable) -> PerformanceTableRow:
    match, amount = table.match, table.amount
    inferred = match.method == MatchMethod.INFERRED
    return PerformanceTableRow(
        notice_id=notice_id,
        table_no=table.number,
        attachment_no=table.attachment,
        title=table.title or None,
        recipient_printed=table.recipient_printed,
        recipient=match.name,
        recipient_kind=match.kind,
        division_code=match.division_code,
        parent_code=match.parent_code,
        match_score=match.score,
        match_method=match.method,
        fiscal_year=table.fiscal_year,
        project_name=table.project_name,
        competent_departments=table.competent_departments,
        finance_departments=table.finance_departments,
        implementation_period=table.implementation_period,
        amount_printed=amount.printed if amount else None,
        amount=amount.value if amount else None,
        unit=amount.unit if amount else None,
        amount_yuan=amount.yuan if amount else None,
        method=Method.INFERRED if inferred else amount.method if amount else Method.READ,
        **provenance(amount.place if amount else table.place),
    )


def performance_fund_rows(notice_id: str, notice: Notice) -> Iterator[PerformanceFundRow]:
    """One row a part of the annual amount, blank ones too."""
    for table in notice.performance:
        for number, fund in enumerate(table.funds, start=1):
            yield PerformanceFundRow(
                notice_id=notice_id,
                table_no=table.number,
                fund_no=number,
                source_printed=fund.source_printed,
                source=fund.source,
                amount_printed=fund.amount.printed or None,
                amount=fund.amount.value,
                unit=fund.amount.unit,
                amount_yuan=fund.amount.yuan,
                method=fund.amount.method,
                **provenance(fund.amount.place),
            )


def performance_goal_rows(notice_id: str, notice: Notice) -> Iterator[PerformanceGoalRow]:
    """One row a goal."""
    for table in notice.performance:
        for number, goal in enumerate(table.goals, start=1):
            yield PerformanceGoalRow(
                notice_id=notice_id,
                table_no=table.number,
                goal_no=number,
                text=goal.text,
                **provenance(goal.place),
            )


def performance_indicator_rows(notice_id: str, notice: Notice) -> Iterator[PerformanceIndicatorRow]:
    """One row an indicator."""
    for table in notice.performance:
        for row in table.indicators:
            yield _indicator(notice_id, table.number, row)


def _indicator(notice_id: str, table_no: int, row: Indicator) -> PerformanceIndicatorRow:
    target, level = row.target, row.level
    return PerformanceIndicatorRow(
        notice_id=notice_id,
        table_no=table_no,
        row_no=row.number,
        level1=level.level1,
        level1_printed=level.level1_printed,
        level2=level.level2,
        level2_printed=level.level2_printed,
        indicator_printed=row.printed or None,
        indicator=row.name or None,
        indicator_id=row.indicator_id,
        match_score=row.score,
        match_method=row.match_method,
        target_printed=row.target_printed,
        target=target.canonical if target else None,
        target_kind=target.kind if target else None,
        operator=target.operator if target else None,
        target_value=target.value if target else None,
        target_unit=target.unit if target else None,
        level_method=level.method,
        method=Method.REPAIRED if row.target_method == Method.REPAIRED else row.method,
        **provenance(row.place),
    )
