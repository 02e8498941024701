"""The same document number twice: one notice kept twice, or two readings of it (文号重复)."""

from collections.abc import Iterator, Sequence

from notices.archive.facts import Facts
from schemas.dataset.codes import TableName
from schemas.findings import Finding, make_finding

Found = tuple[str, Finding]
"""The notice that a finding belongs to."""

_SAME = ("the same title and sums", "标题与金额均相同")
_OTHER = ("other words or sums", "标题或金额不同")


def doubled(archive: Sequence[Facts]) -> Iterator[Found]:
    """Every notice whose number an earlier one has; files of the same bytes are no notices of their own."""
    first: dict[str, Facts] = {}
    for facts in archive:
        number = facts.notice.doc_number
        if number is None:
            continue
        other = first.setdefault(number, facts)
        if other is not facts:
            yield facts.notice.notice_id, _finding(facts, other)


def _finding(facts: Facts, other: Facts) -> Finding:
    same = facts.paid == other.paid and facts.notice.title == other.notice.title
    words = (
        ("the same title and sums", "标题与金额均相同") if same else ("other words or sums", "标题或金额不同")
    )
    return make_finding(
        "duplicate-notice",
        table=TableName.NOTICES,
        column="doc_number",
        expected=other.notice.source,
        actual=facts.notice.doc_number,
        other_notice_id=other.notice.notice_id,
        detail=f"the number {facts.notice.doc_number} stands on both, {words[0]}",
        detail_zh=f"文号同为“{facts.notice.doc_number}”，{words[1]}",
    )
