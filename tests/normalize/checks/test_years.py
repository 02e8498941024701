from datetime import date

from normalize.checks import years
from schemas.dataset.codes import Action, TableName
from tests.normalize.build import (
    SHARES,
    allocation,
    attachment,
    citation,
    everybody,
    header,
    notice,
    performance,
)
from tests.normalize.checks.cases import Case, each, fires, heard, silent, warning

ADVANCE = "关于提前下达2022年困难群众救助补助资金的通知"

FIRES = (
    fires(
        "all performance tables are of another year than the title",
        years.fiscal_year,
        notice(tables=everybody(fiscal_year=2020)),
        warning("year-inconsistent", TableName.NOTICES, "fiscal_year", expected=2020, actual=2021),
    ),
    fires(
        "the title is two years from the document number",
        years.fiscal_year,
        notice(head=header("东财社〔2019〕18号")),
        warning("year-inconsistent", TableName.NOTICES, "fiscal_year", expected=2019, actual=2021),
    ),
    fires(
        "one performance table of another year",
        years.table_years,
        notice(tables=[performance(n, year=2012 if n == "利津县" else 2021) for n in SHARES]),
        warning(
            "year-inconsistent",
            TableName.PERFORMANCE_TABLES,
            "fiscal_year",
            table_no=4,
            expected=2021,
            actual=2012,
        ),
    ),
    fires(
        "the allocation table and the list of attachments",
        years.table_years,
        notice(
            allocation(title="2020年困难群众救助补助资金分配表"),
            attachments=(attachment("2020年困难群众救助补助资金分配表"),),
        ),
        warning(
            "year-inconsistent", TableName.ALLOCATIONS, "table_title", table_no=1, expected=2021, actual=2020
        ),
        warning(
            "year-inconsistent", TableName.ATTACHMENTS, "title", attachment_no=1, expected=2021, actual=2020
        ),
    ),
    fires(
        "the date is a year off: either may be wrong",
        years.document_year,
        notice(head=header(issue_date=date(2022, 3, 15))),
        warning("year-inconsistent", TableName.NOTICES, "doc_number", expected=2022, actual=2021),
        warning("year-inconsistent", TableName.NOTICES, "issue_date", expected=2022, actual=2021),
    ),
    fires(
        "a document of the coming year is cited",
        years.cited_later,
        notice(citations=(citation("鲁财社〔2020〕7号"), citation("鲁财社〔2022〕7号"))),
        warning(
            "year-inconsistent",
            TableName.CITATIONS,
            "doc_number",
            citation_no=2,
            expected=2021,
            actual=2022,
        ),
    ),
)

SILENT = (
    silent(
        "next year's money sent in advance",
        years.fiscal_year,
        notice(head=header(title=ADVANCE, fiscal_year=2022, action=Action.ADVANCE), tables=()),
    ),
    silent(
        "money of years ago is settled",
        years.fiscal_year,
        notice(head=header(fiscal_year=2018, action=Action.SETTLE), tables=()),
    ),
    silent(
        "tables that disagree among themselves say nothing of the title",
        years.fiscal_year,
        notice(tables=[performance("东营区", year=2021), performance("河口区", year=2020)]),
    ),
    silent("a title without a year", years.fiscal_year, notice(head=header(fiscal_year=None))),
    silent(
        "a table without a year, a title over two years, a document's number in an attachment",
        years.table_years,
        notice(
            allocation(title="2020—2021年困难群众救助补助资金分配表"),
            tables=[performance("东营区", year=None), performance("河口区")],
            attachments=(attachment("资金管理办法（财社〔2019〕114号）"),),
        ),
    ),
    silent(
        "a title that names two years: the tables are of the second",
        years.fiscal_year,
        notice(
            head=header(
                title="关于清算2020年并下达2021年补助资金的通知", fiscal_year=2020, action=Action.SETTLE
            ),
            tables=everybody(),
        ),
    ),
    silent(
        "a title that names two years: what is settled and what is sent",
        years.table_years,
        notice(
            allocation(title="2021年补助资金分配表"),
            head=header(
                title="关于清算2020年并下达2021年补助资金的通知", fiscal_year=2020, action=Action.SETTLE
            ),
        ),
    ),
    silent(
        "last year's settlement beside this year's money",
        years.table_years,
        notice(
            allocation(title="2020年补助资金清算表"),
            attachments=(attachment("2020年绩效目标完成情况表"), attachment("2019年补助资金管理办法")),
        ),
    ),
    silent(
        "a number of the old year goes out in January",
        years.document_year,
        notice(head=header("东财社〔2020〕98号", issue_date=date(2021, 1, 4))),
    ),
    silent("no date", years.document_year, notice(head=header(issue_date=None))),
    silent(
        "in January the old year's notice cites the new year's order",
        years.cited_later,
        notice(
            head=header("东财社〔2020〕98号", issue_date=date(2021, 1, 4)),
            citations=(citation("鲁财社〔2021〕1号"),),
        ),
    ),
    silent(
        "without number and date nothing is later",
        years.cited_later,
        notice(head=header(None, issue_date=None), citations=(citation("鲁财社〔2021〕1号"),)),
    ),
)


@each((*FIRES, *SILENT))
def test_years(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
