"""The one list of checks, in the order in which a reader would make them."""

from collections.abc import Callable, Iterable

from normalize.checks import (
    allocation,
    attachments,
    blanks,
    confidence,
    header,
    indicators,
    owners,
    performance,
    reading,
    recipients,
    targets,
    units,
    years,
)
from normalize.checks.places import located
from schemas.findings import Finding
from schemas.notice import Notice

Check = Callable[[Notice], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    reading.problems,
    reading.money_unread,
    reading.unreadable_amounts,
    reading.lost_digits,
    reading.suspect_text,
    reading.two_titles,
    confidence.repaired_amounts,
    confidence.doubtful_amounts,
    confidence.repaired_targets,
    confidence.doubtful_targets,
    confidence.doubtful_names,
    confidence.lost_operators,
    header.missing_fields,
    header.document_number_format,
    header.numbers_unread,
    header.invalid_dates,
    header.numbers_in_tables,
    years.fiscal_year,
    years.table_years,
    years.document_year,
    years.cited_later,
    attachments.missing,
    attachments.titles,
    allocation.totals,
    allocation.subtotals,
    allocation.crossfoot,
    allocation.text_amount,
    allocation.serials,
    units.unknown,
    units.over_the_table,
    units.against_performance,
    units.against_text,
    units.sizes,
    recipients.unknown,
    recipients.ambiguous,
    recipients.inferred,
    recipients.duplicates,
    recipients.outside,
    recipients.spelling,
    recipients.missing,
    owners.unknown,
    owners.ambiguous,
    owners.inferred,
    owners.duplicates,
    owners.outside,
    owners.spelling,
    owners.missing,
    owners.unexpected,
    performance.amounts,
    performance.funds,
    blanks.annual_amounts,
    blanks.parts,
    performance.sources,
    performance.repeated_labels,
    indicators.missing,
    indicators.duplicates,
    indicators.unknown,
    indicators.split,
    indicators.merged,
    indicators.levels,
    indicators.names,
    indicators.blanks,
    targets.outliers,
    targets.style,
    targets.ranges,
    targets.doubtful,
)


def check(notice: Notice) -> tuple[Finding, ...]:
    """Run every check; findings come in the order of the checks, each with its place."""
    return tuple(located(finding, notice) for one in CHECKS for finding in one(notice))
