"""Header fields: missing, malformed, contradicted by the notice's own tables."""

import re
from collections.abc import Iterator

from schemas.dataset.codes import TableName
from schemas.findings import WHOLE_NOTICE, Finding, RowKey, make_finding
from schemas.notation.docnumber import DocNumber, DocNumberDefect, find_doc_numbers
from schemas.notice import Citation, Notice

_BUILT_LIKE_ONE = re.compile(r"[\u4e00-\u9fff]{2,6}[〔\[【（(]\s*\d{3,5}\s*[〕\]】）)]\s*第?\d{1,5}\s*号")
_BY_PLACES = (
    "no issuing agency names it; the title or the recipients do",
    "未见发文机关，据标题或接收方推断",
)
_BY_DATES = (
    "neither the title nor what sends the money names the year; another part of the notice does",
    "标题及下达资金的语句均未载明年度，据通知其他内容推断",
)
_UNREAD = ("it can't be read", "无法识别")
# Kinds of brackets and blanks are taken off without loss; these are not.
_MALFORMED = {
    DocNumberDefect.BRACKET_LOST: ("a bracket is missing", "缺少括号"),
    DocNumberDefect.BRACKET_MIXED: ("the brackets don't match", "括号不配对"),
    DocNumberDefect.LONG_PREFIX: ("the agency code is unusually long", "机关代字过长"),
}


def missing_fields(notice: Notice) -> Iterator[Finding]:
    """Fields that such a notice must have (GB/T 9704-2012, 7.2 and 7.3)."""
    header = notice.header
    addressee = "blank" if header.addressees_printed == "" else "absent"
    fields = {
        "doc_number": (header.doc_number or header.doc_number_printed, "发文字号", "absent"),
        "title": (header.title, "标题", "absent"),
        "issuing_agencies": (header.issuing_agencies, "发文机关", "absent"),
        "addressees": (header.addressees, "主送机关", addressee),
        "issue_date": (header.issue_date or header.bad_dates, "成文日期", "absent"),
    }
    for column, (value, label, state) in fields.items():
        if not value:
            state_zh = "空白" if state == "blank" else "未见"
            yield make_finding(
                "field-missing",
                table=TableName.NOTICES,
                column=column,
                detail=f"{label} is {state}",
                detail_zh=f"{label}{state_zh}",
            )


def inferred(notice: Notice) -> Iterator[Finding]:
    """The jurisdiction without an agency; the year that no title, table or sending sentence names."""
    header = notice.header
    found = {
        "jurisdiction_code": (header.jurisdiction_name, _BY_PLACES),
        "fiscal_year": (header.fiscal_year, _BY_DATES),
    }
    for column in header.inferred:
        expected, detail = found[column]
        yield make_finding(
            "value-inferred",
            table=TableName.NOTICES,
            column=column,
            expected=str(expected),
            detail=detail[0],
            detail_zh=detail[1],
        )


def document_number_format(notice: Notice) -> Iterator[Finding]:
    """A number that isn't 机关代字〔年份〕序号号 even after widths, brackets and blanks are taken off."""
    header = notice.header
    printed = header.doc_number_printed
    if printed and header.doc_number is None:
        yield _malformed(printed, _UNREAD)
    for defect in header.doc_number_defects:
        if defect in _MALFORMED:
            yield _malformed(printed or "", _MALFORMED[defect])


def numbers_unread(notice: Notice) -> Iterator[Finding]:
    """A text that is built like a document number and can't be one (year 3020): nothing is cited by it."""
    for clause in notice.clauses:
        for printed in _unread(clause.text):
            key = RowKey(clause_no=clause.number)
            yield _malformed(printed, _UNREAD, TableName.CLAUSES, key, "text")
    for table in notice.allocations:
        for piece in table.citing:
            for printed in _unread(piece.text):
                finding = _malformed(printed, _UNREAD, TableName.CITATIONS, RowKey(table_no=table.number))
                yield finding.model_copy(update={"place": piece.place})


def _unread(text: str) -> Iterator[str]:
    read = [(mention.start, mention.end) for mention in find_doc_numbers(text)]
    for found in _BUILT_LIKE_ONE.finditer(text):
        if not any(start < found.end() and found.start() < end for start, end in read):
            yield found[0]


def _malformed(
    printed: str,
    detail: tuple[str, str],
    table: TableName = TableName.NOTICES,
    key: RowKey = WHOLE_NOTICE,
    column: str = "doc_number",
) -> Finding:
    return make_finding(
        "doc-number-format",
        table=table,
        key=key,
        column=column,
        actual=printed,
        detail=detail[0],
        detail_zh=detail[1],
    )


def invalid_dates(notice: Notice) -> Iterator[Finding]:
    """A date that no calendar has, or that lost a character; 印发日期 never lies before 成文日期."""
    header = notice.header
    signed = header.issue_date is not None and header.print_date is None
    columns = ("print_date",) if signed else ("issue_date", "print_date")
    for column, piece in zip(columns, header.bad_dates, strict=False):
        yield make_finding("date-invalid", table=TableName.NOTICES, column=column, actual=piece.text)
    if header.issue_date and header.print_date and header.print_date < header.issue_date:
        printed = f"{header.print_date} < {header.issue_date}"
        yield make_finding("date-invalid", table=TableName.NOTICES, column="print_date", actual=printed)


def numbers_in_tables(notice: Notice) -> Iterator[Finding]:
    """Numbers that a table cites (预算指标文号) against the notice's own and those its body cites.

    Where a table cites the right one, too, the others of that agency are earlier documents (提前下达).
    """
    own = notice.header.doc_number
    body = [c.doc_number for c in notice.citations if c.clause is not None]
    known = [own, *body] if own else body
    tables = [c.doc_number for c in notice.citations if c.clause is None]
    for number, cited in enumerate(notice.citations, start=1):
        near = [k for k in known if k.prefix == cited.doc_number.prefix]
        if cited.clause is None and near and not any(k in tables for k in near):
            yield _inconsistent(number, cited, near[0])


def _inconsistent(number: int, cited: Citation, known: DocNumber) -> Finding:
    return make_finding(
        "doc-number-inconsistent",
        table=TableName.CITATIONS,
        key=RowKey(citation_no=number),
        column="doc_number",
        expected=known.canonical,
        actual=cited.doc_number.canonical,
        detail="the table's header says otherwise than the text",
        detail_zh="表头与正文不一致",
        place=cited.place,
    )
