"""Corrected fields of the header."""

from collections.abc import Callable
from datetime import date

from notices.corrections.correction import Correction
from notices.corrections.outcome import Changed, NotThereError, expect
from schemas.notation.docnumber import parse_doc_number
from schemas.notation.errors import NotationError
from schemas.notice import Notice

_READ: dict[str, Callable[[str], object]] = {
    "title": str,
    "doc_number": parse_doc_number,
    "fiscal_year": int,
    "issue_date": date.fromisoformat,
}


def header_field(notice: Notice, one: Correction) -> Changed:
    """Title, document number, fiscal year, or date of issue."""
    before = getattr(notice.header, one.column)
    shown = "—" if before is None else getattr(before, "canonical", None) or str(before)
    printed = notice.header.doc_number_printed or "" if one.column == "doc_number" else shown
    expect(printed, one.printed)
    inferred = tuple(name for name in notice.header.inferred if name != one.column)
    header = notice.header.model_copy(update={one.column: _read(one), "inferred": inferred})
    return Changed(notice=notice.model_copy(update={"header": header}), actual=shown)


def _read(one: Correction) -> object:
    try:
        return _READ[one.column](one.after)
    except (ValueError, NotationError) as error:
        raise NotThereError("no value of this column", "不是该列的值") from error
