"""What was met while reading: problems, figures that are none, garbled text."""

from collections.abc import Iterator

from normalize.checks.figures import row_name
from normalize.verified import main_total
from schemas.dataset.codes import Action, AllocationOrigin, Measure, Severity, TableName
from schemas.document import Problem, ProblemKind
from schemas.findings import Finding, RowKey, make_finding, unreadable_finding
from schemas.notation.text import compare_form, struck
from schemas.notice import Amount, Notice

_NO_TABLE = ("the table that states it was not understood", "载有该项的表格未能解析")
_NO_ONE_SUM = (
    "there is no allocation table, and which sum of the text is sent isn't clear",
    "未见分配表，正文中有多个金额，无法确定下达的是哪一个",
)
_NO_SUM = ("there is neither an allocation table nor a sum in the text", "未见分配表，正文中也无金额")
_GARBLE = "\ufffd"


def problems(notice: Notice) -> Iterator[Finding]:
    """Problems of the reader become findings here and nowhere else; a table not read has the next number."""
    for number, problem in enumerate(notice.problems, start=len(notice.allocations) + 1):
        key = _page_key(problem)
        if problem.reason is not None:
            yield unreadable_finding(problem.reason, TableName.NOTICES, key=key, place=problem.place)
        elif problem.kind is ProblemKind.HIDDEN:
            code, detail = problem.kind.value, problem.detail
            yield make_finding(code, table=TableName.NOTICES, key=key, detail=detail, place=problem.place)
        else:
            yield make_finding(
                problem.kind.value,
                table=problem.table or TableName.ALLOCATIONS,
                key=RowKey(table_no=number),
                detail=problem.detail,
                place=problem.place,
            )


def _page_key(problem: Problem) -> RowKey:
    """Which page; of which file where it isn't the main one."""
    file_no = problem.place.file_no
    return RowKey(file_no=file_no if file_no > 1 else None, page=problem.place.page)


_OF_MONEY = (None, TableName.ALLOCATIONS)


def money_unread(notice: Notice) -> Iterator[Finding]:
    """A notice that sends money has a unit and a total, but where nothing that states them was understood."""
    if notice.allocations or main_total(notice) is not None:
        return
    lost = any(p.kind == ProblemKind.TABLE_UNPARSED and p.table in _OF_MONEY for p in notice.problems)
    detail = _NO_TABLE if lost else _NO_ONE_SUM if notice.amounts else _NO_SUM
    if lost or notice.amounts or notice.header.action is not Action.OTHER:
        for column in ("unit", "total_amount"):
            yield make_finding(
                "field-missing",
                table=TableName.NOTICES,
                column=column,
                detail=detail[0],
                detail_zh=detail[1],
            )


def total_without_table(notice: Notice) -> Iterator[Finding]:
    """The total is the text's one sum while a table of money wasn't understood: it may be in another unit."""
    total = main_total(notice)
    lost = any(p.kind == ProblemKind.TABLE_UNPARSED and p.table in _OF_MONEY for p in notice.problems)
    if total is None or notice.allocations or not lost:
        return
    for column, read in (("unit", total.unit), ("total_amount", total.amount)):
        yield make_finding(
            "low-confidence",
            table=TableName.NOTICES,
            column=column,
            actual=read,
            detail="the text's, while a table of money was not understood",
            detail_zh="取自正文，而载有金额的表格未能解析",
        )


def unlabelled_columns(notice: Notice) -> Iterator[Finding]:
    """Of several columns of money some have no label: whose or what for their figures are isn't known."""
    for table in notice.allocations:
        money = [c for c in table.columns if c.measure == Measure.AMOUNT]
        bare = [str(c.number) for c in money if not c.printed.strip(" /")]
        if bare and len(money) > 1 and table.origin is AllocationOrigin.TABLE:
            yield make_finding(
                "low-confidence",
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="column_printed",
                actual="—",
                detail=f"no label stands over the sums of column {', '.join(bare)}",
                detail_zh=f"第{'、'.join(bare)}列金额上方没有栏目名称",
            )


def unreadable_amounts(notice: Notice) -> Iterator[Finding]:
    """A figure cell that holds no number that can be read for sure."""
    for table in notice.allocations:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell is not None and not cell.readable and column.measure != Measure.TEXT:
                    key = RowKey(table_no=table.number, row_no=row.number, column_no=column.number)
                    yield _unreadable(TableName.ALLOCATIONS, key, cell.printed, row_name(row))
    for performance in notice.performance:
        if performance.amount and not performance.amount.readable:
            key = RowKey(table_no=performance.number)
            yield _unreadable(TableName.PERFORMANCE_TABLES, key, performance.amount.printed, "")
        for number, fund in enumerate(performance.funds, start=1):
            if not fund.amount.readable:
                key = RowKey(table_no=performance.number, fund_no=number)
                yield _unreadable(TableName.PERFORMANCE_FUNDS, key, fund.amount.printed, fund.source_printed)


def _unreadable(table: TableName, key: RowKey, printed: str, name: str) -> Finding:
    return make_finding(
        "unreadable",
        table=table,
        key=key,
        column="amount",
        actual=printed,
        detail=f"{name} {printed!r} is no number".strip(),
        detail_zh=f"{name}“{printed}”不是数字",
        advice="Enter the figure from the page.",
        advice_zh="请对照原页录入。",
    )


def lost_digits(notice: Notice) -> Iterator[Finding]:
    """Digits below a 分 that amount_yuan can't hold (float dust such as 0.240000152587891)."""
    for table, key, amount in _amounts(notice):
        if not amount.exact and amount.yuan is not None:
            yield make_finding(
                "value-repaired",
                severity=Severity.INFO,
                table=table,
                key=key,
                column="amount_yuan",
                actual=f"{amount.printed}{amount.unit}",
                expected=amount.yuan,
                detail="rounded to a 分",
                detail_zh="舍入到分",
            )


def _amounts(notice: Notice) -> Iterator[tuple[TableName, RowKey, Amount]]:
    """Every figure with its row."""
    for table in notice.allocations:
        for row in table.rows:
            for number, cell in enumerate(row.cells, start=1):
                if cell is not None:
                    key = RowKey(table_no=table.number, row_no=row.number, column_no=number)
                    yield TableName.ALLOCATIONS, key, cell
    for performance in notice.performance:
        if performance.amount is not None:
            yield TableName.PERFORMANCE_TABLES, RowKey(table_no=performance.number), performance.amount
        for number, fund in enumerate(performance.funds, start=1):
            key = RowKey(table_no=performance.number, fund_no=number)
            yield TableName.PERFORMANCE_FUNDS, key, fund.amount


def suspect_text(notice: Notice) -> Iterator[Finding]:
    """Replacement characters and struck-through parts in the running text."""
    for clause in notice.clauses:
        for part in (*struck(clause.text), *([_GARBLE] if _GARBLE in clause.text else [])):
            yield make_finding(
                "text-suspect",
                table=TableName.CLAUSES,
                key=RowKey(clause_no=clause.number),
                column="text",
                actual=part,
                detail="struck through or garbled",
                detail_zh="有删除线或乱码",
            )


def two_titles(notice: Notice) -> Iterator[Finding]:
    """One document number cited with two titles; the agency before 关于 may be left out."""
    titles: dict[str, str] = {}
    for number, cited in enumerate(notice.citations, start=1):
        canonical = cited.doc_number.canonical
        known = titles.setdefault(canonical, cited.title or "") or ""
        if known and cited.title and _subject(known) != _subject(cited.title):
            yield make_finding(
                "text-suspect",
                table=TableName.CITATIONS,
                key=RowKey(citation_no=number),
                column="title",
                actual=cited.title,
                detail=f"{canonical} is also cited as {known}",
                detail_zh=f"{canonical} 另被引作《{known}》",
            )
        titles[canonical] = known or cited.title or ""


def _subject(title: str) -> str:
    return compare_form(title[max(0, title.find("关于")) :])
