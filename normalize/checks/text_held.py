"""Which figure of the tables a part of the body text means."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from normalize.checks.figures import ColumnSum, column_sums, fits, main_yuan, payments, summed_yuan
from normalize.fund_words import FundWords, fund_words, meant, same_fund
from schemas.dataset.codes import AllocationOrigin, ColumnRole, FundsSource, RowKind
from schemas.model import Frozen
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Notice
from schemas.text_sums import TextBreakdown, TextPart

_OF_A_TABLE = re.compile(
    r"(?:[（(][^（()）]*[)）])?(?:情况|明细|方案|计划|汇总|一览|安排|分配)*表(?:[（(][^（()）]*[)）])?$"
)


class Held(Frozen):
    """A part of the text and the figure it means, in 元.

    `row` is the recipient's, null for a column's total, whose row is `row_no` where one is printed;
    `rightly` are the sums that the text may rightly name, the table's own first; `some`: it may
    be some of the figure.
    """

    part: TextPart
    table: Allocation
    column: AllocationColumn
    row: AllocationRow | None
    row_no: int | None
    rightly: tuple[Decimal, ...]
    some: bool = False


class _Scope(Frozen):
    """Where the parts of a whole are looked for: in these tables, in the payee's row where it is one's."""

    tables: tuple[Allocation, ...]
    payee: str | None = None
    source: FundsSource | None = None


def held_against_tables(notice: Notice) -> Iterator[Held]:
    """Every part of a sum that is sent down, and every recipient's sum, that a figure answers to."""
    fund = fund_words((notice.header.fund_name or "",)).fund
    scopes: dict[TextPart, _Scope] = {}
    for one in notice.breakdowns:
        scope = _scope(notice, one, scopes)
        if scope is None:
            continue
        for part in _whose(one, scope):
            some = part.for_a_use or _named_again(one, part)
            held = tuple(h.model_copy(update={"some": some}) for h in _held(notice, scope, part, fund))
            if held or part.payee:  # what no column answers to divides no column either
                source = fund_words((part.label,)).source
                scopes[part] = _Scope(
                    tables=scope.tables, payee=part.payee or scope.payee, source=source or scope.source
                )
            yield from held


def _named_again(one: TextBreakdown, part: TextPart) -> bool:
    """第一批中央资金, 第二批中央资金: each is some of what both mean."""
    words = [fund_words((p.label,)) for p in one.parts if p.payee is None]
    return part.payee is None and words.count(fund_words((part.label,))) > 1


def _whose(one: TextBreakdown, scope: _Scope) -> Iterator[TextPart]:
    """The parts whose owner is clear: behind 甲县中央资金200万元, 省级资金100万元 may be 甲县's or all's."""
    somebodys = False
    for part in one.parts:
        somebodys = somebodys or (part.payee is not None and scope.payee is None)
        if part.payee is not None or not somebodys:
            yield part


def _scope(notice: Notice, one: TextBreakdown, scopes: Mapping[TextPart, _Scope]) -> _Scope | None:
    """A sum for one recipient, a part divided further, or what a table (all tables together) sends."""
    tables = tuple(
        t for t in notice.allocations if t.origin is AllocationOrigin.TABLE and t.with_role(ColumnRole.MAIN)
    )
    if one.whole is None:
        return _Scope(tables=tables)
    if one.whole in scopes:
        return scopes[one.whole]
    sums = [_sent(table) for table in tables]
    own = tuple(
        t for t, found in zip(tables, sums, strict=True) if any(fits(one.whole.amount, s) for s in found)
    )
    together = sum((found[0] for found in sums if found), Decimal(0))
    if not one.whole.amount.sent or not (own or fits(one.whole.amount, together)):
        return None
    return _Scope(tables=own or tables) if len(own) < 2 else None


def _sent(table: Allocation) -> list[Decimal]:
    """What the table sends by its printed total, and by its rows."""
    mains = table.with_role(ColumnRole.MAIN)
    printed = [s.yuan for s in column_sums(table) if s.column in mains]
    rows = [summed_yuan(table.of_kind(RowKind.RECIPIENT), column) for column in mains]
    found = [sum(printed, Decimal(0))] if printed else []
    return [*found, sum((r for r in rows if r is not None), Decimal(0))]


def _held(notice: Notice, scope: _Scope, part: TextPart, fund: str) -> Iterator[Held]:
    payee = part.payee or scope.payee
    if payee is not None:
        rows = payments(notice).get(payee, [])
        if len(rows) == 1:  # of several rows the text may mean any
            yield from _in_row(*rows[0], part, fund)
        return
    sums = [[s for s in column_sums(table) if s.column in divided(table)] for table in scope.tables]
    found = [s for in_table in sums for s in _sums_meant(part, scope.source, in_table, fund)]
    found = found or _table_meant(part, scope.tables)
    if found:
        yield Held(
            part=part,
            table=found[0].table,
            column=found[0].column,
            row=None,
            row_no=found[0].row_no,
            rightly=(sum((s.yuan for s in found), Decimal(0)),),
        )


def of_its_title(part: TextPart, table: Allocation) -> bool:
    """Whether the table's title names the part's fund: of several funds it may divide one."""
    words = fund_words((part.label,)).fund
    return bool(words) and same_fund(words, _titled(table).fund)


def _titled(table: Allocation) -> FundWords:
    return fund_words((_OF_A_TABLE.sub("", table.title),))


def _table_meant(part: TextPart, tables: Sequence[Allocation]) -> list[ColumnSum]:
    """Of several tables side by side, what the one sends whose title names the part's fund and no other's."""
    words = fund_words((part.label,))
    titles = [_titled(table) for table in tables]
    indices = meant(words, titles, "") if len(tables) > 1 and words.fund else ()
    table = tables[indices[0]] if len(indices) == 1 else None
    mains = table.with_role(ColumnRole.MAIN) if table else ()
    return [s for s in column_sums(table) if s.column == mains[0]] if table and len(mains) == 1 else []


def _in_row(table: Allocation, row: AllocationRow, part: TextPart, fund: str) -> Iterator[Held]:
    """The recipient's sum where the label says no more than the name and the notice's fund, else its part."""
    words = fund_words((part.rest if part.payee else part.label,))
    mains = table.with_role(ColumnRole.MAIN)
    if part.payee and words.source is None and (not words.fund or same_fund(words.fund, fund)):
        columns, own = mains, main_yuan(table, row)
    else:
        parts = divided(table)
        columns = tuple(parts[i] for i in _meant(words, parts, fund))
        own = added(table, row, columns)
    if columns and own is not None:
        others = tuple(c.yuan for c in row.cells if c is not None and c.yuan is not None)
        rightly = (own, *others) if columns == mains else (own,)
        yield Held(part=part, table=table, column=columns[0], row=row, row_no=row.number, rightly=rightly)


def added(table: Allocation, row: AllocationRow, columns: Sequence[AllocationColumn]) -> Decimal | None:
    """The row's cells together, blank ones as nothing; null where one can't be read or has no unit."""
    cells = [cell for column in columns if (cell := table.cell(row, column)) is not None]
    if any(not cell.readable or (cell.value is not None and cell.yuan is None) for cell in cells):
        return None
    return sum((cell.yuan for cell in cells if cell.yuan is not None), Decimal(0))


def divided(table: Allocation) -> tuple[AllocationColumn, ...]:
    """The columns that a part may mean: parts, or funds side by side, never the one that is the whole."""
    mains = table.with_role(ColumnRole.MAIN)
    parts = table.with_role(ColumnRole.PART)
    return (*(mains if len(mains) > 1 else ()), *parts)


def _meant(words: FundWords, columns: Sequence[AllocationColumn], fund: str) -> tuple[int, ...]:
    """By the whole header, else by its lowest label: what stands over it may be anything (分配方案)."""
    paths = [column.printed.split(" / ") for column in columns]
    whole = meant(words, map(fund_words, paths), fund)
    return whole or meant(words, [fund_words(path[-1:]) for path in paths], fund)


def _sums_meant(
    part: TextPart, above: FundsSource | None, sums: Sequence[ColumnSum], fund: str
) -> list[ColumnSum]:
    """Of one table; a part of 中央资金 (`above`) is the centre's where a column says so."""
    words, columns = fund_words((part.label,)), [s.column for s in sums]
    inner = words.model_copy(update={"source": words.source or above})
    return [sums[i] for i in _meant(inner, columns, fund) or _meant(words, columns, fund)]
