"""Years that must agree: title, document number, date, tables, cited documents."""

import re
from collections.abc import Iterator

from schemas.dataset.codes import Action, TableName
from schemas.findings import WHOLE_NOTICE, Finding, RowKey, make_finding
from schemas.notation.dates import find_years
from schemas.notice import Header, Notice

# Money of earlier years is settled, adjusted and taken back for long.
_ANY_YEAR = (Action.SETTLE, Action.ADJUST, Action.WITHDRAW, Action.OTHER)
# Tables and texts that rightly bear the year of what they look back on.
_LOOKS_BACK = re.compile(r"清算|结算|决算|完成情况|执行情况|使用情况|考核|评价|办法")


def fiscal_year(notice: Notice) -> Iterator[Finding]:
    """The title's year against the performance tables' where these agree, and against the document's."""
    header = notice.header
    tables = {t.fiscal_year for t in notice.performance if t.fiscal_year}
    if header.fiscal_year is None:
        return
    if len(tables) == 1 and tables.isdisjoint(_own(header)):
        year = next(iter(tables))
        detail = ("the title and all performance tables", "标题与全部绩效目标表")
        yield _finding(TableName.NOTICES, WHOLE_NOTICE, "fiscal_year", year, header.fiscal_year, detail)
    own = header.doc_number.year if header.doc_number else None
    allowed = header.action in _ANY_YEAR and own is not None and header.fiscal_year < own
    if own is not None and abs(header.fiscal_year - own) > 1 and not allowed:
        detail = ("the document number and the title", "发文字号与标题")
        yield _finding(TableName.NOTICES, WHOLE_NOTICE, "fiscal_year", own, header.fiscal_year, detail)


def _own(header: Header) -> set[int | None]:
    """The years of the title: 清算2020年并下达2021年 names two."""
    return {header.fiscal_year, *find_years(header.title or "")}


def table_years(notice: Notice) -> Iterator[Finding]:
    """A table whose own title names another year than the notice's title and its siblings."""
    year = notice.header.fiscal_year
    own = _own(notice.header)
    years = {t.fiscal_year for t in notice.performance if t.fiscal_year}
    for table in notice.performance:
        if year and len(years) > 1 and table.fiscal_year not in (None, year):
            detail = ("the notice and this table's title", "通知与本表标题")
            key = RowKey(table_no=table.number)
            yield _finding(
                TableName.PERFORMANCE_TABLES, key, "fiscal_year", year, table.fiscal_year or 0, detail
            )
    for allocation in notice.allocations:
        named = find_years(allocation.title)
        if year and named and own.isdisjoint(named) and not _LOOKS_BACK.search(allocation.title):
            detail = ("the notice and this table's title", "通知与本表标题")
            key = RowKey(table_no=allocation.number)
            yield _finding(TableName.ALLOCATIONS, key, "table_title", year, named[0], detail)
    for number, attachment in enumerate(notice.attachments, start=1):
        listed = attachment.listed.title.text
        named = find_years(listed)
        if year and named and own.isdisjoint(named) and not _LOOKS_BACK.search(listed):
            detail = ("the notice and the title of its attachment", "通知与附件名称")
            key = RowKey(attachment_no=number)
            yield _finding(TableName.ATTACHMENTS, key, "title", year, named[0], detail)


def document_year(notice: Notice) -> Iterator[Finding]:
    """The number's year against the date's; a number of the old year may still go out in January."""
    header = notice.header
    if header.doc_number is None or header.issue_date is None:
        return
    late = header.issue_date.month == 1 and header.issue_date.year == header.doc_number.year + 1
    if header.issue_date.year != header.doc_number.year and not late:
        detail = ("the date and the document number", "日期与发文字号")
        years = (header.issue_date.year, header.doc_number.year)
        for column in ("doc_number", "issue_date"):
            yield _finding(TableName.NOTICES, WHOLE_NOTICE, column, *years, detail)


def cited_later(notice: Notice) -> Iterator[Finding]:
    """A cited document that is younger than the notice."""
    header = notice.header
    newest = max(
        (
            header.doc_number.year if header.doc_number else 0,
            header.issue_date.year if header.issue_date else 0,
        )
    )
    for number, cited in enumerate(notice.citations, start=1):
        if newest and cited.doc_number.year > newest:
            detail = ("the notice and a document it cites", "通知与其引用文件")
            key = RowKey(citation_no=number)
            yield _finding(TableName.CITATIONS, key, "doc_number", newest, cited.doc_number.year, detail)


def _finding(
    table: TableName, key: RowKey, column: str, expected: int, actual: int, detail: tuple[str, str]
) -> Finding:
    return make_finding(
        "year-inconsistent",
        table=table,
        key=key,
        column=column,
        expected=expected,
        actual=actual,
        detail=detail[0],
        detail_zh=detail[1],
    )
