"""Corrected targets of indicators (指标值)."""

from notices.corrections.correction import Correction
from notices.corrections.outcome import Changed, NotThereError, expect
from notices.corrections.places import at, replaced
from schemas.dataset.codes import Method
from schemas.notation.errors import NotationError
from schemas.notation.targets import Target, parse_target
from schemas.notice import Certainty, Notice


def target(notice: Notice, one: Correction) -> Changed:
    """Of an indicator's row."""
    table = at(notice.performance, one.key.table_no)
    row = at(table.indicators, one.key.row_no)
    expect(row.target_printed or "", one.printed)
    new = row.model_copy(
        update={
            "target": _parsed(one.after),
            "target_readable": True,
            "target_method": Method.CORRECTED,
            "certainty": Certainty.SURE,
        }
    )
    rows = replaced(table.indicators, row.number, new)
    tables = replaced(notice.performance, table.number, table.model_copy(update={"indicators": rows}))
    actual = row.target.canonical if row.target else "—"
    return Changed(notice=notice.model_copy(update={"performance": tables}), actual=actual)


def _parsed(text: str) -> Target:
    try:
        return parse_target(text)
    except NotationError as error:
        raise NotThereError("no target", "不是指标值") from error
