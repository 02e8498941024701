import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.dataset.codes import FundsSource, Severity, TableName
from schemas.finding_codes import FindingCode, finding_codes
from schemas.findings import Finding, RowKey, make_finding

# code: severities allowed, the default first; as the design lists them, and docs/decisions.md those added
DESIGN = """
unreadable error | table-unparsed error | low-confidence warning | value-repaired warning info
value-inferred warning info | field-missing warning | text-suspect info | allocation-total error
allocation-subtotal error | allocation-crossfoot error | allocation-text-amount error
allocation-serial info | unit-unknown error | unit-conflict error | recipient-unknown error warning
recipient-ambiguous error | recipient-duplicate warning | recipient-outside-jurisdiction warning
recipient-spelling warning error | recipient-resembles warning | recipient-spelled-twice warning
recipient-code-year warning info | recipient-missing info | performance-amount error | performance-funds error
performance-missing warning | performance-unexpected warning | funds-source-outlier warning
indicator-missing warning | indicator-duplicate warning | indicator-unknown info
indicator-split info | indicator-level-repaired info
target-outlier warning info | target-range error | doc-number-format warning | date-invalid warning
doc-number-inconsistent warning | year-inconsistent warning | attachment-missing warning
attachment-title warning | section-unclaimed info | duplicate-notice warning info | upstream-total warning
batch-total warning | year-on-year warning | value-corrected info | correction-stale warning
content-hidden warning | allocation-product error | performance-part error | text-parts-sum error
"""


def total(**changes: object) -> Finding:
    given = {
        "table": TableName.ALLOCATIONS,
        "key": RowKey(table_no=1, column_no=2),
        "column": "amount",
        "expected": Decimal("100.50"),
        "actual": Decimal("1E+2"),
        "difference": Decimal("-0.50"),
        "label": "合计",
    }
    return make_finding("allocation-total", **{**given, **changes})


def test_codes_and_severities_are_those_of_the_design() -> None:
    entries = [entry.split() for entry in DESIGN.replace("\n", "|").split("|") if entry.strip()]
    declared = {code: list(entry.severities) for code, entry in finding_codes().items()}
    assert declared == {code: severities for code, *severities in entries}


def test_numbers_are_printed_plainly() -> None:
    finding = total()
    assert (finding.expected, finding.actual, finding.difference) == ("100.5", "100", "-0.5")
    assert finding.message == "column 合计: rows sum to 100, printed total 100.5, difference -0.5"
    assert finding.message_zh == "“合计”列：各行之和 100，所印合计 100.5，差额 -0.5"


@pytest.mark.parametrize("code", finding_codes())
def test_every_code_can_be_made_in_both_languages(code: str) -> None:
    fields = finding_codes()[code].fields
    finding = make_finding(code, table=TableName.NOTICES, **{name: f"<{name}>" for name in fields})
    assert all(f"<{name}>" in finding.message and f"<{name}>" in finding.message_zh for name in fields)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("no-such-code", {}),
        ("text-suspect", {"actual": "x"}),  # a word is missing
        ("text-suspect", {"actual": "x", "detail": "y", "advice": "z"}),  # one too many
        ("text-suspect", {"actual": "x", "detial": "y"}),  # a misspelt one
        ("text-suspect", {"detail": "y"}),  # a field of the finding that its message names
        ("text-suspect", {"actual": "x", "detail": "y", "severity": Severity.ERROR}),
    ],
)
def test_a_mistake_of_the_check_is_an_assertion(code: str, words: dict[str, object]) -> None:
    with pytest.raises(AssertionError):
        make_finding(code, table=TableName.NOTICES, **words)


def test_the_recipient_comes_from_the_key() -> None:
    finding = make_finding("recipient-missing", table=TableName.ALLOCATIONS, key=RowKey(recipient="某县"))
    assert "某县" in finding.message


def test_chinese_has_its_own_words() -> None:
    finding = make_finding(
        "funds-source-outlier",
        table=TableName.PERFORMANCE_FUNDS,
        expected=FundsSource.PROVINCE,
        actual=FundsSource.CENTRAL,
    )
    assert "central" in finding.message
    assert "中央资金" in finding.message_zh
    finding = make_finding(
        "unit-unknown", table=TableName.ALLOCATIONS, detail="no line names it", detail_zh="未见单位行"
    )
    assert finding.message.endswith("no line names it")
    assert finding.message_zh.endswith("未见单位行")


def test_what_is_given_may_be_blank() -> None:
    finding = make_finding("date-invalid", table=TableName.NOTICES, column="issue_date", actual="")
    assert finding.message.endswith("(blank)")
    assert finding.message_zh.endswith("空白”")


def test_identity_holds_whatever_the_figures_become() -> None:
    assert total().identity("a") == total(actual=99, difference=-1, label="小计").identity("a")


@pytest.mark.parametrize(
    "other",
    [
        {"key": RowKey(table_no=1, column_no=3)},
        {"column": "amount_yuan"},
        {"other_notice_id": "b"},
    ],
)
def test_identity_differs_with_the_place(other: dict[str, object]) -> None:
    assert total().identity("a") != total(**other).identity("a")
    assert total().identity("a") != total().identity("b")


@given(st.builds(RowKey, table_no=st.integers() | st.none(), recipient=st.text() | st.none()))
def test_a_key_is_json_with_sorted_keys_and_no_blanks(key: RowKey) -> None:
    parts = json.loads(key.as_json())
    assert list(parts) == sorted(parts)
    assert None not in parts.values()
    assert RowKey(**parts) == key


def test_both_messages_must_name_the_same() -> None:
    entry = finding_codes()["unreadable"]
    with pytest.raises(ValueError, match="different fields"):
        FindingCode.model_validate({**entry.model_dump(), "message_zh": "无法读取：{detail}"})
