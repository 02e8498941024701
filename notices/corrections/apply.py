"""Corrections of a notice → the notice corrected, and what is to be said of each."""

from collections.abc import Callable, Iterable, Mapping

from notices.corrections.amounts import allocated, annual
from notices.corrections.correction import Correction
from notices.corrections.fields import header_field
from notices.corrections.names import owner, recipient
from notices.corrections.outcome import Changed, NotThereError, StaleError
from notices.corrections.targets import target
from schemas.dataset.codes import Severity, TableName
from schemas.findings import Finding, make_finding
from schemas.model import Frozen
from schemas.notice import Notice

Apply = Callable[[Notice, Correction], Changed]

_APPLY: Mapping[tuple[TableName, str], Apply] = {
    (TableName.ALLOCATIONS, "amount"): allocated,
    (TableName.ALLOCATIONS, "recipient"): recipient,
    (TableName.PERFORMANCE_TABLES, "amount"): annual,
    (TableName.PERFORMANCE_TABLES, "recipient"): owner,
    (TableName.PERFORMANCE_INDICATORS, "target"): target,
    (TableName.NOTICES, "title"): header_field,
    (TableName.NOTICES, "doc_number"): header_field,
    (TableName.NOTICES, "fiscal_year"): header_field,
    (TableName.NOTICES, "issue_date"): header_field,
}


class Corrected(Frozen):
    """A notice with its corrections; `accepted` are the findings that a person has settled."""

    notice: Notice
    findings: tuple[Finding, ...]
    accepted: Mapping[str, Correction]

    def settled(self, notice_id: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of the checks, accepted ones as worth knowing only, with who accepted them."""
        return tuple(self._settled(one, one.identity(notice_id)) for one in findings)

    def _settled(self, finding: Finding, identity: str) -> Finding:
        one = self.accepted.get(identity)
        if one is None:
            return finding
        return finding.model_copy(
            update={
                "severity": Severity.INFO,
                "message": f"{finding.message} (accepted: {one.signature})",
                "message_zh": f"{finding.message_zh}（已接受：{one.signature}）",
            }
        )


def corrected(notice: Notice, corrections: Iterable[Correction]) -> Corrected:
    """Apply them in order; one whose printed value has changed, or whose place is gone, is stale."""
    findings: list[Finding] = []
    accepted: dict[str, Correction] = {}
    for one in corrections:
        if one.finding_id is not None:
            accepted[one.finding_id] = one
            continue
        try:
            changed = _apply(one)(notice, one)
        except StaleError as stale:
            findings.append(_stale(one, stale))
            continue
        notice = changed.notice
        findings.append(_applied(one, changed.actual))
    return Corrected(notice=notice, findings=tuple(findings), accepted=accepted)


def _apply(one: Correction) -> Apply:
    try:
        return _APPLY[one.table, one.column]
    except KeyError:
        raise NotThereError("this column can't be corrected", "该列不能更正") from None


def _applied(one: Correction, actual: str) -> Finding:
    return make_finding(
        "value-corrected",
        table=one.table,
        key=one.key,
        column=one.column,
        expected=one.after,
        actual=actual,
        detail=one.signature,
    )


def _stale(one: Correction, stale: StaleError) -> Finding:
    return make_finding(
        "correction-stale",
        table=one.table,
        key=one.key,
        column=one.column,
        expected=one.printed or one.before,
        actual=stale.actual,
        detail=f"{one.after} ({stale.why})" if stale.why else one.after,
        detail_zh=f"{one.after}（{stale.why_zh}）" if stale.why_zh else one.after,
    )
