"""A notice hands on what the notice it cites allots to its jurisdiction (转下达与上级文件核对)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from notices.archive.duplicates import Found
from notices.archive.facts import Facts
from schemas.dataset.codes import Action, TableName
from schemas.findings import make_finding

_HANDED_ON = (Action.ALLOCATE, Action.DISBURSE, Action.ADVANCE)
_MOST = 6
"""Cited notices of one archive that may be handed on together."""


def handed_on(archive: Sequence[Facts]) -> Iterator[Found]:
    """A sum sent on that is none of what the cited notices of the archive give, alone or together."""
    known = {facts.notice.doc_number: facts for facts in archive if facts.notice.doc_number}
    for facts in archive:
        given = _given(facts, known)
        total = facts.notice.total_amount_yuan
        if not given or total is None or facts.notice.action not in _HANDED_ON:
            continue
        if total not in _sums([paid for _, paid in given]):
            upstream, paid = given[0]
            yield (
                facts.notice.notice_id,
                make_finding(
                    "upstream-total",
                    table=TableName.NOTICES,
                    column="total_amount_yuan",
                    expected=paid,
                    actual=total,
                    difference=total - paid,
                    other_notice_id=upstream.notice.notice_id,
                    label=upstream.name,
                ),
            )


def _given(facts: Facts, known: dict[str, Facts]) -> list[tuple[Facts, Decimal]]:
    """The cited notices of the archive that pay this jurisdiction, and what."""
    code = facts.notice.jurisdiction_code
    cited = [known[number] for number in facts.cited if number in known and known[number] is not facts]
    return [(other, other.paid[code]) for other in cited if code is not None and code in other.paid]


def _sums(paid: Sequence[Decimal]) -> set[Decimal]:
    few = paid[:_MOST]
    return {sum(some, Decimal(0)) for n in range(1, len(few) + 1) for some in combinations(few, n)}
