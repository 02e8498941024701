"""Columns that several tables have, each declared once, and where a row was read."""

from datetime import date
from typing import Annotated

from schemas.dataset.codes import Action, FundLevel, MatchMethod, Method, RecipientKind, Unit
from schemas.dataset.columns import Amount, Column, Ordinal, Percent, Row, Share, Yuan

NoticeId = Annotated[
    str,
    Column(
        "通知编号",
        "The notice: first 16 hex digits of the SHA-256 of its main file; -2, -3 for further notices in it",
        "通知编号：主文件 SHA-256 的前16位；同一文件中的其他通知加 -2、-3",
    ),
]
FileNo = Annotated[
    Ordinal,
    Column("文件序号", "File of the notice, 1 unless it has several", "通知的第几个文件，仅一个时为1"),
]
TableNo = Annotated[
    Ordinal, Column("表序号", "Table within the notice, in order of appearance", "通知中的第几张表")
]
RowNo = Annotated[
    Ordinal, Column("行序号", "Row within the table, counting the rows kept", "表中的第几行，仅计保留的行")
]
MaybeAttachmentNo = Annotated[
    Ordinal | None,
    Column("附件序号", "Attachment that the table belongs to", "表所属的附件序号"),
]
MaybeClauseNo = Annotated[
    str | None,
    Column("条款编号", "Clause in which it stands; null in a table", "所在条款编号；在表中时为空"),
]
DocNumber = Annotated[
    str | None,
    Column("文号", "Document number as 机关代字〔YYYY〕N号", "规范文号：机关代字〔年份〕序号号"),
]
DocNumberPrinted = Annotated[str | None, Column("原文文号", "Document number as printed", "文号，照原文")]
FundName = Annotated[str | None, Column("资金名称", "Name of the fund", "资金名称")]
MaybeFundLevel = Annotated[
    FundLevel | None, Column("资金层级", "Whose budget the fund comes from", "资金来源的预算层级")
]
FiscalYear = Annotated[int | None, Column("预算年度", "Fiscal year", "预算年度", "year")]
Batch = Annotated[str | None, Column("批次", "Batch as printed: 第二批", "批次，照原文")]
MaybeAction = Annotated[
    Action | None, Column("文件性质", "What the notice does with the money", "通知对资金的处理方式")
]
IssueDate = Annotated[
    date | None,
    Column("成文日期", "Date of issue; where there is none, the date of print", "成文日期；没有时取印发日期"),
]
JurisdictionCode = Annotated[
    str | None,
    Column("管辖区划代码", "Division that the issuing agency governs, GB/T 2260", "发文机关管辖的区划代码"),
]
RecipientPrinted = Annotated[str | None, Column("原文接收方", "Recipient as printed", "接收方名称，照原文")]
Recipient = Annotated[
    str | None,
    Column(
        "接收方",
        "Canonical name; of an institution or 本级 the printed one; null in a total",
        "规范名称；单位和本级照原文；合计行为空",
    ),
]
MaybeRecipientKind = Annotated[
    RecipientKind | None, Column("接收方类型", "What the recipient is", "接收方的类型")
]
DivisionCode = Annotated[
    str | None,
    Column(
        "区划代码",
        "Division code valid in the notice's year: six digits (GB/T 2260), nine for townships; "
        "where no list of townships vouches for the year, the finding recipient-code-year says so",
        "通知当年有效的区划代码：六位（GB/T 2260），乡镇街道九位；"
        "没有当年乡镇清单可证明的，以 recipient-code-year 问题标明",
    ),
]
ParentCode = Annotated[
    str | None,
    Column("所属区划代码", "Division that an institution or 本级 belongs to", "单位或本级所属的区划代码"),
]
MatchScore = Annotated[
    Percent | None, Column("匹配得分", "Likeness to what it was matched to", "与匹配对象的相似度", "0 to 100")
]
MaybeMatchMethod = Annotated[
    MatchMethod | None, Column("匹配方式", "How the printed name was matched", "名称匹配方式")
]
AmountPrinted = Annotated[
    str | None,
    Column("原文金额", "Amount as printed; empty where the cell is blank", "金额，照原文；空白格为空"),
]
MaybeAmount = Annotated[
    Amount | None,
    Column(
        "金额", "Amount in the notice's own unit, every digit", "金额，按原文单位，保留全部位数", "see unit"
    ),
]
MaybeUnit = Annotated[Unit | None, Column("单位", "Unit of the amount", "金额单位")]
AmountYuan = Annotated[
    Yuan | None, Column("金额（元）", "The same amount in 元, exact", "折合为元的金额，精确到分", "元")
]
MethodColumn = Annotated[
    Method, Column("取值方式", "How the canonical values were arrived at", "规范值的取得方式")
]


class Provenance(Row):
    """Where a row was read: the box is that of the value meant, as fractions of the page as displayed."""

    file_no: FileNo = 1
    page: Annotated[
        Ordinal | None,
        Column(
            "页码", "Page from 1; sheet of a workbook; null for text", "页码，从1起；工作簿为表号；纯文本为空"
        ),
    ] = None
    x0: Annotated[
        Share | None,
        Column("左", "Left edge as displayed, from the left", "左边界，自左起", "share of page width"),
    ] = None
    y0: Annotated[
        Share | None,
        Column("上", "Top edge as displayed, from the top", "上边界，自上起", "share of page height"),
    ] = None
    x1: Annotated[
        Share | None,
        Column("右", "Right edge as displayed, from the left", "右边界，自左起", "share of page width"),
    ] = None
    y1: Annotated[
        Share | None,
        Column("下", "Bottom edge as displayed, from the top", "下边界，自上起", "share of page height"),
    ] = None
    line: Annotated[
        Ordinal | None, Column("行号", "Line from 1 in plain text and HTML", "行号，从1起，用于纯文本和网页")
    ] = None
    confidence: Annotated[
        Share | None,
        Column(
            "置信度",
            "Confidence after calibration; 1 for a text layer; null where the source can't say",
            "校准后的识读置信度；文本层为1；来源无法提供时为空",
            "0 to 1",
        ),
    ] = None
