"""The rows of a dataset taken apart by notice."""

from operator import attrgetter
from typing import TypeVar, cast

from notices.output.ordering import in_order
from notices.process import Rows
from schemas.dataset.codes import TableName
from schemas.dataset.columns import Row
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
from schemas.dataset.tables import TABLES, table
from schemas.model import Frozen

AnyRow = TypeVar("AnyRow", bound=Row)


class NoticeTables(Frozen):
    """A notice with its rows of every table, named as the tables are."""

    notice: NoticeRow
    sources: tuple[SourceRow, ...] = ()
    clauses: tuple[ClauseRow, ...] = ()
    citations: tuple[CitationRow, ...] = ()
    budget_codes: tuple[BudgetCodeRow, ...] = ()
    attachments: tuple[AttachmentRow, ...] = ()
    allocations: tuple[AllocationRow, ...] = ()
    money: tuple[MoneyRow, ...] = ()
    performance_tables: tuple[PerformanceTableRow, ...] = ()
    performance_funds: tuple[PerformanceFundRow, ...] = ()
    performance_goals: tuple[PerformanceGoalRow, ...] = ()
    performance_indicators: tuple[PerformanceIndicatorRow, ...] = ()
    findings: tuple[FindingRow, ...] = ()


def table_rows(rows: Rows, name: TableName, row_class: type[AnyRow]) -> tuple[AnyRow, ...]:
    """The rows of one table with their class; `row_class` is that of the table's declaration."""
    if table(name).row_class is not row_class:
        raise TypeError(f"{name} doesn't hold {row_class.__name__}")
    return cast("tuple[AnyRow, ...]", rows.get(name, ()))


def by_notice(rows: Rows) -> tuple[NoticeTables, ...]:
    """Put each notice together with its rows, in the order of their keys."""
    parts: dict[str, dict[str, list[Row]]] = {}
    for spec in TABLES:
        if spec.name is not TableName.NOTICES:
            for row in in_order(spec, rows.get(spec.name, ())):
                parts.setdefault(_notice_id(row), {}).setdefault(spec.name.value, []).append(row)
    notices = in_order(table(TableName.NOTICES), rows.get(TableName.NOTICES, ()))
    return tuple(
        NoticeTables.model_validate({"notice": row, **parts.get(_notice_id(row), {})}) for row in notices
    )


def _notice_id(row: Row) -> str:
    """Every table's key begins with the notice; findings name theirs beside it."""
    return cast("str", attrgetter("notice_id")(row))
