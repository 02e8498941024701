"""The figures first: what came in, what came out, how much of the money can be trusted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from notices.process import Rows
from notices.unread import pages_unreadable
from notices.view.tables import table_rows
from schemas.dataset.codes import Severity, SourceRole, Status, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.money_rows import MoneyRow
from schemas.dataset.notice_rows import NoticeRow, SourceRow
from schemas.model import Frozen


class Money(Frozen):
    """A sum in 元 with its parts; `gross` adds up without signs and is what the parts are shares of."""

    net: Decimal
    gross: Decimal
    verified: Decimal
    flagged: Decimal
    recipients: int
    notices: int
    unknown: int

    def __add__(self, other: "Money") -> "Money":
        """The money of both; no notice is in the two."""
        return Money.model_validate({name: value + getattr(other, name) for name, value in self})


NO_MONEY = Money(
    net=Decimal(0),
    gross=Decimal(0),
    verified=Decimal(0),
    flagged=Decimal(0),
    recipients=0,
    notices=0,
    unknown=0,
)

Group = tuple[int | None, str | None, str | None]
"""Year, fund and jurisdiction."""


class MoneyGroup(Frozen):
    """The money of one year, fund and jurisdiction."""

    fiscal_year: int | None
    fund_name: str | None
    jurisdiction: str | None
    money: Money


class Summary(Frozen):
    """What the first part of the report shows."""

    files: int
    duplicates: int
    notices: int
    pages_unread: int
    statuses: tuple[tuple[Status, int], ...]
    severities: tuple[tuple[Severity, int], ...]
    money: Money
    groups: tuple[MoneyGroup, ...]
    several_levels: bool


class Tally:
    """Counts and adds up, some notices at a time."""

    def __init__(self) -> None:
        self._files = self._duplicates = self._pages = 0
        self._statuses: Counter[Status] = Counter()
        self._severities: Counter[Severity] = Counter()
        self._groups: dict[Group, Money] = {}
        self._levels: set[int | None] = set()

    def add(self, rows: Rows) -> None:
        """Rows of whole notices."""
        notices = table_rows(rows, TableName.NOTICES, NoticeRow)
        sources = table_rows(rows, TableName.SOURCES, SourceRow)
        money = table_rows(rows, TableName.MONEY, MoneyRow)
        self._files += len(sources)
        self._duplicates += sum(row.role is SourceRole.DUPLICATE for row in sources)
        self._pages += pages_unreadable(rows)
        self._statuses.update(row.status for row in notices)
        self._severities.update(row.severity for row in table_rows(rows, TableName.FINDINGS, FindingRow))
        self._levels |= {_level(row.jurisdiction_code) for row in money}
        for group, some in _grouped(money, notices).items():
            self._groups[group] = self._groups.get(group, NO_MONEY) + add_up(some)

    def summary(self) -> Summary:
        """What it came to."""
        return Summary(
            files=self._files,
            duplicates=self._duplicates,
            notices=self._statuses.total(),
            pages_unread=self._pages,
            statuses=tuple((status, self._statuses[status]) for status in Status),
            severities=tuple((severity, self._severities[severity]) for severity in Severity),
            money=sum(self._groups.values(), NO_MONEY),
            groups=_sorted(self._groups),
            several_levels=len(self._levels - {None}) > 1,
        )


def summarise(parts: Iterable[Rows]) -> Summary:
    """Count and add up."""
    tally = Tally()
    for rows in parts:
        tally.add(rows)
    return tally.summary()


def add_up(rows: Sequence[MoneyRow]) -> Money:
    """Add money up; rows without an amount are counted as `unknown`."""
    known = [(row, row.amount_yuan) for row in rows if row.amount_yuan is not None]
    return Money(
        net=sum((amount for _, amount in known), Decimal(0)),
        gross=sum((abs(amount) for _, amount in known), Decimal(0)),
        verified=sum((abs(amount) for row, amount in known if row.verified), Decimal(0)),
        flagged=sum((abs(amount) for row, amount in known if row.flagged), Decimal(0)),
        recipients=len(rows),
        notices=len({row.notice_id for row in rows}),
        unknown=len(rows) - len(known),
    )


def _grouped(money: Sequence[MoneyRow], notices: Sequence[NoticeRow]) -> dict[Group, list[MoneyRow]]:
    names = {row.notice_id: row.jurisdiction_name for row in notices}
    found: dict[Group, list[MoneyRow]] = {}
    for row in money:
        jurisdiction = names.get(row.notice_id) or row.jurisdiction_code
        found.setdefault((row.fiscal_year, row.fund_name, jurisdiction), []).append(row)
    return found


def _sorted(found: Mapping[Group, Money]) -> tuple[MoneyGroup, ...]:
    """By year, the latest first, then the largest sum."""
    groups = [
        MoneyGroup(fiscal_year=year, fund_name=fund, jurisdiction=where, money=money)
        for (year, fund, where), money in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-(group.fiscal_year or 0), -group.money.gross)))


def _level(code: str | None) -> int | None:
    """How deep a division lies (GB/T 2260): 1 province, 2 prefecture, 3 county or below."""
    if code is None:
        return None
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3
