from normalize.checks import performance as checks
from schemas.dataset.codes import ColumnRole, FundsSource, TableName, Unit
from schemas.document import Piece
from schemas.notice import PerformanceTable
from tests.normalize.build import (
    SHARES,
    Row,
    allocation,
    column,
    county,
    everybody,
    fund,
    notice,
    performance,
    total,
)
from tests.normalize.checks.cases import Case, each, error, fires, heard, info, silent, warning

IN_ADVANCE = (
    column("提前下达", ColumnRole.EARLIER),
    column("本次下达"),
    column("全年合计", ColumnRole.SUM),
)
CENTRAL, PROVINCE, PREFECTURE = FundsSource.CENTRAL, FundsSource.PROVINCE, FundsSource.PREFECTURE
LOCAL = FundsSource.LOCAL


def paid(*parts: tuple[str, str, FundsSource]) -> list[PerformanceTable]:
    """One table over 30 万元 with these parts."""
    return [performance("东营区", funds=[fund(*part) for part in parts])]


def from_sources(*sources: FundsSource, family: int = 0) -> list[PerformanceTable]:
    return [
        performance(name, funds=[fund(f"其中:{source.label_zh}", SHARES[name], source)], family=family)
        for name, source in zip(SHARES, sources, strict=False)
    ]


FIRES = (
    fires(
        "one digit of the yearly amount",
        checks.amounts,
        notice(allocation(), tables=[performance("东营区", "39"), *everybody()[1:]]),
        error(
            "performance-amount",
            TableName.PERFORMANCE_TABLES,
            "amount",
            table_no=1,
            recipient="东营区",
            expected=300000,
            actual=390000,
            difference=90000,
        ),
    ),
    fires(
        "the table of the whole city against the total",
        checks.amounts,
        notice(allocation(), tables=[performance("东营市", "99", match=county("东营市"))]),
        error(
            "performance-amount",
            TableName.PERFORMANCE_TABLES,
            "amount",
            table_no=1,
            recipient="东营市",
            expected=1000000,
            actual=990000,
            difference=-10000,
        ),
    ),
    fires(
        "one table in 元 among those in 万元",
        checks.amounts,
        notice(allocation(), tables=[performance("东营区", unit=Unit.YUAN), *everybody()[1:]]),
        error(
            "performance-amount",
            TableName.PERFORMANCE_TABLES,
            "amount",
            table_no=1,
            recipient="东营区",
            expected=300000,
            actual=30,
            difference=-299970,
        ),
    ),
    fires(
        "the parts don't add up",
        checks.funds,
        notice(tables=paid(("其中:中央补助", "20", CENTRAL), ("地方资金", "9", LOCAL))),
        error(
            "performance-funds",
            TableName.PERFORMANCE_TABLES,
            "amount",
            table_no=1,
            expected=30,
            actual=29,
            difference=-1,
        ),
    ),
    fires(
        "the first part is all of it, and another follows",
        checks.funds,
        notice(tables=paid(("其中:中央补助", "30", CENTRAL), ("其中:地方资金", "9", LOCAL))),
        error(
            "performance-funds",
            TableName.PERFORMANCE_TABLES,
            "amount",
            table_no=1,
            expected=30,
            actual=39,
            difference=9,
        ),
    ),
    fires(
        "one of four says another source",
        checks.sources,
        notice(tables=from_sources(PROVINCE, PROVINCE, CENTRAL, PROVINCE)),
        warning(
            "funds-source-outlier",
            TableName.PERFORMANCE_FUNDS,
            "source",
            table_no=3,
            fund_no=1,
            recipient="垦利区",
            expected="其中:省级资金",
            actual="其中:中央资金",
        ),
    ),
    fires(
        "of two that differ, either may be wrong",
        checks.sources,
        notice(tables=from_sources(PROVINCE, CENTRAL)),
        warning(
            "funds-source-outlier",
            TableName.PERFORMANCE_FUNDS,
            "source",
            table_no=1,
            fund_no=1,
            recipient="东营区",
            expected="其中:中央资金",
            actual="其中:省级资金",
        ),
        warning(
            "funds-source-outlier",
            TableName.PERFORMANCE_FUNDS,
            "source",
            table_no=2,
            fund_no=1,
            recipient="河口区",
            expected="其中:省级资金",
            actual="其中:中央资金",
        ),
    ),
    fires(
        "one label for two departments",
        checks.repeated_labels,
        notice(tables=[performance(repeated_labels=[Piece(text="省级主管部门")])]),
        info(
            "text-suspect",
            TableName.PERFORMANCE_TABLES,
            "competent_departments",
            table_no=1,
            actual="省级主管部门",
        ),
    ),
)

SILENT = (
    silent(
        "the same sum in 元", checks.amounts, notice(tables=[performance("东营区", "300000", unit=Unit.YUAN)])
    ),
    silent(
        "the year's sum, what came earlier included",
        checks.amounts,
        notice(
            allocation([Row("东营区", "20", "10", "30")], columns=IN_ADVANCE),
            tables=[performance("东营区", "30")],
        ),
    ),
    silent(
        "two tables pay the county: either share or both together",
        checks.amounts,
        notice(
            allocation(),
            allocation([total("8"), Row("东营区", "8")], number=2),
            tables=[performance("东营区", "38"), performance("东营区", "8", family=1)],
        ),
    ),
    silent(
        "a blank amount, a dash",
        checks.amounts,
        notice(tables=[performance(figure=""), performance(figure="—")]),
    ),
    silent(
        "all of them print the digits in another unit: `units` speaks of that, once",
        checks.amounts,
        notice(allocation(columns=(column(unit=Unit.YUAN),)), tables=everybody()),
    ),
    silent(
        "a county without a row is unexpected, not wrong",
        checks.amounts,
        notice(allocation([total("70"), Row("河口区", "70")]), tables=[performance("东营区")]),
    ),
    silent(
        "a blank part", checks.funds, notice(tables=paid(("中央", "30", CENTRAL), ("地方补助", "", LOCAL)))
    ),
    silent("all parts are blank", checks.funds, notice(tables=paid(("中央", "", CENTRAL)))),
    silent(
        "地方 is divided once more",
        checks.funds,
        notice(
            tables=paid(
                ("中央", "20", CENTRAL),
                ("地方", "10", LOCAL),
                ("省级", "6", PROVINCE),
                ("市级", "4", PREFECTURE),
            )
        ),
    ),
    silent(
        "其中 behind the part it divides",
        checks.funds,
        notice(tables=paid(("中央", "30", CENTRAL), ("其中:省级直达", "6", PROVINCE))),
    ),
    silent(
        "a part that can't be read says nothing about the sum",
        checks.funds,
        notice(tables=paid(("中央", "2O", CENTRAL), ("地方", "9", LOCAL))),
    ),
    silent(
        "two against two", checks.sources, notice(tables=from_sources(PROVINCE, PROVINCE, CENTRAL, CENTRAL))
    ),
    silent(
        "another fund's table in the same notice",
        checks.sources,
        notice(
            tables=[*from_sources(PROVINCE, PROVINCE, PROVINCE, PROVINCE), *from_sources(CENTRAL, family=1)]
        ),
    ),
    silent(
        "a blank first line: the money is in the second",
        checks.sources,
        notice(
            tables=[
                *from_sources(PROVINCE, PROVINCE),
                performance("广饶县", funds=[fund("中央", "", CENTRAL), fund("省级", "10", PROVINCE)]),
            ]
        ),
    ),
    silent("each label once", checks.repeated_labels, notice()),
)


@each((*FIRES, *SILENT))
def test_performance(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
