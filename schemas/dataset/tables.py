"""The tables of the dataset in the order of the contract."""

from schemas.dataset.codes import TableName
from schemas.dataset.columns import ColumnSpec, Row, columns_of
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
from schemas.model import Frozen

CONTRACT_VERSION = "1.0.0"
"""Of tables, columns and codes: something added raises the second part, anything else the first."""


class TableSpec(Frozen):
    """A table: its rows' class, the columns of its key, what one row is.

    `parent` is the table whose key every row's first columns must name. Rows stand in the order of `order`,
    their key where it is blank; it begins with the notice: its rows lie together in every table.
    """

    name: TableName
    row_class: type[Row]
    key: tuple[str, ...]
    parent: TableName | None
    description: str
    description_zh: str
    order: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[ColumnSpec, ...]:
        """The columns in the order of the contract."""
        return columns_of(self.row_class)


def _of_notice(
    name: TableName, row_class: type[Row], key: tuple[str, ...], description: str, description_zh: str
) -> TableSpec:
    return TableSpec(
        name=name,
        row_class=row_class,
        key=("notice_id", *key),
        parent=TableName.NOTICES,
        description=description,
        description_zh=description_zh,
    )


def _of_performance(
    name: TableName, row_class: type[Row], number: str, description: str, description_zh: str
) -> TableSpec:
    table = _of_notice(name, row_class, ("table_no", number), description, description_zh)
    return table.model_copy(update={"parent": TableName.PERFORMANCE_TABLES})


TABLES: tuple[TableSpec, ...] = (
    TableSpec(
        name=TableName.NOTICES,
        row_class=NoticeRow,
        key=("notice_id",),
        parent=None,
        description="One row a notice, the unreadable ones with it.",
        description_zh="每份通知一行，无法读取的也在内。",
    ),
    _of_notice(
        TableName.SOURCES, SourceRow, ("file_no",), "One row a file of a notice.", "通知的每个文件一行。"
    ),
    _of_notice(
        TableName.CLAUSES, ClauseRow, ("clause_no",), "One row a clause of the body.", "正文每条一行。"
    ),
    _of_notice(
        TableName.CITATIONS,
        CitationRow,
        ("citation_no",),
        "One row a document that the notice cites.",
        "所引每份文件一行。",
    ),
    _of_notice(
        TableName.BUDGET_CODES,
        BudgetCodeRow,
        ("code_no",),
        "One row a code: budget subjects, direct-fund marks, projects.",
        "每个代码一行：预算科目、直达资金标识、项目代码。",
    ),
    _of_notice(
        TableName.ATTACHMENTS,
        AttachmentRow,
        ("attachment_no",),
        "One row an attachment in the notice's list.",
        "所列每个附件一行。",
    ),
    _of_notice(
        TableName.ALLOCATIONS,
        AllocationRow,
        ("table_no", "row_no", "column_no"),
        "One row a measured cell of an allocation table; totals and details are rows too.",
        "分配表每个计量单元格一行，合计和其中项也在内。",
    ),
    _of_notice(
        TableName.MONEY,
        MoneyRow,
        ("table_no", "row_no"),
        "One row a recipient, nothing counted twice: what may be summed.",
        "每个接收方一行，不重复计算，可直接汇总。",
    ),
    _of_notice(
        TableName.PERFORMANCE_TABLES,
        PerformanceTableRow,
        ("table_no",),
        "One row a performance target table.",
        "每张绩效目标表一行。",
    ),
    _of_performance(
        TableName.PERFORMANCE_FUNDS,
        PerformanceFundRow,
        "fund_no",
        "One row a part of the yearly amount.",
        "年度金额其中项每项一行。",
    ),
    _of_performance(
        TableName.PERFORMANCE_GOALS,
        PerformanceGoalRow,
        "goal_no",
        "One row a yearly goal.",
        "年度目标每条一行。",
    ),
    _of_performance(
        TableName.PERFORMANCE_INDICATORS,
        PerformanceIndicatorRow,
        "row_no",
        "One row an indicator with its target.",
        "每个指标及其指标值一行。",
    ),
    TableSpec(
        name=TableName.FINDINGS,
        row_class=FindingRow,
        key=("finding_id",),
        parent=TableName.NOTICES,
        description="One row a finding: what can't be trusted, should be looked at, or is worth knowing.",
        description_zh="每个问题一行：不可信、需查看或值得注意之处。",
        order=("notice_id", "finding_id"),
    ),
)


def table(name: TableName) -> TableSpec:
    """Find a table by its name."""
    return next(spec for spec in TABLES if spec.name == name)
