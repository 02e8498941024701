"""The tables of performance targets (绩效目标表): one a recipient, with funds, goals and indicators."""

from typing import Annotated

from schemas.dataset.codes import FundsSource, Method, Operator, TargetKind
from schemas.dataset.columns import Amount, Column, Ordinal
from schemas.dataset.shared import (
    AmountPrinted,
    AmountYuan,
    DivisionCode,
    FiscalYear,
    MatchScore,
    MaybeAmount,
    MaybeAttachmentNo,
    MaybeMatchMethod,
    MaybeRecipientKind,
    MaybeUnit,
    MethodColumn,
    NoticeId,
    ParentCode,
    Provenance,
    Recipient,
    RecipientPrinted,
    RowNo,
    TableNo,
)


class PerformanceTableRow(Provenance):
    """A performance target table; its amount is the 年度金额."""

    notice_id: NoticeId
    table_no: TableNo
    attachment_no: MaybeAttachmentNo = None
    title: Annotated[str | None, Column("表名", "Title of the table", "表名")] = None
    recipient_printed: RecipientPrinted = None
    recipient: Recipient = None
    recipient_kind: MaybeRecipientKind = None
    division_code: DivisionCode = None
    parent_code: ParentCode = None
    match_score: MatchScore = None
    match_method: MaybeMatchMethod = None
    fiscal_year: FiscalYear = None
    project_name: Annotated[str | None, Column("项目名称", "Name of the project", "项目名称")] = None
    competent_departments: Annotated[
        tuple[str, ...], Column("主管部门", "Competent departments", "主管部门，可有多个")
    ] = ()
    finance_departments: Annotated[
        tuple[str, ...], Column("财政部门", "Finance departments", "财政部门，可有多个")
    ] = ()
    implementation_period: Annotated[
        str | None, Column("实施期限", "Period of the project as printed", "项目实施期限，照原文")
    ] = None
    amount_printed: AmountPrinted = None
    amount: MaybeAmount = None
    unit: MaybeUnit = None
    amount_yuan: AmountYuan = None
    method: MethodColumn


class PerformanceFundRow(Provenance):
    """A 其中 line of the funds."""

    notice_id: NoticeId
    table_no: TableNo
    fund_no: Annotated[Ordinal, Column("资金序号", "In order of appearance", "按出现次序")]
    source_printed: Annotated[
        str | None, Column("原文资金来源", "Label as printed: 其中:中央补助", "资金来源，照原文")
    ] = None
    source: Annotated[FundsSource, Column("资金来源", "Whose money it is", "资金来源的层级")]
    amount_printed: AmountPrinted = None
    amount: MaybeAmount = None
    unit: MaybeUnit = None
    amount_yuan: AmountYuan = None
    method: MethodColumn


class PerformanceGoalRow(Provenance):
    """A yearly goal (年度目标)."""

    notice_id: NoticeId
    table_no: TableNo
    goal_no: Annotated[Ordinal, Column("目标序号", "In order of appearance", "按出现次序")]
    text: Annotated[str | None, Column("目标内容", "Text of the goal", "年度目标内容")] = None


class PerformanceIndicatorRow(Provenance):
    """An indicator (三级指标) with its target value (指标值); its box is that of the target."""

    notice_id: NoticeId
    table_no: TableNo
    row_no: RowNo
    level1: Annotated[str | None, Column("一级指标", "First level, canonical", "一级指标规范名称")] = None
    level1_printed: Annotated[
        str | None, Column("原文一级指标", "First level as printed", "一级指标，照原文")
    ] = None
    level2: Annotated[str | None, Column("二级指标", "Second level, canonical", "二级指标规范名称")] = None
    level2_printed: Annotated[
        str | None, Column("原文二级指标", "Second level as printed", "二级指标，照原文")
    ] = None
    indicator_printed: Annotated[
        str | None, Column("原文指标", "Indicator as printed", "指标名称，照原文")
    ] = None
    indicator: Annotated[str | None, Column("指标", "Canonical name", "指标规范名称")] = None
    indicator_id: Annotated[
        str | None, Column("指标编号", "Id in the list of indicators", "指标在参考库中的编号")
    ] = None
    match_score: MatchScore = None
    match_method: MaybeMatchMethod = None
    target_printed: Annotated[str | None, Column("原文指标值", "Target as printed", "指标值，照原文")] = None
    target: Annotated[str | None, Column("指标值", "Canonical text: ≥95%, 应保尽保", "指标值规范文本")] = None
    target_kind: Annotated[
        TargetKind | None, Column("指标值类型", "What kind of target it is", "指标值的类型")
    ] = None
    operator: Annotated[
        Operator | None,
        Column("比较符", "How the target bounds; null where none is printed", "比较关系；原文未印时为空"),
    ] = None
    target_value: Annotated[
        Amount | None,
        Column("指标数值", "Number of the target: 95 for 95%", "指标数值，95%记为95", "see target_unit"),
    ] = None
    target_unit: Annotated[
        str | None, Column("指标值单位", "Unit of the target: %, 人, 日", "指标值的单位")
    ] = None
    level_method: Annotated[
        Method | None, Column("层级取值方式", "How the levels were arrived at", "指标层级的取得方式")
    ] = None
    method: MethodColumn
