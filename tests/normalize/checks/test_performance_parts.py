from normalize.checks import performance_parts as checks
from schemas.dataset.codes import ColumnRole, FundsSource, TableName
from schemas.notice import Notice
from tests.normalize.build import Row, allocation, column, fund, notice, performance, total
from tests.normalize.checks.cases import Case, Said, each, error, fires, heard, silent

CENTRAL, PROVINCE, COUNTY = FundsSource.CENTRAL, FundsSource.PROVINCE, FundsSource.COUNTY
PART = ColumnRole.PART
ROWS = {"东营区": ("30", "20", "10"), "河口区": ("25.5", "20.5", "5"), "垦利区": ("20", "12", "8")}


def shown(central: str = "20", province: str = "10", **others: tuple[str, str]) -> Notice:
    """The tables of three counties; what is given stands in that of 东营区, or of the county named."""
    parts = {name: row[1:] for name, row in ROWS.items()} | {"东营区": (central, province)} | others
    tables = [
        performance(
            name,
            ROWS[name][0],
            funds=[fund("其中：中央补助", one, CENTRAL), fund("省级补助", other, PROVINCE)],
        )
        for name, (one, other) in parts.items()
    ]
    columns = (column("合计"), column("中央资金", PART), column("省级资金", PART))
    rows = [total("75.5", "52.5", "23"), *(Row(name, *row) for name, row in ROWS.items())]
    return notice(allocation(rows, columns=columns), tables=tables)


def differs(number: int, printed: str, expected: int, actual: int) -> Said:
    return error(
        "performance-part",
        TableName.PERFORMANCE_FUNDS,
        "amount",
        table_no=1,
        fund_no=number,
        recipient=printed,
        expected=expected,
        actual=actual,
        difference=actual - expected,
    )


FIRES = (
    fires(
        "the parts exchanged: they still add up",
        checks.parts,
        shown("10", "20"),
        differs(1, "东营区", 200000, 100000),
        differs(2, "东营区", 100000, 200000),
    ),
    fires("one digit of one part", checks.parts, shown("21"), differs(1, "东营区", 200000, 210000)),
)

SILENT = (
    silent("all as in the allocation", checks.parts, shown()),
    silent("a part left blank: its sum speaks of that", checks.parts, shown("")),
    silent(
        "tables that give all to one source name the sources otherwise",
        checks.parts,
        shown("30", "0", 河口区=("25.5", "0"), 垦利区=("20", "0")),
    ),
    silent(
        "no column of that source",
        checks.parts,
        notice(
            allocation(),
            tables=[performance("东营区", funds=[fund("中央", "20"), fund("县级", "10", COUNTY)])],
        ),
    ),
)


@each((*FIRES, *SILENT))
def test_performance_parts(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
