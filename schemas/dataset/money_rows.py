"""The tables of money: every measured cell, and the flat view with nothing counted twice."""

from typing import Annotated

from schemas.dataset.codes import AllocationOrigin, ColumnRole, Measure, RowKind
from schemas.dataset.columns import Column, Ordinal, Row
from schemas.dataset.shared import (
    AmountPrinted,
    AmountYuan,
    Batch,
    DivisionCode,
    DocNumber,
    FiscalYear,
    FundName,
    IssueDate,
    JurisdictionCode,
    MatchScore,
    MaybeAction,
    MaybeAmount,
    MaybeAttachmentNo,
    MaybeFundLevel,
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


class AllocationRow(Provenance):
    """A measured cell of an allocation table (资金分配表); its box is that of the cell."""

    notice_id: NoticeId
    table_no: TableNo
    row_no: RowNo
    column_no: Annotated[
        Ordinal, Column("列序号", "Column within the table, counting the measured ones", "表中的第几个计量列")
    ]
    attachment_no: MaybeAttachmentNo = None
    table_title: Annotated[str | None, Column("表名", "Title of the table", "表名")] = None
    serial: Annotated[str | None, Column("序号", "序号 as printed", "序号，照原文")] = None
    recipient_printed: RecipientPrinted = None
    recipient: Recipient = None
    recipient_kind: MaybeRecipientKind = None
    division_code: DivisionCode = None
    parent_code: ParentCode = None
    match_score: MatchScore = None
    match_method: MaybeMatchMethod = None
    column_printed: Annotated[
        str | None, Column("原文列名", "Label path, ' / ' between levels", "列名路径，各级以“ / ”分隔")
    ] = None
    column_role: Annotated[
        ColumnRole, Column("列作用", "What the column is to this notice", "该列对本通知的作用")
    ]
    measure: Annotated[Measure, Column("计量类型", "What the column measures", "该列的计量类型")]
    row_kind: Annotated[RowKind, Column("行类型", "What the row is", "该行的类型")]
    parent_row_no: Annotated[
        Ordinal | None,
        Column(
            "上级行序号",
            "Row that a detail, or a row under a subtotal, belongs to",
            "其中行或小计项下行的上级行",
        ),
    ] = None
    amount_printed: AmountPrinted = None
    amount: MaybeAmount = None
    unit: MaybeUnit = None
    amount_yuan: AmountYuan = None
    method: MethodColumn
    origin: Annotated[
        AllocationOrigin, Column("来源", "Where the allocation stands", "分配情况载于表格还是正文")
    ] = AllocationOrigin.TABLE


class MoneyRow(Row):
    """What a recipient gets: `row_kind = 'recipient' and column_role = 'main'`, nothing counted twice."""

    notice_id: NoticeId
    table_no: TableNo
    row_no: RowNo
    doc_number: DocNumber = None
    issue_date: IssueDate = None
    fiscal_year: FiscalYear = None
    fund_name: FundName = None
    fund_level: MaybeFundLevel = None
    action: MaybeAction = None
    batch: Batch = None
    jurisdiction_code: JurisdictionCode = None
    recipient: Recipient = None
    recipient_kind: MaybeRecipientKind = None
    division_code: DivisionCode = None
    parent_code: ParentCode = None
    amount_yuan: AmountYuan = None
    verified: Annotated[
        bool,
        Column(
            "已验证",
            "An identity over this figure closes: total, performance table, body text",
            "该金额有勾稽关系成立：合计、绩效目标表或正文",
        ),
    ]
    flagged: Annotated[bool, Column("有疑问", "An error or warning points at it", "有错误或警告指向该金额")]
