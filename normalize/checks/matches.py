"""What the checks of recipients and of table owners share: a match and where it stands."""

from collections.abc import Iterable, Iterator

from schemas.dataset.codes import MatchMethod, Severity, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.model import Frozen
from schemas.notice import Evidence, Match


class Matched(Frozen):
    """A printed name, who it was matched to, and whether money hangs on it."""

    table: TableName
    key: RowKey
    printed: str
    match: Match
    money: bool
    evidence: tuple[Evidence, ...] = ()


def unknown(found: Iterable[Matched]) -> Iterator[Finding]:
    """Nothing fits: an error where money hangs on it."""
    for one in found:
        if one.match.name is None and not one.match.rivals:
            yield make_finding(
                "recipient-unknown",
                severity=Severity.ERROR if one.money else Severity.WARNING,
                table=one.table,
                key=one.key,
                column="recipient",
                actual=one.printed,
                detail="neither a division of the jurisdiction nor an institution by its name" + _near(one),
                detail_zh="既非辖区内行政区划，也非可识别的单位" + _near_zh(one),
            )


def _near(one: Matched) -> str:
    return f"; it resembles {', '.join(one.match.near)}, which it may not be" if one.match.near else ""


def _near_zh(one: Matched) -> str:
    return f"；与“{'、'.join(one.match.near)}”相近，但未必是同一地" if one.match.near else ""


def ambiguous(found: Iterable[Matched]) -> Iterator[Finding]:
    """Two divisions fit alike."""
    for one in found:
        if one.match.name is None and one.match.rivals:
            yield make_finding(
                "recipient-ambiguous",
                table=one.table,
                key=one.key,
                column="recipient",
                actual=one.printed,
                detail=", ".join(one.match.rivals),
                detail_zh="、".join(one.match.rivals),
            )


def inferred(found: Iterable[Matched]) -> Iterator[Finding]:
    """Named by evidence, not by its letters."""
    for one in found:
        if one.match.method == MatchMethod.INFERRED:
            reasons = one.evidence or (Evidence.ONLY,)
            yield make_finding(
                "value-inferred",
                table=one.table,
                key=one.key,
                column="recipient",
                actual=one.printed,
                expected=one.match.name,
                detail="; ".join(e.meaning for e in reasons),
                detail_zh="、".join(e.label_zh for e in reasons),
            )


def outside(found: Iterable[Matched], jurisdiction: str) -> Iterator[Finding]:
    """A division of the nation, but not one that the issuing agency governs."""
    for one in found:
        if not one.match.within and one.match.name:
            yield make_finding(
                "recipient-outside-jurisdiction",
                table=one.table,
                key=one.key,
                column="recipient",
                expected=jurisdiction,
                actual=one.printed,
                recipient=one.match.name,
            )


def spelling(found: Iterable[Matched]) -> Iterator[Finding]:
    """Printed as no official name, short form or known variant of what it was matched to.

    An error where little of the name speaks for it, and the amount doesn't either.
    """
    for one in found:
        if not one.match.spelled and one.match.name and one.match.method != MatchMethod.INFERRED:
            lightly = one.match.light and Evidence.AMOUNT not in one.evidence
            yield make_finding(
                "recipient-spelling",
                severity=Severity.ERROR if lightly else Severity.WARNING,
                table=one.table,
                key=one.key,
                column="recipient",
                expected=one.match.name,
                actual=one.printed,
            )


def resembling(found: Iterable[Matched]) -> Iterator[Finding]:
    """A zone or unit that the list lacks, one character away from a name that it has."""
    for one in found:
        if one.match.name and one.match.near:
            yield make_finding(
                "recipient-resembles",
                table=one.table,
                key=one.key,
                column="recipient",
                expected="、".join(one.match.near),
                actual=one.printed,
            )
