from normalize.checks import units
from schemas.dataset.codes import ColumnRole, Measure, TableName, Unit
from tests.normalize.build import (
    SHARES,
    Row,
    allocation,
    column,
    everybody,
    header,
    notice,
    performance,
    shares,
    text_amount,
    total,
)
from tests.normalize.checks.cases import Case, Said, each, error, fires, heard, info, silent, warning, yuan

IN_YUAN = (column(unit=Unit.YUAN),)
NO_UNIT = (column(unit=None),)


def conflict(unit: Unit = Unit.WAN) -> Said:
    return error("unit-conflict", TableName.ALLOCATIONS, "unit", table_no=1, expected=unit)


FIRES = (
    fires(
        "neither kind of table prints one",
        units.unknown,
        notice(allocation(columns=NO_UNIT), tables=[performance(unit=None)]),
        error("unit-unknown", TableName.ALLOCATIONS, "unit", table_no=1),
        error("unit-unknown", TableName.PERFORMANCE_TABLES, "amount_yuan", table_no=1),
    ),
    fires(
        "no unit line, others name it",
        units.inferred,
        notice(allocation().model_copy(update={"unit_inferred": True})),
        warning("value-inferred", TableName.ALLOCATIONS, "unit", table_no=1, expected=Unit.WAN),
    ),
    fires(
        "no unit line; the text sends the very total: worth knowing, no more",
        units.inferred,
        notice(
            allocation([total("123.4")]).model_copy(update={"unit_inferred": True}),
            amounts=(text_amount("123.4万元", "1234000"),),
        ),
        info("value-inferred", TableName.ALLOCATIONS, "unit", table_no=1, expected=Unit.WAN),
    ),
    fires(
        "the unit line says 元, the column's own label 万元",
        units.over_the_table,
        notice(allocation(units=(Unit.YUAN, Unit.WAN))),
        conflict(),
    ),
    fires(
        "the performance tables print the same figures in another unit",
        units.against_performance,
        notice(allocation(columns=IN_YUAN), tables=everybody()),
        conflict(Unit.YUAN),
    ),
    fires(
        "the text names the total's digits in another unit",
        units.against_text,
        notice(allocation(columns=IN_YUAN), amounts=(text_amount("100万元", "1000000"),)),
        conflict(Unit.YUAN),
    ),
    fires(
        "the same where the table prints no total",
        units.against_text,
        notice(allocation(shares(), columns=IN_YUAN), amounts=(text_amount("100万元", "1000000"),)),
        conflict(Unit.YUAN),
    ),
    fires(
        "nobody would be sent 30 元",
        units.sizes,
        notice(allocation(columns=IN_YUAN)),
        conflict(Unit.YUAN),
    ),
    fires(
        "a county would get 300 亿元",
        units.sizes,
        notice(allocation([Row("东营区", "3000000"), Row("河口区", "255000")])),
        conflict(),
    ),
)

SILENT = (
    silent("the unit line names it", units.inferred, notice(allocation())),
    silent(
        "a count needs no unit of money, a blank amount none either",
        units.unknown,
        notice(
            allocation(
                [Row("东营区", "30", "120")],
                columns=[column(), column("户数", ColumnRole.OTHER, Measure.COUNT)],
            ),
            tables=[performance("东营区", "", unit=None)],
        ),
    ),
    silent(
        "money in 万元 beside a standard in 元",
        units.over_the_table,
        notice(
            allocation(
                [Row("东营区", "30", "600")],
                columns=[column(), column("补助标准（元）", ColumnRole.OTHER, Measure.STANDARD, Unit.YUAN)],
                units=(Unit.WAN, Unit.YUAN),
            )
        ),
    ),
    silent("one unit", units.over_the_table, notice()),
    silent(
        "one performance table in another unit contradicts itself, not the allocation",
        units.against_performance,
        notice(allocation(), tables=[performance("东营区", unit=Unit.YUAN), *everybody()[1:]]),
    ),
    silent(
        "the same sum written out in 元",
        units.against_performance,
        notice(allocation(), tables=[performance(n, yuan(s), unit=Unit.YUAN) for n, s in SHARES.items()]),
    ),
    silent(
        "the same sum written out in 元 in the text",
        units.against_text,
        notice(amounts=(text_amount("1000000元", "1000000", step="1"),)),
    ),
    silent(
        "a sum of the same digits that isn't sent",
        units.against_text,
        notice(amounts=(text_amount("100亿元", "10000000000", sent=False),)),
    ),
    silent(
        "nothing is sent: zero in every unit",
        units.against_text,
        notice(allocation([total("0"), Row("东营区", "0")]), amounts=(text_amount("0元", "0"),)),
    ),
    silent(
        "one small sum among greater ones, and a table of zeros",
        units.sizes,
        notice(
            allocation([Row("东营区", "0.06"), Row("河口区", "25")]),
            allocation([Row("东营区", "0"), Row("河口区", "0")], number=2),
        ),
    ),
    silent(
        "one recipient alone may get little",
        units.sizes,
        notice(allocation([total("300"), Row("东营区", "300")], columns=IN_YUAN)),
    ),
    silent(
        "a province sends 300 亿元",
        units.sizes,
        notice(
            allocation([Row("东营区", "3000000"), Row("河口区", "255000")]),
            head=header(jurisdiction_code="370000", jurisdiction_name="山东省"),
        ),
    ),
    silent(
        "money taken back",
        units.sizes,
        notice(allocation([Row("东营区", "-30"), Row("河口区", "-25")])),
    ),
)


@each((*FIRES, *SILENT))
def test_units(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
