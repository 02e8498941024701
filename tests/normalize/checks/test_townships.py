import pytest

from normalize.checks import townships
from schemas.dataset.codes import RecipientKind, TableName
from schemas.notice import Match, Notice
from tests.normalize.build import Row, allocation, county, notice, performance, township
from tests.normalize.checks.cases import Case, each, fires, heard, info, silent, warning

CODE = {"column": "division_code"}
# 尚屯镇 has had its code and name in every list; 西陵寺镇 as well.
SHANGTUN, XILING = township("尚屯镇", "411422107"), township("西陵寺镇", "411422104")


def sent(year: int | None, *rows: Row, **parts: object) -> Notice:
    return notice(allocation(rows), year=year, **parts)


ROWS = (Row("尚屯镇", "30", match=SHANGTUN), Row("西陵寺镇", "20", match=XILING))

FIRES = (
    fires(
        "before the first list; one finding for the table",
        townships.recipients,
        sent(2014, *ROWS),
        warning("recipient-code-year", TableName.ALLOCATIONS, table_no=1, expected=2014, **CODE),
    ),
    fires(
        "after the last list, which has them: worth knowing, no more",
        townships.recipients,
        sent(2024, *ROWS),
        info("recipient-code-year", TableName.ALLOCATIONS, table_no=1, expected=2024, **CODE),
    ),
    fires(
        "after the last list, which has one of them under another name",
        townships.recipients,
        sent(2024, ROWS[0], Row("旧名乡", "20", match=township("旧名乡", "411422104"))),
        warning("recipient-code-year", TableName.ALLOCATIONS, table_no=1, expected=2024, **CODE),
    ),
    fires(
        "no year at all",
        townships.recipients,
        sent(None, *ROWS),
        warning("recipient-code-year", TableName.ALLOCATIONS, table_no=1, expected="?", **CODE),
    ),
    fires(
        "a name that the year's list lacks has no code",
        townships.recipients,
        sent(2021, Row("旧名乡", "30", match=township("旧名乡", None))),
        warning("recipient-code-year", TableName.ALLOCATIONS, table_no=1, expected=2021, **CODE),
    ),
    fires(
        "performance tables, all in one finding",
        townships.owners,
        sent(
            2014,
            *ROWS,
            tables=(performance("尚屯镇", "30", match=SHANGTUN), performance("西陵寺镇", "20", match=XILING)),
        ),
        warning("recipient-code-year", TableName.PERFORMANCE_TABLES, expected=2014, **CODE),
    ),
)

SILENT = (
    silent("the year of the first list", townships.recipients, sent(2015, *ROWS)),
    silent("the year of the last list", townships.recipients, sent(2023, *ROWS)),
    silent("counties have their own history", townships.recipients, sent(2014, Row("东营区", "30"))),
    silent(
        "a township that nobody could name is unknown",
        townships.recipients,
        sent(2014, Row("口口镇", "30", match=Match(name=None, kind=RecipientKind.TOWNSHIP))),
    ),
    silent(
        "a table in a year with a list",
        townships.owners,
        sent(2021, *ROWS, tables=(performance("尚屯镇", "30", match=SHANGTUN),)),
    ),
    silent(
        "a county's table",
        townships.owners,
        sent(2014, *ROWS, tables=(performance("东营区", "30", match=county("东营区")),)),
    ),
)


@each((*FIRES, *SILENT))
def test_townships(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said


@pytest.mark.parametrize("name", ["row 1 尚屯镇 (411422107)", "row 2 西陵寺镇 (411422104)"])
def test_every_row_is_named(name: str) -> None:
    (found,) = townships.recipients(sent(2014, *ROWS))
    assert name in found.message
