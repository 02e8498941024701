from decimal import Decimal

from normalize.checks import prose as checks
from schemas.dataset.codes import AllocationOrigin, TableName
from schemas.notice import Allocation, Notice, Stated
from tests.normalize.build import Row, allocation, notice, text_amount
from tests.normalize.checks.cases import Case, each, error, fires, heard, silent, warning, yuan

ROWS = (Row("东营区", "30"), Row("河口区", "15"))


def listed(stated: str | None = None, *, complete: bool = True) -> Allocation:
    """Two recipients of running text who get 45 万元, and what the text calls their sum."""
    told = Stated(amount=text_amount(f"{stated}万元", yuan(stated)), complete=complete) if stated else None
    made = allocation(list(ROWS))
    return made.model_copy(update={"origin": AllocationOrigin.TEXT, "stated": told})


def told(table: Allocation, *sums: str) -> Notice:
    return notice(table, amounts=tuple(text_amount(f"{one}万元", yuan(one)) for one in sums))


OPEN = warning("low-confidence", TableName.ALLOCATIONS, "amount", table_no=1, actual=yuan("45"))

FIRES = (
    fires(
        "分别为 lists all, and less than all is there",
        checks.stated,
        notice(listed("50")),
        error(
            "allocation-total",
            TableName.ALLOCATIONS,
            "amount",
            table_no=1,
            expected=yuan("50"),
            actual=yuan("45"),
            difference=yuan("-5"),
        ),
    ),
    fires(
        "of 其中 no more can be than of all",
        checks.stated,
        notice(listed("40", complete=False)),
        error(
            "allocation-total",
            TableName.ALLOCATIONS,
            "amount",
            table_no=1,
            expected=yuan("40"),
            actual=yuan("45"),
            difference=yuan("5"),
        ),
    ),
    fires("no sum in the text confirms the list", checks.alone, notice(listed()), OPEN),
    fires("其中 names less than all", checks.alone, notice(listed("50", complete=False)), OPEN),
    fires(
        "the text sends more than the list has",
        checks.more,
        told(listed("45"), "45", "60"),
        warning("low-confidence", TableName.NOTICES, "total_amount", actual=Decimal(45)),
    ),
)

SILENT = (
    silent("the list closes", checks.stated, notice(listed("45"))),
    silent("其中 may name less than all", checks.stated, notice(listed("50", complete=False))),
    silent("the list closes", checks.alone, notice(listed("45"))),
    silent("a table is no list", checks.alone, notice(allocation(list(ROWS)))),
    silent("no sum is greater", checks.more, told(listed("45"), "45", "30")),
    silent("of a table another check speaks", checks.more, told(allocation(list(ROWS)), "60")),
)


@each((*FIRES, *SILENT))
def test_prose(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
