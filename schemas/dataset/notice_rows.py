"""The tables of a notice itself: header, files, clauses, citations, codes, attachments."""

from datetime import date
from typing import Annotated

from pydantic import Field

from schemas.dataset.codes import BudgetCodeKind, Method, SourceRole, Status, TextOrigin, Unit
from schemas.dataset.columns import Amount, Column, Ordinal, Row, Share, Yuan
from schemas.dataset.shared import (
    Batch,
    DocNumber,
    DocNumberPrinted,
    FileNo,
    FiscalYear,
    FundName,
    IssueDate,
    JurisdictionCode,
    MaybeAction,
    MaybeClauseNo,
    MaybeFundLevel,
    NoticeId,
    Provenance,
)

Count = Annotated[int, Field(ge=0)]
MediaType = Annotated[str | None, Column("媒体类型", "Media type of the file", "文件的媒体类型")]
PageCount = Annotated[Count | None, Column("页数", "Pages of the file", "文件页数", "pages")]


class NoticeRow(Row):
    """A notice (通知); a file that can't be read has its row too, with status `failed`."""

    notice_id: NoticeId
    source: Annotated[
        str, Column("来源", "Path of the main file relative to the input", "主文件相对于输入目录的路径")
    ]
    media_type: MediaType = None
    page_count: PageCount = None
    text_origin: Annotated[
        TextOrigin | None, Column("文本来源", "Where the text comes from", "文本的来源")
    ] = None
    ocr_engine: Annotated[str | None, Column("识别引擎", "OCR engine that read it", "所用的光学识别引擎")] = (
        None
    )
    doc_number: DocNumber = None
    doc_number_printed: DocNumberPrinted = None
    doc_prefix: Annotated[str | None, Column("机关代字", "Letters of the agency in it", "发文机关代字")] = (
        None
    )
    doc_year: Annotated[int | None, Column("文号年份", "Year in the number", "文号中的年份", "year")] = None
    doc_serial: Annotated[int | None, Column("文号序号", "Serial in the number", "文号中的顺序号")] = None
    title: Annotated[str | None, Column("标题", "Title", "通知标题")] = None
    action: MaybeAction = None
    fund_name: FundName = None
    fund_level: MaybeFundLevel = None
    fiscal_year: FiscalYear = None
    batch: Batch = None
    issuing_agencies: Annotated[
        tuple[str, ...], Column("发文机关", "Issuing agencies", "发文机关，可有多个")
    ] = ()
    addressees: Annotated[tuple[str, ...], Column("主送机关", "Addressees", "主送机关")] = ()
    cc: Annotated[tuple[str, ...], Column("抄送机关", "Copied to", "抄送机关")] = ()
    issuing_office: Annotated[str | None, Column("印发机关", "Office that printed it", "印发机关")] = None
    issue_date: IssueDate = None
    print_date: Annotated[date | None, Column("印发日期", "Date of print", "印发日期")] = None
    jurisdiction_code: JurisdictionCode = None
    jurisdiction_name: Annotated[
        str | None, Column("管辖区划", "What the issuing agency governs", "发文机关管辖的行政区划")
    ] = None
    unit: Annotated[Unit | None, Column("单位", "Unit of the main table", "主表的金额单位")] = None
    total_amount: Annotated[
        Amount | None,
        Column(
            "总金额",
            "Printed total of the main column; else its sum",
            "主列合计；未印合计时为各行之和",
            "see unit",
        ),
    ] = None
    total_amount_yuan: Annotated[
        Yuan | None, Column("总金额（元）", "The same total in 元", "折合为元的总金额", "元")
    ] = None
    total_method: Annotated[
        Method | None,
        Column(
            "总金额取值方式",
            "How the total was arrived at; inferred: a sum",
            "总金额的取得方式；推断即为求和",
        ),
    ] = None
    confidence: Annotated[
        Share | None, Column("置信度", "Lowest of its amount cells", "各金额单元格置信度的最低值", "0 to 1")
    ] = None
    error_count: Annotated[Count, Column("错误数", "Findings that are errors", "错误条数", "findings")] = 0
    warning_count: Annotated[
        Count, Column("警告数", "Findings that are warnings", "警告条数", "findings")
    ] = 0
    status: Annotated[Status, Column("状态", "How far the notice can be trusted", "通知的可信状态")]


class SourceRow(Row):
    """A file of a notice."""

    notice_id: NoticeId
    file_no: FileNo
    path: Annotated[str, Column("路径", "Path relative to the input", "相对于输入目录的路径")]
    sha256: Annotated[
        str | None,
        Column("SHA-256", "SHA-256 of the bytes; null where unreadable", "文件字节的 SHA-256；不可读时为空"),
    ] = None
    media_type: MediaType = None
    role: Annotated[SourceRole, Column("角色", "What the file is to the notice", "文件对通知的作用")]
    page_count: PageCount = None


class ClauseRow(Provenance):
    """A clause of the body; `clause_no` goes by place, not by label."""

    notice_id: NoticeId
    clause_no: Annotated[
        str,
        Column(
            "条款编号", "By place: 0 the opening paragraph, 1, 1.2", "按位置编号：0 为开头段，1、1.2 依次类推"
        ),
    ]
    level: Annotated[
        Count, Column("层级", "0 the opening, 1 for 一、 and so on", "层级：0 为开头段，1 为“一、”")
    ]
    label: Annotated[str | None, Column("标号", "Label as printed: 一、", "标号，照原文")] = None
    text: Annotated[str | None, Column("正文", "Text of the clause", "条款正文")] = None


class CitationRow(Provenance):
    """A document that the notice cites."""

    notice_id: NoticeId
    citation_no: Annotated[Ordinal, Column("引用序号", "In order of appearance", "按出现次序")]
    doc_number: DocNumber = None
    doc_number_printed: DocNumberPrinted = None
    title: Annotated[str | None, Column("文件名称", "Title of the document", "所引文件名称")] = None
    clause_no: MaybeClauseNo = None


class BudgetCodeRow(Provenance):
    """A code of the budget classification, a direct-fund mark or a project code."""

    notice_id: NoticeId
    code_no: Annotated[Ordinal, Column("代码序号", "In order of appearance", "按出现次序")]
    kind: Annotated[BudgetCodeKind, Column("类别", "Which classification", "所属分类")]
    code: Annotated[str, Column("代码", "The code, leading zeros kept", "代码，保留前导零")]
    name: Annotated[str | None, Column("名称", "Name printed beside it", "原文所附名称")] = None
    clause_no: MaybeClauseNo = None


class AttachmentRow(Provenance):
    """An attachment that the notice lists."""

    notice_id: NoticeId
    attachment_no: Annotated[Ordinal, Column("附件序号", "Number in the list", "附件序号")]
    title: Annotated[str | None, Column("附件名称", "Title in the list", "附件名称")] = None
    present: Annotated[bool, Column("是否存在", "Whether its table or text is there", "其表格或正文是否存在")]
