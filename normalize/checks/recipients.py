"""The recipients of the allocation tables."""

from collections.abc import Iterator
from decimal import Decimal

from normalize.checks import matches
from normalize.checks.figures import main_yuan
from normalize.checks.matches import Matched
from normalize.performance.owners import identity
from schemas.dataset.codes import MatchMethod, RecipientKind, RowKind, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notice import Allocation, Evidence, Match, Notice
from schemas.reference.divisions import children


def _matched(notice: Notice) -> Iterator[Matched]:
    for table in notice.allocations:
        for row in table.of_kind(RowKind.RECIPIENT):
            if row.match is not None:
                yield Matched(
                    table=TableName.ALLOCATIONS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    printed=row.name.text if row.name else "",
                    match=row.match,
                    money=bool(main_yuan(table, row)),
                    evidence=_witness(row.match, main_yuan(table, row), notice),
                )


def _witness(match: Match, yuan: Decimal | None, notice: Notice) -> tuple[Evidence, ...]:
    """What speaks for a likeness beside the name: the division's own performance table over the same sum."""
    if match.spelled or match.method == MatchMethod.INFERRED or match.division_code is None:
        return ()
    own = (t for t in notice.performance if t.match.spelled and t.match.division_code == match.division_code)
    same = any(t.amount and t.amount.yuan is not None and t.amount.yuan == yuan for t in own)
    return (Evidence.AMOUNT,) if same else ()


def unknown(notice: Notice) -> Iterator[Finding]:
    """A recipient that nothing fits."""
    yield from matches.unknown(_matched(notice))


def ambiguous(notice: Notice) -> Iterator[Finding]:
    """A recipient that two divisions fit alike."""
    yield from matches.ambiguous(_matched(notice))


def inferred(notice: Notice) -> Iterator[Finding]:
    """A recipient named by evidence."""
    yield from matches.inferred(_matched(notice))


def outside(notice: Notice) -> Iterator[Finding]:
    """A recipient elsewhere in the nation."""
    yield from matches.outside(_matched(notice), notice.header.jurisdiction_name or "")


def spelling(notice: Notice) -> Iterator[Finding]:
    """A misspelt recipient."""
    yield from matches.spelling(_matched(notice))


def resembling(notice: Notice) -> Iterator[Finding]:
    """A zone or unit as recipient that resembles a listed one."""
    yield from matches.resembling(_matched(notice))


def duplicates(notice: Notice) -> Iterator[Finding]:
    """A recipient that stands twice in one table under the same subtotal."""
    for table in notice.allocations:
        seen: dict[tuple[str, int | None], int] = {}
        for row in table.of_kind(RowKind.RECIPIENT):
            if row.match is None or row.match.name is None:
                continue
            own = row.match.kind in (RecipientKind.OWN_LEVEL, RecipientKind.INSTITUTION)
            first = seen.setdefault((identity(row.match), row.parent), row.number)
            if first != row.number and not (own and row.parent is not None):
                yield make_finding(
                    "recipient-duplicate",
                    table=TableName.ALLOCATIONS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="recipient",
                    recipient=row.match.name,
                    detail=f"rows {first} and {row.number}",
                    detail_zh=f"第{first}行与第{row.number}行",
                )


def missing(notice: Notice) -> Iterator[Finding]:
    """A division of the jurisdiction without a row, where the table has most of them."""
    code = notice.header.jurisdiction_code
    if code is None or not notice.allocations:
        return
    table = max(notice.allocations, key=_breadth)
    have = {row.match.division_code for row in table.rows if row.match}
    below = children(code, notice.year)
    absent = [d for d in below if d.code not in have]
    if 0 < len(absent) < len(below) / 2:
        for division in absent:
            key = RowKey(table_no=table.number, recipient=division.name)
            yield make_finding("recipient-missing", table=TableName.ALLOCATIONS, key=key, column="recipient")


def _breadth(table: Allocation) -> int:
    return len(table.of_kind(RowKind.RECIPIENT))
