"""Where a finding points, in words."""

from notices.view.flags import row_key
from notices.view.lookup import indicator_of, recipient_of
from notices.view.tables import NoticeTables
from notices.view.words import Words
from schemas.dataset.finding_rows import FindingRow

_IN_A_TABLE = ("table_no", "row_no", "column_no", "fund_no", "goal_no")
_IN_THE_TEXT = ("clause_no", "citation_no", "code_no", "attachment_no")


def place(finding: FindingRow, tables: NoticeTables, words: Words) -> tuple[str, ...]:
    """Name table, recipient, row, column, file, page and line; what isn't known is left out."""
    file = (words("place.file_no", n=finding.file_no),) if finding.file_no > 1 else ()
    return (*inside(finding, tables, words), *file, *on_the_page(finding, words))


def inside(finding: FindingRow, tables: NoticeTables, words: Words) -> tuple[str, ...]:
    """Name table, recipient, row and column: where in the notice, wherever that is printed."""
    key = row_key(finding)
    numbers = [(name, getattr(key, name)) for name in (*_IN_A_TABLE, *_IN_THE_TEXT)]
    column = words.column(finding.table, finding.column) if finding.column else ""
    parts = (
        words.label(finding.table),
        *(words(f"place.{name}", n=number) for name, number in numbers if number is not None),
        recipient_of(finding, tables) or "",
        indicator_of(finding, tables) or "",
        words("place.column", name=column) if column else "",
    )
    return tuple(part for part in parts if part)


def on_the_page(finding: FindingRow, words: Words) -> tuple[str, ...]:
    """Name page and line of the file."""
    page = finding.page or row_key(finding).page
    parts = (
        words("place.page", n=page) if page else "",
        words("place.line", n=finding.line) if finding.line else "",
    )
    return tuple(part for part in parts if part)
