"""The figures first: what came in, what came out, how much of the money can be trusted."""

from collections import Counter
from collections.abc import Sequence
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


def summarise(rows: Rows) -> Summary:
    """Count and add up."""
    notices = table_rows(rows, TableName.NOTICES, NoticeRow)
    sources = table_rows(rows, TableName.SOURCES, SourceRow)
    money = table_rows(rows, TableName.MONEY, MoneyRow)
    statuses = Counter(row.status for row in notices)
    severities = Counter(row.severity for row in table_rows(rows, TableName.FINDINGS, FindingRow))
    return Summary(
        files=len(sources),
        duplicates=sum(row.role is SourceRole.DUPLICATE for row in sources),
        notices=len(notices),
        pages_unread=pages_unreadable(rows),
        statuses=tuple((status, statuses[status]) for status in Status),
        severities=tuple((severity, severities[severity]) for severity in Severity),
        money=add_up(money),
        groups=_groups(money, notices),
        several_levels=len({_level(row.jurisdiction_code) for row in money} - {None}) > 1,
    )


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


def _groups(money: Sequence[MoneyRow], notices: Sequence[NoticeRow]) -> tuple[MoneyGroup, ...]:
    """By year, the latest first, then the largest sum."""
    names = {row.notice_id: row.jurisdiction_name for row in notices}
    found: dict[tuple[int | None, str | None, str | None], list[MoneyRow]] = {}
    for row in money:
        jurisdiction = names.get(row.notice_id) or row.jurisdiction_code
        found.setdefault((row.fiscal_year, row.fund_name, jurisdiction), []).append(row)
    groups = [
        MoneyGroup(fiscal_year=year, fund_name=fund, jurisdiction=where, money=add_up(rows))
        for (year, fund, where), rows in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: (-(group.fiscal_year or 0), -group.money.gross)))


def _level(code: str | None) -> int | None:
    """How deep a division lies (GB/T 2260): 1 province, 2 prefecture, 3 county or below."""
    if code is None:
        return None
    return 1 if code.endswith("0000") else 2 if code.endswith("00") else 3
