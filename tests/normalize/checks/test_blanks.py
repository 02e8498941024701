from normalize.checks import blanks
from schemas.dataset.codes import TableName
from tests.normalize.build import SHARES, everybody, fund, notice, performance
from tests.normalize.checks.cases import Case, each, fires, heard, silent, warning

BLANK = (fund("其中:中央补助", ""), fund("地方资金", "—"))

FIRES = (
    fires(
        "the parts are there, the amount isn't",
        blanks.annual_amounts,
        notice(tables=[performance("东营区", "", funds=[fund("其中:中央补助", "30")]), *everybody()[1:]]),
        warning("field-missing", TableName.PERFORMANCE_TABLES, "amount", table_no=1),
    ),
    fires(
        "one of five has no parts",
        blanks.parts,
        notice(tables=[*everybody()[:4], performance("广饶县", funds=BLANK)]),
        warning("field-missing", TableName.PERFORMANCE_TABLES, "amount", table_no=5),
    ),
)

SILENT = (
    silent(
        "a form without money",
        blanks.annual_amounts,
        notice(tables=[performance(n, "", funds=BLANK) for n in SHARES]),
    ),
    silent(
        "an amount that can't be read is no blank",
        blanks.annual_amounts,
        notice(tables=[performance("东营区", "3O", funds=[fund("其中:中央补助", "30")])]),
    ),
    silent(
        "nobody fills the parts", blanks.parts, notice(tables=[performance(n, funds=BLANK) for n in SHARES])
    ),
    silent(
        "a table over nothing",
        blanks.parts,
        notice(tables=[*everybody()[:4], performance("广饶县", "0", funds=BLANK)]),
    ),
    silent(
        "a part that can't be read is no blank",
        blanks.parts,
        notice(tables=[*everybody()[:4], performance("广饶县", funds=[fund("中央", "1O")])]),
    ),
)


@each((*FIRES, *SILENT))
def test_blanks(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
