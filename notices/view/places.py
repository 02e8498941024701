"""Where a finding points, in words."""

from notices.view.flags import row_key
from notices.view.lookup import indicator_of, recipient_of
from notices.view.tables import NoticeTables
from notices.view.words import Words
from schemas.dataset.finding_rows import FindingRow
from schemas.findings import RowKey

_IN_A_TABLE = ("table_no", "row_no", "column_no", "fund_no", "goal_no")
_IN_THE_TEXT = ("clause_no", "citation_no", "code_no", "attachment_no")


def place(finding: FindingRow, tables: NoticeTables, words: Words) -> tuple[str, ...]:
    """Name table, recipient, row, column, page and line; what isn't known is left out."""
    key = row_key(finding)
    numbers = [(name, getattr(key, name)) for name in (*_IN_A_TABLE, *_IN_THE_TEXT)]
    column = words.column(finding.table, finding.column) if finding.column else ""
    parts = (
        words.label(finding.table),
        *(words(f"place.{name}", n=number) for name, number in numbers if number is not None),
        recipient_of(finding, tables) or "",
        indicator_of(finding, tables) or "",
        words("place.column", name=column) if column else "",
        *_on_the_page(finding, key, words),
    )
    return tuple(part for part in parts if part)


def _on_the_page(finding: FindingRow, key: RowKey, words: Words) -> tuple[str, ...]:
    page = finding.page or key.page
    several = finding.file_no > 1
    return (
        words("place.file_no", n=finding.file_no) if several else "",
        words("place.page", n=page) if page else "",
        words("place.line", n=finding.line) if finding.line else "",
    )
