"""What a notice says was sent in advance, and the notice that sent it (提前下达核对)."""

from collections.abc import Iterator, Sequence

from notices.archive.duplicates import Found
from notices.archive.facts import Facts
from schemas.dataset.codes import Action, TableName
from schemas.findings import make_finding

Series = tuple[str | None, str | None, int | None]


def sent_in_advance(archive: Sequence[Facts]) -> Iterator[Found]:
    """A column 提前下达 that isn't the total of the one notice that sent this fund of the year in advance."""
    advances: dict[Series, list[Facts]] = {}
    for facts in archive:
        if facts.notice.action is Action.ADVANCE:
            advances.setdefault(series(facts), []).append(facts)
    for facts in archive:
        sent = advances.get(series(facts), [])
        if facts.earlier is None or facts in sent or len(sent) != 1 or None in series(facts):
            continue
        total = sent[0].notice.total_amount_yuan
        if total is not None and total != facts.earlier:
            yield (
                facts.notice.notice_id,
                make_finding(
                    "batch-total",
                    table=TableName.NOTICES,
                    column="total_amount_yuan",
                    expected=facts.earlier,
                    actual=total,
                    difference=total - facts.earlier,
                    other_notice_id=sent[0].notice.notice_id,
                    label=sent[0].name,
                ),
            )


def series(facts: Facts) -> Series:
    """Whose money, which fund, which year."""
    return facts.notice.jurisdiction_code, facts.notice.fund_name, facts.notice.fiscal_year
