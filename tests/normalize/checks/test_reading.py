from decimal import Decimal

from normalize.checks import reading
from schemas.dataset.codes import ColumnRole, Measure, TableName, Unit
from schemas.document import Place, Problem, ProblemKind
from schemas.reasons import reason
from tests.normalize.build import (
    Row,
    allocation,
    amount,
    citation,
    clause,
    column,
    fund,
    notice,
    performance,
    shares,
    text_amount,
    total,
)
from tests.normalize.checks.cases import Case, each, error, fires, heard, info, silent, warning

AREA = column("补助面积（亩）", ColumnRole.OTHER, Measure.COUNT)


def problem(kind: ProblemKind, **where: int) -> Problem:
    why = reason("page-damaged") if kind is ProblemKind.UNREADABLE else None
    return Problem(kind=kind, detail="收支明细", reason=why, place=Place.model_validate(where))


FIRES = (
    fires(
        "the only table with money was not understood",
        reading.money_unread,
        notice(problems=(problem(ProblemKind.TABLE_UNPARSED),)).model_copy(update={"allocations": ()}),
        warning("field-missing", TableName.NOTICES, "unit"),
        warning("field-missing", TableName.NOTICES, "total_amount"),
    ),
    fires(
        "the total is the text's, a table of money was not understood",
        reading.total_without_table,
        notice(
            problems=(problem(ProblemKind.TABLE_UNPARSED),), amounts=(text_amount("100万元", "1000000"),)
        ).model_copy(update={"allocations": ()}),
        warning("low-confidence", TableName.NOTICES, "unit", actual="万元"),
        warning("low-confidence", TableName.NOTICES, "total_amount", actual=100),
    ),
    fires(
        "a column of money without a label beside one that has one",
        reading.unlabelled_columns,
        notice(allocation([Row("东营区", "30", "20")], columns=[column(), column("")])),
        warning("low-confidence", TableName.ALLOCATIONS, "column_printed", table_no=1, actual="—"),
    ),
    fires(
        "a table that came after the one that was read has the next number",
        reading.problems,
        notice(problems=(problem(ProblemKind.TABLE_UNPARSED, line=9),)),
        error("table-unparsed", TableName.ALLOCATIONS, table_no=2),
    ),
    fires(
        "a table without figures is worth knowing only",
        reading.problems,
        notice(problems=(problem(ProblemKind.UNCLAIMED),)),
        info("section-unclaimed", TableName.ALLOCATIONS, table_no=2),
    ),
    fires(
        "each unreadable page is named, none hides the other",
        reading.problems,
        notice(problems=tuple(problem(ProblemKind.UNREADABLE, page=page) for page in (2, 5))),
        error("unreadable", TableName.NOTICES, page=2),
        error("unreadable", TableName.NOTICES, page=5),
    ),
    fires(
        "what a workbook hides, and a page of an annex that can't be read",
        reading.problems,
        notice(
            problems=(problem(ProblemKind.HIDDEN, page=2), problem(ProblemKind.UNREADABLE, page=2, file_no=3))
        ),
        warning("content-hidden", TableName.NOTICES, page=2),
        error("unreadable", TableName.NOTICES, file_no=3, page=2),
    ),
    fires(
        "a letter among the digits",
        reading.unreadable_amounts,
        notice(allocation([total("100"), *shares({"河口区": "2S.5"})])),
        error(
            "unreadable", TableName.ALLOCATIONS, "amount", table_no=1, row_no=3, column_no=1, actual="2S.5"
        ),
    ),
    fires(
        "the annual amount and one of its parts",
        reading.unreadable_amounts,
        notice(tables=[performance("东营区", "3O", funds=[fund("其中:中央补助", "30"), fund("地方", "l")])]),
        error("unreadable", TableName.PERFORMANCE_TABLES, "amount", table_no=1, actual="3O"),
        error("unreadable", TableName.PERFORMANCE_FUNDS, "amount", table_no=1, fund_no=2, actual="l"),
    ),
    fires(
        "float dust below a 分, in both kinds of table",
        reading.lost_digits,
        notice(
            allocation([Row("东营区", "0.240000152587891"), Row("河口区", "0.24")]),
            tables=[
                performance("东营区", "0.240000152587891", funds=[fund("中央", "0.240000152587891")]),
            ],
        ),
        info(
            "value-repaired",
            TableName.ALLOCATIONS,
            "amount_yuan",
            table_no=1,
            row_no=1,
            column_no=1,
            expected="2400",
            actual="0.240000152587891万元",
        ),
        info(
            "value-repaired",
            TableName.PERFORMANCE_TABLES,
            "amount_yuan",
            table_no=1,
            expected="2400",
            actual="0.240000152587891万元",
        ),
        info(
            "value-repaired",
            TableName.PERFORMANCE_FUNDS,
            "amount_yuan",
            table_no=1,
            fund_no=1,
            expected="2400",
            actual="0.240000152587891万元",
        ),
    ),
    fires(
        "struck-through and garbled text",
        reading.suspect_text,
        notice(clauses=(clause("请~~各县~~各县区执行。"), clause("专款\ufffd用。", "2"))),
        info("text-suspect", TableName.CLAUSES, "text", clause_no="1", actual="各县"),
        info("text-suspect", TableName.CLAUSES, "text", clause_no="2", actual="\ufffd"),
    ),
    fires(
        "one number with two titles",
        reading.two_titles,
        notice(
            citations=(
                citation("鲁财社〔2020〕77号", "关于拨付2020年救助资金的通知"),
                citation("鲁财社〔2020〕77号", "关于印发资金管理办法的通知"),
            )
        ),
        info(
            "text-suspect",
            TableName.CITATIONS,
            "title",
            citation_no=2,
            actual="关于印发资金管理办法的通知",
        ),
    ),
)

SILENT = (
    silent(
        "no table beside the text's total",
        reading.total_without_table,
        notice(amounts=(text_amount("100万元", "1000000"),)).model_copy(update={"allocations": ()}),
    ),
    silent(
        "the only column of money needs no label",
        reading.unlabelled_columns,
        notice(allocation([Row("东营区", "30", "20")], columns=[column(""), AREA])),
    ),
    silent("everything was read", reading.problems, notice()),
    silent(
        "a second table was read",
        reading.money_unread,
        notice(problems=(problem(ProblemKind.TABLE_UNPARSED),)),
    ),
    silent(
        "blank cells and dashes are nothing, not something unreadable",
        reading.unreadable_amounts,
        notice(allocation([total("45"), Row("东营区", "45"), Row("河口区", "—"), Row("利津县", None)])),
    ),
    silent(
        "a remark in brackets or the unit behind the number",
        reading.unreadable_amounts,
        notice(allocation([Row("东营区", "10(其中,灾情因素6万元)"), Row("河口区", "35.2万元")])),
    ),
    silent(
        "cents of a 万元 and a count with many digits",
        reading.lost_digits,
        notice(allocation([Row("东营区", "0.123456", "10.1234567")], columns=[column(), AREA])),
    ),
    silent(
        "a single mark strikes nothing",
        reading.suspect_text,
        notice(clauses=(clause("标准为每月300~~500元。"), clause("资金（见附件）～专款专用。", "2"))),
    ),
    silent(
        "the same title in other brackets, with its agency in front, or left out",
        reading.two_titles,
        notice(
            citations=(
                citation("鲁财社〔2020〕77号", "关于拨付资金（第二批）的通知"),
                citation("鲁财社〔2020〕77号", "关于拨付资金(第二批)的通知"),
                citation("鲁财社〔2020〕77号", "山东省财政厅关于拨付资金（第二批）的通知"),
                citation("鲁财社〔2020〕77号"),
                citation("鲁财社〔2020〕78号", "关于别的事的通知"),
            )
        ),
    ),
)


@each((*FIRES, *SILENT))
def test_reading(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said


def test_dust_is_lost_in_the_figure_in_yuan_only() -> None:
    dusty = amount("0.240000152587891", Unit.WAN)
    assert (dusty.value, dusty.yuan) == (Decimal("0.240000152587891"), Decimal("2400.00"))
