from normalize.checks import allocation as checks
from schemas.dataset.codes import ColumnRole, Measure, RowKind, TableName
from tests.normalize.build import (
    SHARES,
    Row,
    allocation,
    column,
    institution,
    notice,
    shares,
    subtotal,
    total,
)
from tests.normalize.checks.cases import Case, each, error, fires, heard, silent

HOUSEHOLDS = column("户数", ColumnRole.OTHER, Measure.COUNT)
STANDARD = column("补助标准", ColumnRole.OTHER, Measure.STANDARD)
IN_PARTS = (column("合计"), column("中央", ColumnRole.PART), column("省级", ColumnRole.PART))
IN_ADVANCE = (
    column("提前下达", ColumnRole.EARLIER),
    column("本次下达"),
    column("全年合计", ColumnRole.SUM),
)
CELL = {"column": "amount", "table_no": 1}


FIRES = (
    fires(
        "one digit of one share",
        checks.totals,
        notice(allocation([total("100"), *shares({"河口区": "26.5"})])),
        error(
            "allocation-total",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=1,
            column_no=1,
            expected=100,
            actual=101,
            difference=1,
        ),
    ),
    fires(
        "a total below the rows, in a column of counts; the money closes",
        checks.totals,
        notice(
            allocation(
                [Row("东营区", "30", "120"), Row("河口区", "20", "80"), total("50", "210")],
                columns=[column(), HOUSEHOLDS],
            )
        ),
        error(
            "allocation-total",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=3,
            column_no=2,
            expected=210,
            actual=200,
            difference=-10,
        ),
    ),
    fires(
        "a total over a column in which no row has anything",
        checks.totals,
        notice(allocation([total("100"), Row("东营区", None), Row("河口区", "—")])),
        error(
            "allocation-total",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=1,
            column_no=1,
            expected=100,
            actual=0,
            difference=-100,
        ),
    ),
    fires(
        "the rows under one of two subtotals",
        checks.subtotals,
        notice(
            allocation(
                [
                    total("100"),
                    subtotal("城区小计", "75.5"),
                    *(Row(n, SHARES[n], parent=2) for n in ("东营区", "河口区", "垦利区")),
                    subtotal("县小计", "24.6"),
                    *(Row(n, SHARES[n], parent=6) for n in ("利津县", "广饶县")),
                ]
            )
        ),
        error(
            "allocation-subtotal",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=6,
            column_no=1,
            expected="24.6",
            actual="24.5",
            difference="-0.1",
        ),
    ),
    fires(
        "one row's parts",
        checks.crossfoot,
        notice(
            allocation(
                [total("50", "30", "20"), Row("东营区", "30", "20", "10"), Row("河口区", "20", "10", "11")],
                columns=IN_PARTS,
            )
        ),
        error(
            "allocation-crossfoot",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=3,
            column_no=1,
            expected=20,
            actual=21,
            difference=1,
        ),
    ),
    fires(
        "earlier and now against the year's sum",
        checks.crossfoot,
        notice(
            allocation(
                [total("30", "20", "50"), Row("东营区", "20", "10", "30"), Row("河口区", "10", "10", "19")],
                columns=IN_ADVANCE,
            )
        ),
        error(
            "allocation-crossfoot",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=3,
            column_no=3,
            expected=19,
            actual=20,
            difference=1,
        ),
    ),
)

SILENT = (
    silent("it closes to the last digit", checks.totals, notice()),
    silent(
        "float dust",
        checks.totals,
        notice(
            allocation(
                [total("0.36"), Row("东营区", "0.240000152587891"), Row("河口区", "0.119999997317791")]
            )
        ),
    ),
    silent(
        "a figure with a unit of its own",
        checks.totals,
        notice(allocation([total("50"), Row("东营区", "300000元"), Row("河口区", "20")])),
    ),
    silent("no total is printed", checks.totals, notice(allocation(shares()))),
    silent(
        "blank cells, dashes and a recipient with 0",
        checks.totals,
        notice(
            allocation(
                [
                    total("100"),
                    *shares(),
                    Row("市救助站", "0", match=institution("市救助站")),
                    Row("市福利院", None, match=institution("市福利院")),
                    Row("市社会福利中心", "—", match=institution("市社会福利中心")),
                ]
            )
        ),
    ),
    silent(
        "details and subtotals are no rows of their own",
        checks.totals,
        notice(
            allocation(
                [
                    total("100"),
                    subtotal("各县区小计", "100"),
                    *shares(),
                    Row("其中:油区", "12", kind=RowKind.DETAIL, parent=3),
                ]
            )
        ),
    ),
    silent(
        "standards don't add up",
        checks.totals,
        notice(
            allocation(
                [total("50", "650"), Row("东营区", "30", "600"), Row("河口区", "20", "700")],
                columns=[column(), STANDARD],
            )
        ),
    ),
    silent(
        "an unreadable share: that is said once, by itself",
        checks.totals,
        notice(allocation([total("100"), *shares({"河口区": "2S.5"})])),
    ),
    silent(
        "a column that says nothing at all",
        checks.totals,
        notice(
            allocation(
                [total("30", "0"), Row("东营区", "30", None)],
                columns=[column(), column("备用", ColumnRole.OTHER)],
            )
        ),
    ),
    silent(
        "subtotals that close, one of them without members",
        checks.subtotals,
        notice(
            allocation(
                [
                    subtotal("城区小计", "55.5"),
                    Row("东营区", "30", parent=1),
                    Row("河口区", "25.5", parent=1),
                    subtotal("县小计", "0"),
                ]
            )
        ),
    ),
    silent(
        "a blank part counts as nothing",
        checks.crossfoot,
        notice(
            allocation(
                [total("50", "30", "20"), Row("东营区", "30", "30", None), Row("河口区", "20", "—", "20")],
                columns=IN_PARTS,
            )
        ),
    ),
    silent(
        "a part that can't be read says nothing about the sum",
        checks.crossfoot,
        notice(
            allocation(
                [total("50", "30", "20"), Row("东营区", "30", "2O", "10"), Row("河口区", "20", "10", "10")],
                columns=IN_PARTS,
            )
        ),
    ),
    silent(
        "columns that are no such identity: most rows don't close",
        checks.crossfoot,
        notice(
            allocation(
                [total("50", "7", "4"), Row("东营区", "30", "5", "2"), Row("河口区", "20", "2", "2")],
                columns=IN_PARTS,
            )
        ),
    ),
)


@each((*FIRES, *SILENT))
def test_allocation(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
