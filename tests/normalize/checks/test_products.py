from normalize.checks import products as checks
from schemas.dataset.codes import ColumnRole, Measure, TableName
from schemas.notice import AllocationColumn, Notice
from tests.normalize.build import Row, allocation, column, notice, total
from tests.normalize.checks.cases import Case, Said, each, error, fires, heard, silent

OTHER = ColumnRole.OTHER
COUNTIES = ("东营区", "河口区", "垦利区", "利津县", "广饶县")
PEOPLE = (column("人数", OTHER, Measure.COUNT), column("补助标准（元/人）", OTHER, Measure.STANDARD))
SHARE = (column("总投资", OTHER), column("补助比例（%）", OTHER, Measure.RATE))


def counted(
    *rows: tuple[str | None, str | None, str], factors: tuple[AllocationColumn, ...] = PEOPLE
) -> Notice:
    """Two factors and the amount, one row a county."""
    made = [Row(name, *figures) for name, figures in zip(COUNTIES, rows, strict=False)]
    return notice(allocation([total("9", "9", "9"), *made], columns=(*factors, column("金额"))))


def wrong(row: int, amount: str, product: str, difference: str) -> Said:
    return error(
        "allocation-product",
        TableName.ALLOCATIONS,
        "amount",
        table_no=1,
        row_no=row,
        column_no=3,
        expected=amount,
        actual=product,
        difference=difference,
    )


FIRES = (
    fires(
        "one row alone that only cutting off closes",
        checks.products,
        counted(("1201", "500", "60.1"), ("333", "500", "16.6"), ("300", "500", "15")),
        wrong(3, "16.6", "16.7", "0.1"),
    ),
    fires(
        "one digit of a count: 人 × 元/人 in 万元",
        checks.products,
        counted(("1200", "500", "60"), ("350", "600", "20"), ("300", "500", "15")),
        wrong(3, "20", "21", "1"),
    ),
    fires(
        "one digit of a rate, products rounded to the amount's digits",
        checks.products,
        counted(("1201", "500", "60.1"), ("333", "500", "16.7"), ("300", "510", "15")),
        wrong(4, "15", "15.3", "0.3"),
    ),
    fires(
        "a share of what is invested",
        checks.products,
        counted(("200", "30", "60"), ("150", "40", "60"), ("100", "30", "31"), factors=SHARE),
        wrong(4, "31", "30", "-1"),
    ),
)

SILENT = (
    silent(
        "cut off, but for the last row, which takes up what that leaves of the sum",
        checks.products,
        counted(
            ("1209", "500", "60.4"), ("333", "500", "16.6"), ("301", "500", "15.0"), ("333", "500", "16.7")
        ),
    ),
    silent(
        "rates with their sign",
        checks.products,
        counted(("200", "30%", "60"), ("150", "40％", "60"), ("100", "30%", "30"), factors=SHARE),
    ),
    silent(
        "every row closes; the total's row is nobody's product",
        checks.products,
        counted(("1200", "500", "60"), ("350", "600", "21")),
    ),
    silent(
        "no such identity: the amounts were set otherwise",
        checks.products,
        counted(("1200", "500", "70"), ("350", "600", "35"), ("300", "500", "15")),
    ),
    silent(
        "rounded to whole 万元",
        checks.products,
        counted(("1234", "500", "62"), ("351", "600", "21"), ("297", "500", "15")),
    ),
    silent(
        "a row without a count",
        checks.products,
        counted(("1200", "500", "60"), (None, "600", "21"), ("300", "500", "15")),
    ),
    silent("one row closes by chance", checks.products, counted(("1200", "500", "60"))),
)


@each((*FIRES, *SILENT))
def test_products(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
