from collections.abc import Sequence

from normalize.checks import spellings
from schemas.dataset.codes import TableName
from schemas.notice import Notice
from tests.normalize.build import Row, allocation, clause, header, institution, notice, performance, zone
from tests.normalize.checks.cases import Case, each, fires, heard, silent, warning

ROW = {"table": TableName.ALLOCATIONS, "column": "recipient", "table_no": 1}
PORT, HARBOUR = "东营空港新区", "东营空巷新区"


def named(*names: str, **parts: object) -> Notice:
    """A table of zones, and what else the notice says."""
    return notice(allocation([Row(name, "30", match=zone(name)) for name in names]), **parts)


def says(*texts: str) -> Sequence[object]:
    return tuple(clause(text) for text in texts)


FIRES = (
    fires(
        "the running text has another character",
        spellings.spelled_twice,
        named(HARBOUR, clauses=says(f"请{PORT}财政局加强管理。")),
        warning("recipient-spelled-twice", row_no=1, expected=PORT, actual=HARBOUR, **ROW),
    ),
    fires(
        "so have the addressees",
        spellings.spelled_twice,
        named(HARBOUR, head=header(addressees_printed=f"各县区财政局，{PORT}财政局：")),
        warning("recipient-spelled-twice", row_no=1, expected=PORT, actual=HARBOUR, **ROW),
    ),
    fires(
        "so has its performance table",
        spellings.spelled_twice,
        named(HARBOUR, tables=(performance(PORT, "30", match=zone(PORT)),)),
        warning("recipient-spelled-twice", row_no=1, expected=PORT, actual=HARBOUR, **ROW),
    ),
    fires(
        "so has another table of the notice; neither is known to be right",
        spellings.spelled_twice,
        notice(
            allocation([Row(HARBOUR, "30", match=institution(HARBOUR))]),
            allocation([Row(PORT, "30", match=zone(PORT))], number=2),
        ),
        warning("recipient-spelled-twice", row_no=1, expected=PORT, actual=HARBOUR, **ROW),
        warning(
            "recipient-spelled-twice",
            row_no=1,
            expected=HARBOUR,
            actual=PORT,
            **{**ROW, "table_no": 2},
        ),
    ),
)

SILENT = (
    silent(
        "spelt alike everywhere", spellings.spelled_twice, named(PORT, clauses=says(f"请{PORT}加强管理。"))
    ),
    silent(
        "a text that has both spellings confirms the row; the misspelt place is another's",
        spellings.spelled_twice,
        named(PORT, clauses=says(f"请{PORT}加强管理。", f"请{HARBOUR}加强管理。")),
    ),
    silent(
        "two zones, each with a row",
        spellings.spelled_twice,
        named("滨江高新区", "滨海高新区", clauses=says("请滨海高新区加强管理。")),
    ),
    silent(
        "east and west are two places",
        spellings.spelled_twice,
        named("城东新区", clauses=says("请城西新区加强管理。")),
    ),
    silent(
        "a county is held against the list",
        spellings.spelled_twice,
        notice(allocation([Row("垦利区", "30")]), clauses=says("请垦和区加强管理。")),
    ),
)


@each((*FIRES, *SILENT))
def test_spellings(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
