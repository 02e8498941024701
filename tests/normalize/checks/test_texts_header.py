"""Reading and header: all that is found in a whole notice's text, no more."""

from collections.abc import Sequence

import pytest

from normalize import check
from schemas.dataset.codes import TableName
from tests.normalize.checks.cases import Said, error, heard, info, warning
from tests.normalize.texts import (
    ALLOCATION_TITLE,
    INDICATORS,
    TARGET_TITLE,
    allocation_text,
    everybody,
    normalized,
    notice_text,
    shares,
    third,
    with_row,
)

A, P = TableName.ALLOCATIONS, TableName.PERFORMANCE_TABLES
FUNDS, ROWS = TableName.PERFORMANCE_FUNDS, TableName.PERFORMANCE_INDICATORS
HEAD, CITED, LISTED = TableName.NOTICES, TableName.CITATIONS, TableName.ATTACHMENTS
LAST = INDICATORS[-1][:3]
LONG = INDICATORS[2]

FOUND: Sequence[tuple[str, str, Sequence[Said]]] = (
    (
        "a letter among an amount's digits",
        notice_text(allocation=allocation_text(shares(恩阳区="2S.5"))),
        [error("unreadable", A, "amount", table_no=1, row_no=3, column_no=1, actual="2S.5")],
    ),
    (
        "figures without names",
        notice_text(clause="一、请加强管理。\n\n120\t130\t140\n5\t6\t7\n"),
        [error("table-unparsed", A, table_no=2)],
    ),
    (
        "a table of words",
        notice_text(clause="一、请加强管理。\n\n甲\t乙\t丙\n丁\t戊\t己\n"),
        [info("section-unclaimed", A, table_no=2)],
    ),
    (
        "a letter among a target's digits",
        notice_text(performance=third(indicators=with_row(3, *LAST, "≥8Z%"))),
        [
            warning("target-outlier", ROWS, "target", table_no=3, row_no=4, expected="≥82%", actual="≥8Z%"),
            warning("low-confidence", ROWS, "target", table_no=3, row_no=4, actual="≥8Z%"),
        ],
    ),
    (
        "an owner's name destroyed: amount, place and being the last name it",
        notice_text(performance=everybody().replace("） 通江县", "） ~~X~~工")),
        [warning("value-inferred", P, "recipient", table_no=3, expected="通江县", actual="~~X~~工")],
    ),
    (
        "an indicator's name misread: its siblings spell it",
        notice_text(
            performance=third(indicators=with_row(2, *LONG[:2], LONG[2].replace("生活费", "生活贵"), LONG[3]))
        ),
        [
            info(
                "value-repaired",
                ROWS,
                "indicator",
                table_no=3,
                row_no=3,
                expected=LONG[2],
                actual=LONG[2].replace("生活费", "生活贵"),
            )
        ],
    ),
    (
        "struck-through words",
        notice_text(clause="一、请~~专款~~专用，加强管理。"),
        [info("text-suspect", TableName.CLAUSES, "text", clause_no="1", actual="专款")],
    ),
    (
        "one label for two departments",
        notice_text(
            performance=third(departments=(("省级主管部门", "省民政厅"), ("省级主管部门", "市民政局")))
        ),
        [info("text-suspect", P, "competent_departments", table_no=3, actual="省级主管部门")],
    ),
    ("no number", notice_text(number=""), [warning("field-missing", HEAD, "doc_number")]),
    ("a blank addressee", notice_text(addressees="："), [warning("field-missing", HEAD, "addressees")]),
    (
        "a lost bracket",
        notice_text(number="巴财社2021〕25号"),
        [warning("doc-number-format", HEAD, "doc_number", actual="巴财社2021〕25号")],
    ),
    (
        "30 February",
        notice_text(date="2021年2月30日"),
        [warning("date-invalid", HEAD, "issue_date", actual="2021年2月30日")],
    ),
    (
        "the table's header gives the notice another number",
        notice_text(
            allocation=allocation_text(header="序号\t县（区）\t下达资金\n\t预算指标文号\t巴财社〔2021〕26号")
        ),
        [
            warning(
                "doc-number-inconsistent",
                CITED,
                "doc_number",
                citation_no=1,
                expected="巴财社〔2021〕25号",
                actual="巴财社〔2021〕26号",
            )
        ],
    ),
    (
        "the date is a year later than the number",
        notice_text(date="2022年3月15日", printed="2022年3月16日"),
        [
            warning("year-inconsistent", HEAD, "doc_number", expected=2022, actual=2021),
            warning("year-inconsistent", HEAD, "issue_date", expected=2022, actual=2021),
        ],
    ),
    (
        "one table of another year",
        notice_text(performance=third(year="（2012年度）")),
        [warning("year-inconsistent", P, "fiscal_year", table_no=3, expected=2021, actual=2012)],
    ),
    (
        "three attachments listed, two there",
        notice_text(attachments=(ALLOCATION_TITLE, TARGET_TITLE, "资金测算因素表")),
        [warning("attachment-missing", LISTED, attachment_no=3, expected="资金测算因素表")],
    ),
    (
        "another matter under the attachment's number",
        notice_text(attachments=(ALLOCATION_TITLE, "工作任务清单")),
        [
            warning(
                "attachment-title",
                LISTED,
                "title",
                attachment_no=2,
                expected="工作任务清单",
                actual=TARGET_TITLE,
            )
        ],
    ),
)


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_found(text: str, said: Sequence[Said]) -> None:
    assert heard(check(normalized(text))) == tuple(said)
