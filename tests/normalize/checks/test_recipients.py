from normalize.checks import recipients
from schemas.dataset.codes import MatchMethod, RecipientKind, TableName
from schemas.notice import Match
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
    subtotal,
    total,
    zone,
)
from tests.normalize.checks.cases import Case, each, error, fires, heard, info, silent, warning

ROW = {"table": TableName.ALLOCATIONS, "column": "recipient", "table_no": 1}
OTHERS = [Row(name, share) for name, share in SHARES.items() if name != "东营区"]
RIVALS = Match(name=None, kind=RecipientKind.COUNTY, rivals=("东营区", "东营市"))
OWN = Match(name="市本级", kind=RecipientKind.OWN_LEVEL, parent_code="370500", method=MatchMethod.EXACT)

LIKE = county("东营区", method=MatchMethod.FUZZY, spelled=False, light=True)

FIRES = (
    fires(
        "an error where money hangs on it, else a warning",
        recipients.unknown,
        notice(allocation([Row("东菅X", "30", match=NOBODY), Row("曰照Y", "0", match=NOBODY)])),
        error("recipient-unknown", row_no=1, actual="东菅X", **ROW),
        warning("recipient-unknown", row_no=2, actual="曰照Y", **ROW),
    ),
    fires(
        "a row without a name",
        recipients.unknown,
        notice(allocation([Row(None, "30", match=NOBODY)])),
        error("recipient-unknown", row_no=1, **ROW),
    ),
    fires(
        "two fit alike",
        recipients.ambiguous,
        notice(allocation([Row("东营", "30", match=RIVALS)])),
        error("recipient-ambiguous", row_no=1, actual="东营", **ROW),
    ),
    fires(
        "only one row and one county were left",
        recipients.inferred,
        notice(
            allocation(
                [
                    Row("~~X~~", "30", match=county("东营区", method=MatchMethod.INFERRED, spelled=False)),
                    *OTHERS,
                ]
            )
        ),
        warning("value-inferred", row_no=1, expected="东营区", actual="~~X~~", **ROW),
    ),
    fires(
        "a county twice",
        recipients.duplicates,
        notice(allocation([total("60"), Row("东营区", "30"), Row("河口区", "0"), Row("东营区", "30")])),
        warning("recipient-duplicate", row_no=4, **ROW),
    ),
    fires(
        "twice under one subtotal",
        recipients.duplicates,
        notice(allocation([subtotal("城区小计", "60"), *(Row("东营区", "30", parent=1) for _ in range(2))])),
        warning("recipient-duplicate", row_no=3, **ROW),
    ),
    fires(
        "a county of another prefecture",
        recipients.outside,
        notice(allocation([Row("通江县", "30", match=county("通江县", within=False)), *OTHERS])),
        warning("recipient-outside-jurisdiction", row_no=1, expected="东营市", actual="通江县", **ROW),
    ),
    fires(
        "a misspelt county",
        recipients.spelling,
        notice(
            allocation(
                [
                    Row("东菅区", "30", match=county("东营区", method=MatchMethod.FUZZY, spelled=False)),
                    *OTHERS,
                ]
            )
        ),
        warning("recipient-spelling", row_no=1, expected="东营区", actual="东菅区", **ROW),
    ),
    fires(
        "half of its name speaks for the county",
        recipients.spelling,
        notice(allocation([Row("东菅区", "30", match=LIKE), *OTHERS])),
        error("recipient-spelling", row_no=1, expected="东营区", actual="东菅区", **ROW),
    ),
    fires(
        "half of its name, and the county's own table over the same sum",
        recipients.spelling,
        notice(allocation([Row("东菅区", "30", match=LIKE), *OTHERS]), tables=everybody()),
        warning("recipient-spelling", row_no=1, expected="东营区", actual="东菅区", **ROW),
    ),
    fires(
        "half of its name, and the county's own table over another sum",
        recipients.spelling,
        notice(allocation([Row("东菅区", "31", match=LIKE), *OTHERS]), tables=everybody()),
        error("recipient-spelling", row_no=1, expected="东营区", actual="东菅区", **ROW),
    ),
    fires(
        "a zone one character from a listed one",
        recipients.resembling,
        notice(
            allocation([Row("东菅经济开发区", "30", match=zone("东菅经济开发区", near=("东营经济开发区",)))])
        ),
        warning("recipient-resembles", row_no=1, expected="东营经济开发区", actual="东菅经济开发区", **ROW),
    ),
    fires(
        "four of five counties",
        recipients.missing,
        notice(allocation([total("70"), *OTHERS])),
        info("recipient-missing", recipient="东营区", **ROW),
    ),
)

SILENT = (
    silent("everybody is known", recipients.unknown, notice()),
    silent(
        "an institution has no code, a total no recipient",
        recipients.unknown,
        notice(allocation([total("40"), Row("市救助站", "40", match=institution("市救助站"))])),
    ),
    silent(
        "two that fit alike are not unknown",
        recipients.unknown,
        notice(allocation([Row("东营", "30", match=RIVALS)])),
    ),
    silent(
        "nobody fits",
        recipients.ambiguous,
        notice(allocation([Row("东菅X", "30", match=NOBODY)])),
    ),
    silent(
        "matched by likeness: that is spelling",
        recipients.inferred,
        notice(
            allocation([Row("东菅区", "30", match=county("东营区", method=MatchMethod.FUZZY, spelled=False))])
        ),
    ),
    silent(
        "inferred: that is no spelling",
        recipients.spelling,
        notice(
            allocation([Row("?", "30", match=county("东营区", method=MatchMethod.INFERRED, spelled=False))])
        ),
    ),
    silent(
        "a short name",
        recipients.spelling,
        notice(allocation([Row("利津", "30", match=county("利津县", method=MatchMethod.ALIAS))])),
    ),
    silent(
        "本级 under each of two cities, a county in each of two tables",
        recipients.duplicates,
        notice(
            allocation(
                [
                    subtotal("甲小计", "30"),
                    Row("市本级", "30", match=OWN, parent=1),
                    subtotal("乙小计", "20"),
                    Row("市本级", "20", match=OWN, parent=3),
                ]
            ),
            allocation(number=2),
            allocation(number=3),
        ),
    ),
    silent(
        "two counties that nobody could name",
        recipients.duplicates,
        notice(allocation([Row("甲", "30", match=NOBODY), Row("乙", "20", match=NOBODY)])),
    ),
    silent(
        "an institution of the city",
        recipients.outside,
        notice(allocation([Row("市救助站", "40", match=institution("市救助站")), *OTHERS])),
    ),
    silent(
        "a zone like no other",
        recipients.resembling,
        notice(allocation([Row("东营港开发区", "30", match=zone("东营港开发区"))])),
    ),
    silent(
        "an unknown name that resembles one: that is unknown",
        recipients.resembling,
        notice(allocation([Row("东菅区", "30", match=NOBODY.model_copy(update={"near": ("东营区",)}))])),
    ),
    silent("all five", recipients.missing, notice()),
    silent(
        "money for two of five is meant for these",
        recipients.missing,
        notice(allocation([Row("东营区", "30"), Row("河口区", "20")])),
    ),
    silent(
        "nobody knows who governs here",
        recipients.missing,
        notice(allocation(OTHERS), head=header(jurisdiction_code=None, jurisdiction_name=None)),
    ),
)


@each((*FIRES, *SILENT))
def test_recipients(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
