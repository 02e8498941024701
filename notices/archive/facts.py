"""What the archive's checks need of each notice, and no more: a few hundred bytes for each."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import TypeVar

from notices.process import Rows
from schemas.dataset.codes import Action, ColumnRole, RowKind, Status, TableName
from schemas.dataset.money_rows import AllocationRow, MoneyRow
from schemas.dataset.notice_rows import CitationRow, NoticeRow
from schemas.model import Frozen

T = TypeVar("T", MoneyRow, CitationRow, AllocationRow)


class Header(Frozen):
    """What of a notice's row is compared, as `NoticeRow` has it."""

    notice_id: str
    source: str
    doc_number: str | None = None
    title: str | None = None
    issue_date: date | None = None
    jurisdiction_code: str | None = None
    fund_name: str | None = None
    fiscal_year: int | None = None
    action: Action | None = None
    total_amount_yuan: Decimal | None = None


class Facts(Frozen):
    """A notice.

    `paid` are the sums in 元 by recipient (code, else name), without those that aren't known, `names` what
    these are called; `earlier` is what its tables say was sent before (提前下达), null without such a column.
    """

    notice: Header
    paid: dict[str, Decimal]
    names: dict[str, str]
    cited: tuple[str, ...]
    earlier: Decimal | None

    @property
    def name(self) -> str:
        """What a person calls it."""
        return self.notice.doc_number or self.notice.source


def facts_of(rows: Rows) -> Iterator[Facts]:
    """Each notice that was read as one, in order; `rows` may hold several."""
    money = _by_notice(row for row in rows.get(TableName.MONEY, ()) if isinstance(row, MoneyRow))
    cited = _by_notice(row for row in rows.get(TableName.CITATIONS, ()) if isinstance(row, CitationRow))
    cells = _by_notice(row for row in rows.get(TableName.ALLOCATIONS, ()) if isinstance(row, AllocationRow))
    for notice in rows.get(TableName.NOTICES, ()):
        if isinstance(notice, NoticeRow) and notice.status in (Status.OK, Status.REVIEW):
            key = notice.notice_id
            yield Facts(
                notice=Header.model_validate({name: getattr(notice, name) for name in Header.model_fields}),
                paid=_paid(money.get(key, [])),
                names={_key(row): row.recipient for row in money.get(key, []) if row.recipient},
                cited=tuple(dict.fromkeys(c.doc_number for c in cited.get(key, []) if c.doc_number)),
                earlier=_earlier(cells.get(key, [])),
            )


def _by_notice(rows: Iterable[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for row in rows:
        found.setdefault(row.notice_id, []).append(row)
    return found


def _paid(rows: Iterable[MoneyRow]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for row in rows:
        key = _key(row)
        if key and row.amount_yuan is not None:
            found[key] = found.get(key, Decimal(0)) + row.amount_yuan
    return found


def _key(row: MoneyRow) -> str:
    return row.division_code or row.recipient or ""


def _earlier(cells: Iterable[AllocationRow]) -> Decimal | None:
    sums = [
        cell.amount_yuan
        for cell in cells
        if cell.column_role is ColumnRole.EARLIER and cell.row_kind is RowKind.RECIPIENT and cell.amount_yuan
    ]
    return sum(sums, Decimal(0)) if sums else None
