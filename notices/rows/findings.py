"""Findings → rows."""

from collections.abc import Iterable

from notices.rows.shared import provenance
from schemas.dataset.finding_rows import SEVEREST_FIRST, FindingRow
from schemas.document import Place
from schemas.findings import Finding


def finding_rows(notice_id: str, findings: Iterable[Finding]) -> tuple[FindingRow, ...]:
    """Turn the findings of a notice into rows; of two with the same id the severer stays."""
    kept: dict[str, Finding] = {}
    for finding in sorted(findings, key=lambda f: SEVEREST_FIRST.index(f.severity)):
        kept.setdefault(finding.identity(notice_id), finding)
    return tuple(_row(finding_id, notice_id, finding) for finding_id, finding in kept.items())


def _row(finding_id: str, notice_id: str, finding: Finding) -> FindingRow:
    return FindingRow(
        finding_id=finding_id,
        notice_id=notice_id,
        check=finding.check,
        severity=finding.severity,
        message=finding.message,
        message_zh=finding.message_zh,
        table=finding.table,
        row_key=finding.key.as_json(),
        column=finding.column or None,
        expected=finding.expected or None,
        actual=finding.actual or None,
        difference=finding.difference or None,
        other_notice_id=finding.other_notice_id or None,
        **provenance(finding.place or Place()),
    )
