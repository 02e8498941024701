"""The fund parts (其中) of performance tables against the part columns of the allocation."""

from collections.abc import Iterator
from decimal import Decimal

from normalize.checks.figures import main_yuan, payments
from normalize.checks.text_held import added, divided
from normalize.fund_words import fund_words
from normalize.performance.owners import identity
from schemas.dataset.codes import FundsSource, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.model import Frozen
from schemas.notice import Allocation, AllocationColumn, AllocationRow, Fund, Notice, PerformanceTable


class _Part(Frozen):
    """A part of a table and what its recipient's row has in the columns of the same source, in 元."""

    table: PerformanceTable
    number: int
    fund: Fund
    stated: Decimal
    allotted: Decimal


def parts(notice: Notice) -> Iterator[Finding]:
    """中央补助 of a table against 中央资金 of its recipient's row, where the annual amount is the row's.

    A source without a column is let pass. Where fewer than half of the parts agree, tables and columns
    don't name the sources alike and nothing is said.
    """
    asked = list(_asked(notice))
    open_ones = [part for part in asked if part.stated != part.allotted]
    for part in open_ones if 2 * len(open_ones) < len(asked) else ():
        yield make_finding(
            "performance-part",
            table=TableName.PERFORMANCE_FUNDS,
            key=RowKey(table_no=part.table.number, fund_no=part.number, recipient=part.table.match.name),
            column="amount",
            expected=part.allotted,
            actual=part.stated,
            difference=part.stated - part.allotted,
            label=part.fund.source_printed,
        )


def _asked(notice: Notice) -> Iterator[_Part]:
    paid = payments(notice)
    for table in notice.performance:
        rows = paid.get(identity(table.match), []) if table.match.name else []
        if len(rows) == 1 and table.amount and table.amount.yuan == main_yuan(*rows[0]):
            yield from _of_table(table, *rows[0])


def _of_table(table: PerformanceTable, allocation: Allocation, row: AllocationRow) -> Iterator[_Part]:
    sources = [fund.source for fund in table.funds]
    for number, fund in enumerate(table.funds, start=1):
        columns = _columns(allocation, fund.source)
        allotted = added(allocation, row, columns) if columns else None
        stated = fund.amount.yuan
        if sources.count(fund.source) == 1 and allotted is not None and stated is not None:
            yield _Part(table=table, number=number, fund=fund, stated=stated, allotted=allotted)


def _columns(allocation: Allocation, source: FundsSource) -> tuple[AllocationColumn, ...]:
    """The columns of this source; one that names only whose money it is stands for all of them."""
    of_source = [(c, fund_words(c.printed.split(" / "))) for c in divided(allocation)]
    found = [(column, words) for column, words in of_source if words.source == source]
    whole = [column for column, words in found if not words.fund]
    return tuple(whole[:1] or (column for column, _ in found))
