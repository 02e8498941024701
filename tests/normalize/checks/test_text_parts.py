from decimal import Decimal

import pytest

from normalize.checks import text_parts as checks
from normalize.verified import verified
from schemas.dataset.codes import ColumnRole, TableName, Unit
from schemas.dataset.decimals import plain
from schemas.notice import Allocation, Notice
from tests.normalize.build import Row, allocation, column, in_text, notice, shares, total
from tests.normalize.checks.cases import Case, Said, each, error, fires, heard, silent, yuan

SENT = "现下达你们2021年困难群众救助补助资金100万元"
PART = ColumnRole.PART
BY_SOURCE = (column("合计"), column("中央资金", PART), column("省级资金", PART))
SIDE_BY_SIDE = (column("城市低保"), column("农村低保"))


def by_source() -> Allocation:
    rows = [
        total("100", "70", "30"),
        Row("东营区", "30", "20", "10"),
        Row("河口区", "25.5", "20.5", "5"),
        Row("垦利区", "20", "12", "8"),
        Row("利津县", "14.5", "10", "4.5"),
        Row("广饶县", "10", "7.5", "2.5"),
    ]
    return allocation(rows, columns=BY_SOURCE)


def said(text: str, *tables: Allocation) -> Notice:
    """A notice that sends 100 万元, 70 of them the centre's, and says this beside."""
    tables = tables or (by_source(),)
    return notice(*tables, **in_text(text, *tables))


def differs(row: int, column_no: int, text: str, table: str) -> Said:
    """Both in 万元."""
    return error(
        "allocation-text-amount",
        TableName.ALLOCATIONS,
        "amount",
        table_no=1,
        row_no=row,
        column_no=column_no,
        expected=yuan(text),
        actual=yuan(table),
        difference=plain((Decimal(table) - Decimal(text)) * 10000),
    )


def contradicts(whole: str, parts: str) -> Said:
    return error(
        "text-parts-sum",
        TableName.CLAUSES,
        "text",
        clause_no="1",
        expected=yuan(whole),
        actual=yuan(parts),
        difference=plain((Decimal(parts) - Decimal(whole)) * 10000),
    )


FIRES = (
    fires(
        "both parts by one",
        checks.against_tables,
        said(f"{SENT}，其中：中央资金71万元，省级资金29万元。"),
        differs(1, 2, "71", "70"),
        differs(1, 3, "29", "30"),
    ),
    fires(
        "a part in brackets, in a sentence of its own words",
        checks.against_tables,
        said(f"{SENT}（含中央财政补助60万元）。"),
        differs(1, 2, "60", "70"),
    ),
    fires(
        "a recipient's sum",
        checks.against_tables,
        said(f"{SENT}。安排东营区31万元，河口区25.5万元。"),
        differs(2, 1, "31", "30"),
    ),
    fires(
        "a recipient's sum with the fund's name between",
        checks.against_tables,
        said("现下达利津县2021年困难群众救助补助资金15.4万元。"),
        differs(5, 1, "15.4", "14.5"),
    ),
    fires(
        "a recipient's part",
        checks.against_tables,
        said(f"{SENT}，其中：东营区30万元（中央资金21万元、省级资金9万元）。"),
        differs(2, 2, "21", "20"),
        differs(2, 3, "9", "10"),
    ),
    fires(
        "funds side by side, no total printed",
        checks.against_tables,
        said(
            "现下达资金50万元，其中：城市低保30万元，农村低保20万元。",
            allocation([Row("东营区", "11", "9"), Row("河口区", "20", "10")], columns=SIDE_BY_SIDE),
        ),
        error(
            "allocation-text-amount",
            TableName.ALLOCATIONS,
            "amount",
            table_no=1,
            column_no=1,
            expected=300000,
            actual=310000,
            difference=10000,
        ),
        error(
            "allocation-text-amount",
            TableName.ALLOCATIONS,
            "amount",
            table_no=1,
            column_no=2,
            expected=200000,
            actual=190000,
            difference=-10000,
        ),
    ),
    fires(
        "words over the header that say nothing of the fund",
        checks.against_tables,
        said(
            "现提前下达资金50万元，其中：城市低保31万元，农村低保18万元。",
            allocation(
                [Row("东营区", "20", "11", "9"), Row("河口区", "30", "20", "10")],
                columns=(
                    column("分配方案 / 合计"),
                    column("分配方案 / 城市低保", PART),
                    column("分配方案 / 农村低保", PART),
                ),
            ),
        ),
        error(
            "allocation-text-amount",
            TableName.ALLOCATIONS,
            "amount",
            table_no=1,
            column_no=3,
            expected=180000,
            actual=190000,
            difference=10000,
        ),
    ),
    fires(
        "more for a use than the county gets",
        checks.against_tables,
        said("安排东营区31万元用于救助站改造。"),
        differs(2, 1, "31", "30"),
    ),
    fires(
        "parts of one kind are more than their whole",
        checks.own_sums,
        said(f"{SENT}，其中：中央资金70万元，省级资金31万元。"),
        contradicts("100", "101"),
    ),
    fires(
        "all are listed and are less",
        checks.own_sums,
        said(f"{SENT}，包括：中央资金70万元、省级资金29万元。"),
        contradicts("100", "99"),
    ),
    fires(
        "one part is more than its whole",
        checks.own_sums,
        said(f"{SENT}，其中直达资金101万元。"),
        contradicts("100", "101"),
    ),
)

SILENT = (
    silent(
        "all as in the table",
        checks.against_tables,
        said(f"{SENT}，其中：中央资金70万元，省级资金30万元。安排东营区30万元。"),
    ),
    silent(
        "rounded in the text",
        checks.against_tables,
        said("现下达资金0.01亿元，其中：中央资金0.007亿元。"),
    ),
    silent(
        "parts that no column is for",
        checks.against_tables,
        said(f"{SENT}，其中：中央直达资金60万元，市级资金5万元，用于城市低保50万元。"),
    ),
    silent(
        "behind a county's part, a part may be the county's too",
        checks.against_tables,
        said(f"{SENT}，其中：东营区中央资金20万元、省级资金10万元。"),
    ),
    silent(
        "parts of a part that no column is for",
        checks.against_tables,
        said(f"{SENT}，其中：基础性补助95万元，奖励性补助5万元（东营区3万元、利津县2万元）。"),
    ),
    silent(
        "what was sent before",
        checks.against_tables,
        said(f"{SENT}。此前已下达东营区50万元，其中中央资金10万元。"),
    ),
    silent(
        "parts of a sum that isn't sent",
        checks.against_tables,
        said(f"省财政厅核定我市资金500万元，其中：中央资金300万元。{SENT}。"),
    ),
    silent(
        "parts of a sum that is none of the table's",
        checks.against_tables,
        said(f"{SENT}，扣除已预拨40万元，此次实际拨付60万元，其中中央资金42万元。"),
    ),
    silent(
        "one sum for two, and a sum for each",
        checks.against_tables,
        said(f"{SENT}。安排东营区、河口区55万元，垦利区、利津县各20万元。"),
    ),
    silent(
        "some of what the county gets, for a use",
        checks.against_tables,
        said(f"{SENT}，其中安排东营区20万元用于救助站改造。"),
    ),
    silent(
        "another fund of the same county",
        checks.against_tables,
        said(f"{SENT}。安排东营区工作经费5万元、东营区低保资金8万元。"),
    ),
    silent(
        "a recipient in two tables: which is meant isn't clear",
        checks.against_tables,
        said("安排东营区31万元。", allocation(), allocation(number=2)),
    ),
    silent(
        "the same digits in another unit: `units` speaks of that",
        checks.against_tables,
        said(
            f"{SENT}，其中：中央资金70万元。",
            allocation(
                [total("100", "70", "30"), Row("东营区", "100", "70", "30")],
                columns=[c.model_copy(update={"unit": Unit.YUAN}) for c in BY_SOURCE],
            ),
        ),
    ),
    silent(
        "其中 names some of the parts",
        checks.own_sums,
        said(f"{SENT}，其中：中央资金50万元，省级资金20万元。"),
    ),
    silent(
        "a part that lies across the others",
        checks.own_sums,
        said(f"{SENT}，其中：中央资金70万元，省级资金30万元，直达资金60万元。"),
    ),
    silent(
        "a list that goes on",
        checks.own_sums,
        said(f"{SENT}，包括：东营区30万元、河口区25.5万元，其余资金另行下达。"),
    ),
    silent(
        "rounded to 亿元",
        checks.own_sums,
        said("现下达资金10亿元，包括：中央资金6.7亿元、省级资金3.4亿元。"),
    ),
    silent(
        "parts of what a project costs",
        checks.own_sums,
        said(f"{SENT}，项目总投资20万元，其中：中央资金30万元。"),
    ),
    silent(
        "parts of a sum that isn't sent",
        checks.own_sums,
        said("上年结余10万元，其中：中央资金20万元。"),
    ),
)


@each((*FIRES, *SILENT))
def test_text_parts(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("安排东营区30万元，河口区26万元。", {(1, 1)}),  # the other sum is wrong
        ("现下达资金55.5万元。", {(1, 1), (1, 2)}),
        ("安排东营区30.0亿元。", set()),
        ("", set()),
    ],
)
def test_the_text_confirms_a_figure(text: str, rows: set[tuple[int, int]]) -> None:
    table = allocation(shares()[:2])
    assert verified(notice(table, **in_text(text, table))) == rows


def test_the_text_confirms_columns() -> None:
    table = allocation([Row("东营区", "11", "9"), Row("河口区", "20", "10")], columns=SIDE_BY_SIDE)
    text = "现下达资金50万元，其中：城市低保31万元，农村低保{}万元。"
    assert verified(notice(table, **in_text(text.format(19), table))) == {(1, 1), (1, 2)}
    assert verified(notice(table, **in_text(text.format(18), table))) == set()
