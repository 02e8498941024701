from normalize.checks import owners
from schemas.dataset.codes import MatchMethod, RecipientKind, TableName
from schemas.notice import Evidence, Match
from tests.normalize.build import (
    NOBODY,
    SHARES,
    Row,
    allocation,
    county,
    everybody,
    header,
    institution,
    notice,
    performance,
    shares,
    total,
    zone,
)
from tests.normalize.checks.cases import Case, each, error, fires, heard, silent, warning

TABLE = {"table": TableName.PERFORMANCE_TABLES, "column": "recipient", "table_no": 1}
RIVALS = Match(name=None, kind=RecipientKind.COUNTY, rivals=("东营区", "东营市"))
INFERRED = {"method": MatchMethod.INFERRED, "spelled": False}
FUZZY = {"method": MatchMethod.FUZZY, "spelled": False}
CITY = county("东营市")
REST = everybody()[1:]

FIRES = (
    fires(
        "the table of a zone one character from a listed one",
        owners.resembling,
        notice(tables=[performance("东菅开发区", "30", match=zone("东菅开发区", near=("东营开发区",)))]),
        warning("recipient-resembles", expected="东营开发区", actual="东菅开发区", **TABLE),
    ),
    fires(
        "half of the name speaks for the owner, and no amount",
        owners.spelling,
        notice(
            tables=[
                performance(
                    match=county("东营区", **FUZZY, light=True), printed="东菅区", evidence=(Evidence.NAME,)
                ),
                *REST,
            ]
        ),
        error("recipient-spelling", expected="东营区", actual="东菅区", **TABLE),
    ),
    fires(
        "half of the name and the amount",
        owners.spelling,
        notice(
            tables=[
                performance(
                    match=county("东营区", **FUZZY, light=True),
                    printed="东菅区",
                    evidence=(Evidence.NAME, Evidence.AMOUNT),
                ),
                *REST,
            ]
        ),
        warning("recipient-spelling", expected="东营区", actual="东菅区", **TABLE),
    ),
    fires(
        "nothing names the owner: an error where money hangs on it, else a warning",
        owners.unknown,
        notice(
            tables=[
                performance("~~X~~", "31", match=NOBODY),
                performance("~~Y~~", "", match=NOBODY),
            ]
        ),
        error("recipient-unknown", actual="~~X~~", **TABLE),
        warning("recipient-unknown", **{**TABLE, "table_no": 2}, actual="~~Y~~"),
    ),
    fires(
        "a table without a name over one share, or one of several",
        owners.unknown,
        notice(tables=[performance("", "30", match=NOBODY), performance("", "100", match=NOBODY)]),
        error("recipient-unknown", **TABLE),
        error("recipient-unknown", **{**TABLE, "table_no": 2}),
    ),
    fires(
        "two fit alike",
        owners.ambiguous,
        notice(tables=[performance("东营", match=RIVALS)]),
        error("recipient-ambiguous", actual="东营", **TABLE),
    ),
    fires(
        "amount and place name what the page destroyed",
        owners.inferred,
        notice(
            tables=[
                performance(
                    "~~X~~至托",
                    "30",
                    match=county("东营区", **INFERRED),
                    evidence=(Evidence.AMOUNT, Evidence.ORDER),
                )
            ]
        ),
        warning("value-inferred", expected="东营区", actual="~~X~~至托", **TABLE),
    ),
    fires(
        "a county of another prefecture",
        owners.outside,
        notice(tables=[performance("通江县", match=county("通江县", within=False))]),
        warning("recipient-outside-jurisdiction", expected="东营市", actual="通江县", **TABLE),
    ),
    fires(
        "a misspelt county",
        owners.spelling,
        notice(tables=[performance("东菅区", match=county("东营区", **FUZZY))]),
        warning("recipient-spelling", expected="东营区", actual="东菅区", **TABLE),
    ),
    fires(
        "two tables of one template for one county",
        owners.duplicates,
        notice(tables=[performance("东营区"), performance("河口区"), performance("东营区")]),
        warning("recipient-duplicate", **{**TABLE, "table_no": 3}),
    ),
    fires(
        "one of five has none",
        owners.missing,
        notice(allocation(), tables=REST),
        warning("performance-missing", TableName.PERFORMANCE_TABLES, recipient="东营区", expected="30 万元"),
    ),
    fires(
        "a county that is paid nothing here",
        owners.unexpected,
        notice(allocation([total("70"), *shares()[1:]]), tables=everybody()),
        warning(
            "performance-unexpected",
            TableName.PERFORMANCE_TABLES,
            table_no=1,
            recipient="东营区",
            actual="30",
        ),
    ),
    fires(
        "an institution that is paid nothing, under an agency that nobody knows",
        owners.unexpected,
        notice(
            allocation(),
            tables=[performance("市救助站", "30", match=institution("市救助站"))],
            head=header(jurisdiction_code=None, jurisdiction_name=None),
        ),
        warning(
            "performance-unexpected",
            TableName.PERFORMANCE_TABLES,
            table_no=1,
            recipient="市救助站",
            actual="30",
        ),
    ),
)

SILENT = (
    silent(
        "the table of a zone like no other",
        owners.resembling,
        notice(tables=[performance("东营港开发区", "30", match=zone("东营港开发区"))]),
    ),
    silent("everybody is known", owners.unknown, notice()),
    silent(
        "one table without a name over the whole sum is everybody's",
        owners.unknown,
        notice(allocation(), tables=[performance("", "100", match=NOBODY)]),
    ),
    silent("nobody fits", owners.ambiguous, notice(tables=[performance("甲", match=NOBODY)])),
    silent("read by name", owners.inferred, notice()),
    silent(
        "an institution of the city",
        owners.outside,
        notice(tables=[performance("市救助站", "30", match=institution("市救助站"))]),
    ),
    silent(
        "a short name, and an owner that was inferred",
        owners.spelling,
        notice(
            tables=[
                performance("利津", match=county("利津县", method=MatchMethod.ALIAS)),
                performance("?", match=county("东营区", **INFERRED)),
            ]
        ),
    ),
    silent(
        "two templates for one county, and two tables that nobody could name",
        owners.duplicates,
        notice(
            tables=[
                performance("东营区"),
                performance("东营区", family=1),
                performance("甲", match=NOBODY),
                performance("乙", match=NOBODY),
            ]
        ),
    ),
    silent(
        "a recipient with 0, or blank, needs no table",
        owners.missing,
        notice(
            allocation(
                [
                    total("100"),
                    *shares(),
                    Row("市救助站", "0", match=institution("市救助站")),
                    Row("市福利院", None, match=institution("市福利院")),
                ]
            ),
            tables=everybody(),
        ),
    ),
    silent("nobody has a table", owners.missing, notice(allocation())),
    silent(
        "one table for the whole city",
        owners.missing,
        notice(allocation(), tables=[performance("东营市", "100", match=CITY)]),
    ),
    silent(
        "one table that names nobody",
        owners.missing,
        notice(allocation(), tables=[performance("", "100", match=NOBODY)]),
    ),
    silent(
        "a table for the whole city has no row of its own, a table that nobody could name neither",
        owners.unexpected,
        notice(
            allocation(),
            tables=[performance("东营市", "100", match=CITY), performance("甲", match=NOBODY), *everybody()],
        ),
    ),
    silent(
        "without an allocation table nothing is unexpected",
        owners.unexpected,
        notice(tables=[performance(n) for n in SHARES]).model_copy(update={"allocations": ()}),
    ),
)


@each((*FIRES, *SILENT))
def test_owners(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
