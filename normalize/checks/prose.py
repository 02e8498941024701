"""Lists of recipients in running text against the sum that the text states for them."""

from collections.abc import Iterator
from decimal import Decimal

from normalize.checks.figures import recipients_yuan
from normalize.verified import main_table, main_total
from schemas.dataset.codes import AllocationOrigin, ColumnRole, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Allocation, Notice


def stated(notice: Notice) -> Iterator[Finding]:
    """What the text calls the list's sum against its recipients; of 其中 only more than all is an error."""
    for table in _lists(notice):
        if table.stated is None:
            continue
        expected, actual = table.stated.amount.yuan, recipients_yuan(table)
        if actual is not None and (actual > expected or (table.stated.complete and actual < expected)):
            yield make_finding(
                "allocation-total",
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="amount",
                expected=expected,
                actual=actual,
                difference=actual - expected,
                label=table.columns[0].printed,
                place=table.place,
            )


def alone(notice: Notice) -> Iterator[Finding]:
    """A list whose recipients make up no sum that the notice states: nothing says that all were read."""
    for table in _lists(notice):
        if table.stated is None or _is_part(table):
            yield make_finding(
                "low-confidence",
                table=TableName.ALLOCATIONS,
                key=RowKey(table_no=table.number),
                column="amount",
                actual=recipients_yuan(table) or "",
                detail="the sum of a list in running text; no sum in the text confirms that it is whole",
                detail_zh="取自正文叙述的各项之和，文中没有与之相符的合计，名单可能不全",
                place=table.place,
            )


def more(notice: Notice) -> Iterator[Finding]:
    """A sum in the text that is greater than the list's: the list may be some of what is sent."""
    table, total = main_table(notice), main_total(notice)
    if table is None or total is None or total.yuan is None or table.origin is AllocationOrigin.TABLE:
        return
    together = sum((recipients_yuan(one) or Decimal(0) for one in _lists(notice)), Decimal(0))
    greater = next((a for a in notice.amounts if a.yuan > max(together, total.yuan)), None)
    if greater is not None:
        yield make_finding(
            "low-confidence",
            table=TableName.NOTICES,
            column="total_amount",
            actual=total.amount,
            detail=f"the sum of a list in running text; the text also names {greater.printed}",
            detail_zh=f"取自正文叙述；文中另有“{greater.printed}”",
        )


def _is_part(table: Allocation) -> bool:
    """Whether 其中 names less than all."""
    actual = recipients_yuan(table)
    stated = table.stated
    return stated is not None and not stated.complete and actual is not None and actual < stated.amount.yuan


def _lists(notice: Notice) -> Iterator[Allocation]:
    return (
        t for t in notice.allocations if t.origin is AllocationOrigin.TEXT and t.with_role(ColumnRole.MAIN)
    )
