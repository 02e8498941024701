"""Recipients known by their own words only: what they can be held against is the notice itself."""

from collections.abc import Iterator

from normalize.recipients.doubt import ones_off, opposed
from normalize.recipients.names import proper_name
from schemas.dataset.codes import RecipientKind, RowKind, TableName
from schemas.findings import Finding, RowKey, make_finding
from schemas.notation.text import compare_form
from schemas.notice import Allocation, AllocationRow, Notice

_BY_WORDS = (RecipientKind.OTHER, RecipientKind.INSTITUTION, RecipientKind.VILLAGE)


def spelled_twice(notice: Notice) -> Iterator[Finding]:
    """A zone, unit or village that the notice spells otherwise elsewhere, by one character, and never so."""
    for table in notice.allocations:
        rows = {form for row in table.rows if (form := _form(row))}
        elsewhere = _elsewhere(notice, table)
        for row in table.of_kind(RowKind.RECIPIENT):
            other = _other_spelling(row, rows, elsewhere)
            if other:
                yield make_finding(
                    "recipient-spelled-twice",
                    table=TableName.ALLOCATIONS,
                    key=RowKey(table_no=table.number, row_no=row.number),
                    column="recipient",
                    expected=other,
                    actual=row.name.text if row.name else "",
                )


def _form(row: AllocationRow) -> str:
    return compare_form(proper_name(row.name.text)) if row.name else ""


def _elsewhere(notice: Notice, table: Allocation) -> tuple[str, ...]:
    """Where the notice names recipients beside the table: other tables, addressees, running text."""
    others = (row for other in notice.allocations if other is not table for row in other.rows)
    owners = (proper_name(t.recipient_printed or "") for t in notice.performance)
    texts = (notice.header.addressees_printed or "", *(clause.text for clause in notice.clauses))
    return tuple(filter(None, (*map(_form, others), *map(compare_form, owners), *map(compare_form, texts))))


def _other_spelling(row: AllocationRow, rows: set[str], elsewhere: tuple[str, ...]) -> str | None:
    """What stands elsewhere for the row's name; another row's own name is another recipient."""
    name = _form(row)
    by_words = row.match is not None and row.match.kind in _BY_WORDS and row.match.division_code is None
    if not by_words or not name or any(name in text for text in elsewhere):
        return None
    windows = [text[i : i + len(name)] for text in elsewhere for i in range(len(text) - len(name) + 1)]
    return next((w for w in ones_off(name, windows) if w not in rows and not opposed(name, w)), None)
