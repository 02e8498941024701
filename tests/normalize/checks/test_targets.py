import pytest

from normalize.checks import targets as checks
from schemas.dataset.codes import TableName
from schemas.notice import Notice
from tests.normalize.build import indicator, notice, performance, with_targets
from tests.normalize.checks.cases import Case, Said, each, error, fires, heard, info, silent, warning

TARGET = {"table": TableName.PERFORMANCE_INDICATORS, "column": "target"}


def in_one_table(*rows: tuple[str, str]) -> Notice:
    return notice(tables=[performance(indicators=[indicator(*row) for row in rows])])


def outlier(table_no: int, actual: str, expected: str) -> Said:
    return warning("target-outlier", table_no=table_no, row_no=1, expected=expected, actual=actual, **TARGET)


FIRES = (
    fires(
        "one of five",
        checks.outliers,
        notice(tables=with_targets("政策知晓率", "≥82%", "≥82%", "≥28%", "≥82%", "≥82%")),
        outlier(3, "≥28%", "≥82%"),
    ),
    fires(
        "a lost sign",
        checks.outliers,
        notice(tables=with_targets("政策知晓率", "≥82%", "82%", "≥82%", "≥82%")),
        outlier(2, "82%", "≥82%"),
    ),
    fires(
        "of two that differ, either may be wrong",
        checks.outliers,
        notice(tables=with_targets("政策知晓率", "≥82%", "≥85%")),
        outlier(1, "≥82%", "≥85%"),
        outlier(2, "≥85%", "≥82%"),
    ),
    fires(
        "words where the siblings have other words",
        checks.outliers,
        notice(tables=with_targets("临时救助水平", "不低于上年", "不低于上年", "应保尽保")),
        outlier(3, "应保尽保", "不低于上年"),
    ),
    fires(
        "counts differ, but one lost its sign",
        checks.outliers,
        notice(tables=with_targets("救助人次", "≥120人", "≥95人", "≥310人", "44人")),
        outlier(4, "44人", "≥120人"),
    ),
    fires(
        "a bare rate among four with ≥",
        checks.style,
        in_one_table(*((f"{n}率", "≥90%") for n in "甲乙丙丁"), ("戊率", "95%")),
        info("target-outlier", table_no=1, row_no=5, expected="≥95%", actual="95%", **TARGET),
    ),
    fires(
        "more than everybody",
        checks.ranges,
        in_one_table(("政策知晓率", "≥820%")),
        error("target-range", table_no=1, row_no=1, actual="≥820%", **TARGET),
    ),
    fires(
        "days that no calendar has",
        checks.ranges,
        in_one_table(
            ("完成时间", "2021年6月31日前"), ("支付时间", "13月底前"), ("验收时间", "2月30日前完成")
        ),
        error("target-range", table_no=1, row_no=1, actual="2021年6月31日前", **TARGET),
        error("target-range", table_no=1, row_no=2, actual="13月底前", **TARGET),
        error("target-range", table_no=1, row_no=3, actual="2月30日前完成", **TARGET),
    ),
    fires(
        "a letter and a blank among the digits",
        checks.doubtful,
        in_one_table(("政策知晓率", "≥9O%"), ("救助人次", "1 20人")),
        warning("low-confidence", table_no=1, row_no=1, actual="≥9O%", **TARGET),
        warning("low-confidence", table_no=1, row_no=2, actual="1 20人", **TARGET),
    ),
)

SILENT = (
    silent(
        "counts differ from county to county",
        checks.outliers,
        notice(tables=with_targets("救助人次", "≥120人", "≥95人", "≥310人", "≥44人")),
    ),
    silent(
        "the counts of two counties",
        checks.outliers,
        notice(tables=with_targets("救助人次", "120人", "95人")),
    ),
    silent(
        "rates set county by county",
        checks.outliers,
        notice(tables=with_targets("政策知晓率", "≥80%", "≥82%", "≥85%", "≥90%")),
    ),
    silent(
        "the same bound in other words",
        checks.outliers,
        notice(tables=with_targets("政策知晓率", "≥95%", "95%以上", "不低于95%", "≧95％", "≥95.0%")),
    ),
    silent(
        "a blank target is missing, not unlike",
        checks.outliers,
        notice(tables=with_targets("政策知晓率", "≥82%", "≥82%", None)),
    ),
    silent(
        "one name twice in a table, for two levels",
        checks.outliers,
        in_one_table(("群众满意度", "≥90%"), ("群众满意度", "≥95%")),
    ),
    silent(
        "another template",
        checks.outliers,
        notice(
            tables=[
                performance("东营区", indicators=(indicator("政策知晓率", "≥82%"),)),
                performance("河口区", indicators=(indicator("政策知晓率", "≥90%"),), family=1),
            ]
        ),
    ),
    silent(
        "100% bounds itself, ≤ is a sign, too",
        checks.style,
        in_one_table(*((f"{n}率", "≥90%") for n in "甲乙丙丁"), ("戊率", "100%"), ("己率", "≤5%")),
    ),
    silent(
        "a table that writes half of its rates bare",
        checks.style,
        in_one_table(*((f"{n}率", "≥90%") for n in "甲乙丙丁"), *((f"{n}率", "95%") for n in "戊己庚辛")),
    ),
    silent(
        "three with ≥ make no style",
        checks.style,
        in_one_table(*((f"{n}率", "≥90%") for n in "甲乙丙"), ("丁率", "95%")),
    ),
    silent(
        "everybody, growth, a count",
        checks.ranges,
        in_one_table(("发放率", "100%"), ("产值增长率", "≥120%"), ("救助人次", "≥820人")),
    ),
    silent(
        "days that are, periods of many months",
        checks.ranges,
        in_one_table(
            ("完成时间", "2021年6月30日前"),
            ("支付时间", "12月底前"),
            ("工期", "18个月内"),
            ("闰年", "2月29日前"),
        ),
    ),
    silent(
        "words, ranges, ratios",
        checks.doubtful,
        in_one_table(
            ("临时救助水平", "不低于上年"), ("占比", "80%-90%"), ("配比", "1:3"), ("人数", "1,200人")
        ),
    ),
)


@each((*FIRES, *SILENT))
def test_targets(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said


@pytest.mark.parametrize("first", ["≥82%", "82%以上"])
def test_an_outlier_is_told_the_commonest_spelling(first: str) -> None:
    tables = with_targets("政策知晓率", first, "≥82%", "≥82%", "≥28%")
    (found,) = checks.outliers(notice(tables=tables))
    assert found.expected == "≥82%"
