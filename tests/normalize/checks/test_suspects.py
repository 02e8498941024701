from normalize.checks import suspects
from schemas.dataset.codes import TableName, Unit
from schemas.notice import Allocation
from tests.normalize.build import allocation, column, notice, shares, text_amount, total
from tests.normalize.checks.cases import Case, Said, each, fires, heard, silent, warning

COUNTIES = ("东营区", "河口区", "垦利区", "利津县", "广饶县")


def money(*figures: str, unit: Unit = Unit.WAN) -> Allocation:
    """One figure a county."""
    rows = shares(dict(zip(COUNTIES, figures, strict=False)))
    return allocation(rows, columns=(column(unit=unit),))


def point(row: int, printed: str) -> Said:
    return warning(
        "low-confidence", TableName.ALLOCATIONS, "amount", table_no=1, row_no=row, column_no=1, actual=printed
    )


FIRES = (
    fires(
        "in 元 nothing stands behind the 分",
        suspects.points_for_commas,
        notice(money("29.100", "210600", "138900", "77000", "51200", unit=Unit.YUAN)),
        point(1, "29.100"),
    ),
    fires(
        "its siblings group by commas",
        suspects.points_for_commas,
        notice(money("1,638", "1.741", "2,630", "1,010", "3,700")),
        point(2, "1.741"),
    ),
    fires(
        "no total is printed, and the text sends another sum",
        suspects.inferred_total,
        notice(allocation(shares()), amounts=(text_amount("90万元", "900000"),)),
        warning("low-confidence", TableName.NOTICES, "total_amount", actual="100"),
    ),
)

SILENT = (
    silent(
        "in 万元 a column may go down to ten 元",
        suspects.points_for_commas,
        notice(money("1.638", "1.741", "2.630", "1.010", "3.700")),
    ),
    silent(
        "two digits behind the point",
        suspects.points_for_commas,
        notice(money("1638.50", "174.10", "26.30", "10.10", "3.70", unit=Unit.YUAN)),
    ),
    silent(
        "the sum is the text's",
        suspects.inferred_total,
        notice(allocation(shares()), amounts=(text_amount("100万元", "1000000"),)),
    ),
    silent(
        "a total is printed: `allocation-text-amount` holds it against the text",
        suspects.inferred_total,
        notice(allocation([total("100"), *shares()]), amounts=(text_amount("90万元", "900000"),)),
    ),
    silent(
        "the text names what was sent earlier",
        suspects.inferred_total,
        notice(allocation(shares()), amounts=(text_amount("90万元", "900000", sent=False),)),
    ),
)


@each((*FIRES, *SILENT))
def test_suspects(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
