"""No check without both kinds of case, no code without a test in which it fires."""

import re

import pytest

from normalize import check
from normalize.checks.all import CHECKS, Check
from schemas.finding_codes import finding_codes
from tests.languages import bare
from tests.normalize.build import notice
from tests.normalize.checks import (
    test_allocation,
    test_allocation_text,
    test_attachments,
    test_blanks,
    test_confidence,
    test_header,
    test_indicators,
    test_owners,
    test_performance,
    test_performance_parts,
    test_products,
    test_prose,
    test_reading,
    test_recipients,
    test_spellings,
    test_suspects,
    test_targets,
    test_text_parts,
    test_texts_header,
    test_texts_money,
    test_texts_performance,
    test_townships,
    test_units,
    test_years,
)
from tests.normalize.checks.cases import Case, each, name_of

MODULES = (
    test_allocation,
    test_allocation_text,
    test_attachments,
    test_blanks,
    test_confidence,
    test_header,
    test_indicators,
    test_owners,
    test_performance,
    test_performance_parts,
    test_products,
    test_prose,
    test_reading,
    test_recipients,
    test_spellings,
    test_suspects,
    test_targets,
    test_townships,
    test_text_parts,
    test_units,
    test_years,
)
TEXTS = (test_texts_header, test_texts_money, test_texts_performance)
FIRES: tuple[Case, ...] = tuple(case for module in MODULES for case in module.FIRES)
SILENT: tuple[Case, ...] = tuple(case for module in MODULES for case in module.SILENT)

# Codes that no single notice can show: they compare the notices of an archive.
# What other stages find: over the archive, and where a person has decided.
OF_OTHER_STAGES = {
    "duplicate-notice",
    "upstream-total",
    "batch-total",
    "year-on-year",
    "value-corrected",
    "correction-stale",
}
# Codes that no text can show: nothing is hidden in one.
OF_WORKBOOKS = {"content-hidden"}


@pytest.mark.parametrize("one", CHECKS, ids=name_of)
def test_every_check_has_a_case_of_each_kind(one: Check) -> None:
    assert [case.why for case in FIRES if case.check is one]
    assert [case.why for case in SILENT if case.check is one]


def test_no_case_is_for_a_check_that_is_not_run() -> None:
    assert {case.check for case in (*FIRES, *SILENT)} <= set(CHECKS)


def test_cases_are_sorted_by_whether_they_fire() -> None:
    assert all(case.said for case in FIRES)
    assert not any(case.said for case in SILENT)


def test_every_code_is_fired_by_a_case() -> None:
    assert {said.code for case in FIRES for said in case.said} == set(finding_codes()) - OF_OTHER_STAGES


def test_every_code_is_found_in_some_text() -> None:
    found = {said.code for module in TEXTS for *_, case in module.FOUND for said in case}
    assert found == set(finding_codes()) - OF_OTHER_STAGES - OF_WORKBOOKS


def test_every_severity_of_a_code_is_fired_by_a_case() -> None:
    declared = {(code, s) for code, entry in finding_codes().items() for s in entry.severities}
    fired = {(said.code, said.severity) for case in FIRES for said in case.said}
    assert not {(code, s) for code, s in declared - fired if code not in OF_OTHER_STAGES}


def test_a_notice_in_which_all_agrees_has_no_findings() -> None:
    assert check(notice()) == ()


@each(FIRES)
def test_what_a_check_finds_is_among_the_findings_of_the_notice(case: Case) -> None:
    codes = {finding.check for finding in check(case.notice)}
    assert {said.code for said in case.said} <= codes


@each(FIRES)
def test_no_finding_of_a_check_hides_another(case: Case) -> None:
    """Two with the same id would be one row."""
    said = list(case.check(case.notice))
    assert len({finding.identity("0" * 16) for finding in said}) == len(said)


@each(FIRES)
def test_messages_are_filled_in_both_languages(case: Case) -> None:
    for finding in case.check(case.notice):
        assert "{" not in finding.message + finding.message_zh
        assert finding.message != finding.message_zh


@each(FIRES)
def test_a_chinese_message_holds_no_english(case: Case) -> None:
    """What a notice prints stands in quotation marks; two letters in a row outside are a word of ours."""
    for finding in case.check(case.notice):
        assert not re.search(r"[A-Za-z]{2}", bare(re.sub("“[^”]*”|《[^》]*》", "", finding.message_zh)))
