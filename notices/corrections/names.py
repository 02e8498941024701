"""Corrected recipients: the name decided, with the code that the gazetteer has for it."""

from normalize.recipients.matched import as_match
from normalize.recipients.names import kind_by_words
from notices.corrections.correction import Correction
from notices.corrections.outcome import Changed, expect
from notices.corrections.places import at, replaced
from schemas.dataset.codes import MatchMethod, RecipientKind
from schemas.notice import Match, Notice
from schemas.reference.divisions import Division, division, named


def recipient(notice: Notice, one: Correction) -> Changed:
    """Of an allocation's row."""
    table = at(notice.allocations, one.key.table_no)
    row = at(table.rows, one.key.row_no)
    expect(row.name.text if row.name else "", one.printed)
    new = row.model_copy(update={"match": _match(notice, one.after)})
    rows = replaced(table.rows, row.number, new)
    tables = replaced(notice.allocations, table.number, table.model_copy(update={"rows": rows}))
    return Changed(notice=notice.model_copy(update={"allocations": tables}), actual=_name(row.match))


def owner(notice: Notice, one: Correction) -> Changed:
    """Of a performance table."""
    table = at(notice.performance, one.key.table_no)
    expect(table.recipient_printed or "", one.printed)
    new = table.model_copy(update={"match": _match(notice, one.after), "evidence": ()})
    tables = replaced(notice.performance, table.number, new)
    return Changed(notice=notice.model_copy(update={"performance": tables}), actual=_name(table.match))


def _name(match: Match | None) -> str:
    return (match.name if match else None) or "—"


def _match(notice: Notice, text: str) -> Match:
    """A division by its code or its official name in the jurisdiction, else the name as it is."""
    found = _division(notice, text)
    if found is not None:
        return as_match(found, MatchMethod.EXACT, 100, year=notice.year)
    kind = kind_by_words(text) or RecipientKind.OTHER
    parent = notice.header.jurisdiction_code
    return Match(name=text, kind=kind, parent_code=parent, score=100, method=MatchMethod.EXACT)


def _division(notice: Notice, text: str) -> Division | None:
    if text.isdigit():
        return division(text, notice.year)
    found = named(text, notice.year)
    inside = [d for d in found if d.code.startswith(_prefix(notice.header.jurisdiction_code))]
    return inside[0] if len(inside) == 1 else found[0] if len(found) == 1 else None


def _prefix(code: str | None) -> str:
    """What all codes below a division begin with (GB/T 2260): pairs of zeros say nothing."""
    text = code or ""
    while text.endswith("00"):
        text = text[:-2]
    return text
