"""A recipient's money against the year before, beside what became of the others' (年度比较)."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import median

from notices.archive.batches import series
from notices.archive.duplicates import Found
from notices.archive.facts import Facts
from schemas.dataset.codes import TableName
from schemas.findings import Finding, RowKey, make_finding

_FAR = Decimal(8)
"""Times more or less than what became of most: a decimal point or a unit out of place makes ten."""

_FEWEST = 3
"""Recipients of both years, for what became of most to be known."""

Year = dict[str, Decimal]


def out_of_line(archive: Sequence[Facts]) -> Iterator[Found]:
    """Recipients whose sum of a fund and year is far from the year before's, or missing between two years."""
    sums, names, last = _by_series(archive)
    for (where, fund, year), paid in sums.items():
        before = sums.get((where, fund, year - 1))
        after = sums.get((where, fund, year + 1), {})
        notice = last[where, fund, year]
        if before is None:
            continue
        other = last[where, fund, year - 1]
        for recipient, times in _far(before, paid).items():
            yield notice, _finding(names[recipient], paid.get(recipient), before[recipient], times, other)
        for recipient in before.keys() & after.keys() - paid.keys():
            yield notice, _finding(names[recipient], None, before[recipient], None, other)


def _by_series(
    archive: Sequence[Facts],
) -> tuple[dict[tuple[str, str, int], Year], dict[str, str], dict[tuple[str, str, int], str]]:
    """Sums of a year by recipient, recipients' names, and the last notice of each year."""
    sums: dict[tuple[str, str, int], Year] = {}
    names: dict[str, str] = {}
    last: dict[tuple[str, str, int], str] = {}
    for facts in archive:
        where, fund, year = series(facts)
        if where is None or fund is None or year is None:
            continue
        paid = sums.setdefault((where, fund, year), {})
        for recipient, amount in facts.paid.items():
            paid[recipient] = paid.get(recipient, Decimal(0)) + amount
        names |= facts.names
        last[where, fund, year] = facts.notice.notice_id
    return sums, names, last


def _far(before: Mapping[str, Decimal], paid: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Recipient → how many times as much as what became of the median recipient; only those far off."""
    ratios = {r: paid[r] / before[r] for r in before.keys() & paid.keys() if before[r] > 0 and paid[r] > 0}
    if len(ratios) < _FEWEST:
        return {}
    usual = median(ratios.values())
    found = {recipient: ratio / usual for recipient, ratio in sorted(ratios.items())}
    return {r: times for r, times in found.items() if times >= _FAR or times * _FAR <= 1}


def _finding(name: str, paid: Decimal | None, before: Decimal, times: Decimal | None, other: str) -> Finding:
    return make_finding(
        "year-on-year",
        table=TableName.MONEY,
        key=RowKey(recipient=name),
        column="amount_yuan",
        expected=before,
        actual="—" if paid is None else paid,
        other_notice_id=other,
        detail="no row this year, though in the year before and the year after"
        if times is None
        else f"{times:.2f} times what became of the others",
        detail_zh="本年未列，而上年、下年均有" if times is None else f"为其他接收方变动幅度的{times:.2f}倍",
    )
