"""Findings: what a check has to say about a notice.

A check names a code and the figures; severities and messages come from `schemas.finding_codes`, so that
nothing else writes a message.
"""

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal

from schemas.dataset.codes import Code, Severity, TableName
from schemas.dataset.columns import columns_of
from schemas.dataset.decimals import plain
from schemas.dataset.tables import table as dataset_table
from schemas.document import Place
from schemas.finding_codes import FindingCode, finding_codes
from schemas.model import Frozen
from schemas.reasons import Reason

Word = str | int | Decimal
"""What a message may name: a text, a code (the Chinese message takes its label) or a number."""


class RowKey(Frozen):
    """Which row is meant, named as in the tables; all blank only for what concerns the whole notice.

    `recipient` names a row or table that isn't there (an indicator's row by the indicator), `page` a page.
    """

    file_no: int | None = None
    page: int | None = None
    clause_no: str | None = None
    citation_no: int | None = None
    code_no: int | None = None
    attachment_no: int | None = None
    table_no: int | None = None
    row_no: int | None = None
    column_no: int | None = None
    fund_no: int | None = None
    goal_no: int | None = None
    recipient: str | None = None

    def as_json(self) -> str:
        """Write the parts that are there as JSON with sorted keys."""
        parts = {name: value for name, value in self if value is not None}
        return json.dumps(parts, ensure_ascii=False, sort_keys=True)


WHOLE_NOTICE = RowKey()


class Finding(Frozen):
    """One thing a check has found: `table`, `key`, `column` say on which value, `place` where on the page."""

    check: str
    severity: Severity
    table: TableName
    key: RowKey = WHOLE_NOTICE
    column: str = ""
    expected: str = ""
    actual: str = ""
    difference: str = ""
    other_notice_id: str = ""
    message: str
    message_zh: str
    place: Place | None = None

    def identity(self, notice_id: str) -> str:
        """Hash to 16 hex digits that stay the same from run to run, whatever figures and words become."""
        parts = (notice_id, self.check, self.key.as_json(), self.column, self.other_notice_id)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def make_finding(  # noqa: PLR0913  one keyword for each field that a check may state
    code: str,
    *,
    table: TableName,
    key: RowKey = WHOLE_NOTICE,
    column: str | None = None,
    expected: Word | None = None,
    actual: Word | None = None,
    difference: Word | None = None,
    other_notice_id: str = "",
    severity: Severity | None = None,
    place: Place | None = None,
    **words: Word,
) -> Finding:
    """Make a finding with its messages filled in.

    `words` are the further names in the code's messages, no more and no fewer; `NAME_zh` is the Chinese
    wording of NAME where it differs, and `{recipient}` comes from `key` where it isn't given. A given word
    may be empty: the messages then say "(blank)" and 空白.
    Raises AssertionError on an unknown code, a severity the code doesn't allow, or words that don't match:
    mistakes in the calling code, never in a notice.
    """
    stated = {"column": column, "expected": expected, "actual": actual, "difference": difference}
    given: dict[str, Word] = {name: word for name, word in stated.items() if word is not None}
    entry = _entry(code, severity)
    if "recipient" in entry.fields and key.recipient is not None:
        words.setdefault("recipient", key.recipient)
    _check_words(entry, given, words)
    return Finding(
        check=code,
        severity=severity or entry.severities[0],
        table=table,
        key=key,
        other_notice_id=other_notice_id,
        message=_filled(entry.message, {**given, **words}),
        message_zh=_filled_zh(entry.message_zh, {**given, **words, "column_zh": _column_zh(table, column)}),
        place=place,
        **{name: _worded(word) for name, word in given.items()},
    )


def unreadable_finding(
    why: Reason,
    table: TableName,
    *,
    key: RowKey = WHOLE_NOTICE,
    column: str | None = None,
    place: Place | None = None,
) -> Finding:
    """What couldn't be read, with the reason in both languages."""
    return make_finding(
        "unreadable",
        table=table,
        key=key,
        column=column,
        place=place,
        detail=why.detail,
        detail_zh=why.detail_zh,
        advice=why.advice,
        advice_zh=why.advice_zh,
    )


def _entry(code: str, severity: Severity | None) -> FindingCode:
    entry = finding_codes().get(code)
    if entry is None:
        raise AssertionError(f"no finding code {code!r}")
    if severity is not None and severity not in entry.severities:
        raise AssertionError(f"{code} is never of severity {severity}, only {', '.join(entry.severities)}")
    return entry


def _check_words(entry: FindingCode, given: Mapping[str, Word], words: Mapping[str, Word]) -> None:
    missing = entry.fields - given.keys() - words.keys()
    unused = {name.removesuffix("_zh") for name in words} - entry.fields
    if missing or unused:
        raise AssertionError(f"{entry.code}: missing words {sorted(missing)}, unused words {sorted(unused)}")


def _filled(template: str, words: Mapping[str, Word]) -> str:
    return template.format_map({name: _worded(word) or "(blank)" for name, word in words.items()}).strip()


def _column_zh(name: TableName, column: str | None) -> str:
    """The column's Chinese label: a Chinese message has no English names in it."""
    labels = {spec.name: spec.words.label_zh for spec in columns_of(dataset_table(name).row_class)}
    return labels.get(column or "", column or "")


def _filled_zh(template: str, words: Mapping[str, Word]) -> str:
    chinese = {name: words.get(f"{name}_zh", word) for name, word in words.items()}
    return template.format_map({name: _worded_zh(word) or "空白" for name, word in chinese.items()}).strip()


def _worded(word: Word) -> str:
    return plain(word) if isinstance(word, Decimal) else str(word)


def _worded_zh(word: Word) -> str:
    return word.label_zh if isinstance(word, Code) else _worded(word)
