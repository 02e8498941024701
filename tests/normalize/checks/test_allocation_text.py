from normalize.checks import allocation as checks
from schemas.dataset.codes import TableName
from tests.normalize.build import (
    SHARES,
    Row,
    allocation,
    in_text,
    notice,
    shares,
    subtotal,
    text_amount,
    total,
)
from tests.normalize.checks.cases import Case, each, error, fires, heard, info, silent

CELL = {"column": "amount", "table_no": 1}


def numbered(*serials: str | None) -> list[Row]:
    return [Row(name, "10", serial=serial) for name, serial in zip(SHARES, serials, strict=True)]


def under_two_subtotals(*serials: str) -> list[Row]:
    """The first two counties under the first subtotal (row 1), the others under the second (row 4)."""
    rows = numbered(*serials)
    for row in rows[:2]:
        row.parent = 1
    for row in rows[2:]:
        row.parent = 4
    return [subtotal("城区小计", "20"), *rows[:2], subtotal("县小计", "30"), *rows[2:]]


FIRES = (
    fires(
        "the text sends 1000 元 more",
        checks.text_amount,
        notice(amounts=(text_amount("100.1万元", "1001000", step="1000"),)),
        error(
            "allocation-text-amount",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=1,
            column_no=1,
            expected=1001000,
            actual=1000000,
            difference=-1000,
        ),
    ),
    fires(
        "no total is printed: the rows' sum stands for it",
        checks.text_amount,
        notice(allocation(shares()), amounts=(text_amount("101万元", "1010000"),)),
        error(
            "allocation-text-amount",
            TableName.ALLOCATIONS,
            **CELL,
            column_no=1,
            expected=1010000,
            actual=1000000,
            difference=-10000,
        ),
    ),
    fires(
        "a thousand times as much is no unit's doing",
        checks.text_amount,
        notice(amounts=(text_amount("10亿元", "1000000000", step="100000000"),)),
        error(
            "allocation-text-amount",
            TableName.ALLOCATIONS,
            **CELL,
            row_no=1,
            column_no=1,
            expected=1000000000,
            actual=1000000,
            difference=-999000000,
        ),
    ),
    fires(
        "a number twice, another left out",
        checks.serials,
        notice(allocation(numbered("1", "2", "2", "4", "5"))),
        info("allocation-serial", TableName.ALLOCATIONS, "serial", table_no=1),
    ),
    fires(
        "the first subtotal's rows are irregular by any count",
        checks.serials,
        notice(allocation(under_two_subtotals("1", "1", "1", "2", "3"))),
        info("allocation-serial", TableName.ALLOCATIONS, "serial", table_no=1),
    ),
)

SILENT = (
    silent("the same sum", checks.text_amount, notice(amounts=(text_amount("100万元", "1000000"),))),
    silent(
        "rounded in the text",
        checks.text_amount,
        notice(
            allocation([total("100.4"), *shares({"东营区": "30.4"})]),
            amounts=(text_amount("100万元", "1000000"),),
        ),
    ),
    silent(
        "sums that aren't sent now",
        checks.text_amount,
        notice(amounts=(text_amount("250万元", "2500000", sent=False),)),
    ),
    silent(
        "the whole and a part, the whole fits",
        checks.text_amount,
        notice(amounts=(text_amount("60万元", "600000"), text_amount("100万元", "1000000"))),
    ),
    silent(
        "two tables together",
        checks.text_amount,
        notice(allocation(), allocation(number=2), amounts=(text_amount("200万元", "2000000"),)),
    ),
    silent(
        "the same digits in another unit: `units` speaks of that",
        checks.text_amount,
        notice(amounts=(text_amount("100元", "100", step="1"),)),
    ),
    silent(
        "of two funds that are sent the table divides the one that its title names",
        checks.text_amount,
        notice(
            allocation(),
            **in_text(
                "现下达资金150万元，其中：困难群众救助补助资金100万元、医疗救助补助资金50万元。", allocation()
            ),
        ),
    ),
    silent(
        "one county's sum, the whole isn't named",
        checks.text_amount,
        notice(allocation(), **in_text("此次下达东营区30万元。", allocation())),
    ),
    silent("in another order", checks.serials, notice(allocation(numbered("4", "3", "1", "2", "5")))),
    silent(
        "only some rows have one", checks.serials, notice(allocation(numbered("1", None, "2", None, None)))
    ),
    silent("Chinese numerals", checks.serials, notice(allocation(numbered("一", "二", "二", "四", "五")))),
    silent(
        "they start anew under each subtotal",
        checks.serials,
        notice(allocation(under_two_subtotals("1", "2", "1", "2", "3"))),
    ),
    silent(
        "or go on",
        checks.serials,
        notice(allocation(under_two_subtotals("1", "2", "3", "4", "5"))),
    ),
)


@each((*FIRES, *SILENT))
def test_allocation_text(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
