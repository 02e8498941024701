from datetime import date

from normalize.checks import header as checks
from schemas.dataset.codes import TableName
from schemas.document import Piece
from tests.normalize.build import allocation, citation, clause, header, notice
from tests.normalize.checks.cases import Case, each, fires, heard, silent, warning

FIRES = (
    fires(
        "a jurisdiction by the recipients and a year by the number",
        checks.inferred,
        notice(head=header(inferred=("jurisdiction_code", "fiscal_year"), jurisdiction_name="东营市")),
        warning("value-inferred", TableName.NOTICES, "jurisdiction_code", expected="东营市"),
        warning("value-inferred", TableName.NOTICES, "fiscal_year", expected="2021"),
    ),
    fires(
        "a header with nothing in it",
        checks.missing_fields,
        notice(
            head=header(
                None, title=None, issuing_agencies=(), addressees=(), addressees_printed=None, issue_date=None
            )
        ),
        *(
            warning("field-missing", TableName.NOTICES, column)
            for column in ("doc_number", "title", "issuing_agencies", "addressees", "issue_date")
        ),
    ),
    fires(
        "the line is there and names nobody",
        checks.missing_fields,
        notice(head=header(addressees=(), addressees_printed="")),
        warning("field-missing", TableName.NOTICES, "addressees"),
    ),
    fires(
        "a number without a year",
        checks.document_number_format,
        notice(head=header("东财社18号")),
        warning("doc-number-format", TableName.NOTICES, "doc_number", actual="东财社18号"),
    ),
    fires(
        "a lost bracket",
        checks.document_number_format,
        notice(head=header("东财社2021〕18号")),
        warning("doc-number-format", TableName.NOTICES, "doc_number", actual="东财社2021〕18号"),
    ),
    fires(
        "brackets that don't match",
        checks.document_number_format,
        notice(head=header("东财社〔2021)18号")),
        warning("doc-number-format", TableName.NOTICES, "doc_number", actual="东财社〔2021)18号"),
    ),
    fires(
        "a cited number of the year 3020, in the text and over a table",
        checks.numbers_unread,
        notice(
            allocation().model_copy(update={"citing": (Piece(text="鲁财社〔202〕9号"),)}),
            clauses=(clause("按照《办法》（鲁财社〔3020〕9号）执行。"),),
        ),
        warning("doc-number-format", TableName.CLAUSES, "text", clause_no="1", actual="鲁财社〔3020〕9号"),
        warning(
            "doc-number-format", TableName.CITATIONS, "doc_number", table_no=1, actual="鲁财社〔202〕9号"
        ),
    ),
    fires(
        "a day that lost its month",
        checks.invalid_dates,
        notice(head=header(issue_date=None, bad_dates=(Piece(text="2024122日"),))),
        warning("date-invalid", TableName.NOTICES, "issue_date", actual="2024122日"),
    ),
    fires(
        "both dates, each in its own column",
        checks.invalid_dates,
        notice(
            head=header(issue_date=None, bad_dates=(Piece(text="2021年2月30日"), Piece(text="2021年33日")))
        ),
        warning("date-invalid", TableName.NOTICES, "issue_date", actual="2021年2月30日"),
        warning("date-invalid", TableName.NOTICES, "print_date", actual="2021年33日"),
    ),
    fires(
        "the imprint's date alone",
        checks.invalid_dates,
        notice(head=header(bad_dates=(Piece(text="2021年2月30日"),))),
        warning("date-invalid", TableName.NOTICES, "print_date", actual="2021年2月30日"),
    ),
    fires(
        "printed before it was signed",
        checks.invalid_dates,
        notice(head=header(issue_date=date(2021, 4, 16), print_date=date(2021, 3, 19))),
        warning("date-invalid", TableName.NOTICES, "print_date", actual="2021-03-19 < 2021-04-16"),
    ),
    fires(
        "the table's header gives the notice another number",
        checks.numbers_in_tables,
        notice(citations=(citation("东财社〔2021〕16号", clause=None),)),
        warning(
            "doc-number-inconsistent",
            TableName.CITATIONS,
            "doc_number",
            citation_no=1,
            expected="东财社〔2021〕18号",
            actual="东财社〔2021〕16号",
        ),
    ),
    fires(
        "the table cites another number than the text",
        checks.numbers_in_tables,
        notice(citations=(citation("鲁财社〔2021〕9号"), citation("鲁财社〔2021〕6号", clause=None))),
        warning(
            "doc-number-inconsistent",
            TableName.CITATIONS,
            "doc_number",
            citation_no=2,
            expected="鲁财社〔2021〕9号",
            actual="鲁财社〔2021〕6号",
        ),
    ),
)

SILENT = (
    silent("agency and title name them", checks.inferred, notice()),
    silent(
        "a number and a date that can't be read are there all the same",
        checks.missing_fields,
        notice(head=header("东财社18号", issue_date=None, bad_dates=(Piece(text="2024122日"),))),
    ),
    silent(
        "square brackets, blanks and 第 cost nothing",
        checks.document_number_format,
        notice(head=header("东财社 [2021] 第018号")),
    ),
    silent("no number at all is another finding", checks.document_number_format, notice(head=header(None))),
    silent(
        "numbers that can be read, and bracketed numbers that are none",
        checks.numbers_unread,
        notice(
            clauses=(
                clause(
                    "根据鲁财社〔2020〕9号、12号文件和《办法》（2019年第3号）、第（1100248）项，下达资金。"
                ),
            )
        ),
    ),
    silent("29 February", checks.invalid_dates, notice(head=header(issue_date=date(2024, 2, 29)))),
    silent(
        "brackets of another kind are the same number",
        checks.numbers_in_tables,
        notice(
            citations=(
                citation("鲁财社〔2021〕9号"),
                citation("鲁财社[2021]9号", clause=None),
                citation("东财社(2021)18号", clause=None),
            )
        ),
    ),
    silent(
        "an earlier notice of the same agency that the text cites, too",
        checks.numbers_in_tables,
        notice(citations=(citation("东财社〔2020〕90号"), citation("东财社〔2020〕90号", clause=None))),
    ),
    silent(
        "提前下达 and 本次下达 side by side, each column with its own number",
        checks.numbers_in_tables,
        notice(
            citations=(
                citation("东财社〔2020〕90号", clause=None),
                citation("东财社〔2021〕18号", clause=None),
            )
        ),
    ),
    silent(
        "an agency that the text doesn't cite at all",
        checks.numbers_in_tables,
        notice(citations=(citation("鲁财预〔2020〕3号", clause=None),)),
    ),
)


@each((*FIRES, *SILENT))
def test_header(case: Case) -> None:
    assert heard(case.check(case.notice)) == case.said
