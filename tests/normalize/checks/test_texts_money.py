"""Allocation tables and recipients: all that is found in a whole notice's text, no more."""

from collections.abc import Sequence

import pytest

from normalize import check
from schemas.dataset.codes import TableName
from tests.normalize.checks.cases import Said, error, heard, info, warning
from tests.normalize.texts import (
    ALLOCATION_TITLE,
    FUND,
    SHARES,
    allocation_text,
    normalized,
    notice_text,
    renamed,
    shares,
    table,
)

A, P = TableName.ALLOCATIONS, TableName.PERFORMANCE_TABLES
FUNDS, ROWS = TableName.PERFORMANCE_FUNDS, TableName.PERFORMANCE_INDICATORS
HEAD, CITED, LISTED = TableName.NOTICES, TableName.CITATIONS, TableName.ATTACHMENTS
TOTAL = {"column": "amount", "table_no": 1, "row_no": 1, "column_no": 1}

FOUND: Sequence[tuple[str, str, Sequence[Said]]] = (
    (
        "one digit of one share: the total and the county's own table say so",
        notice_text(allocation=allocation_text(shares(恩阳区="26.5"))),
        [
            error("allocation-total", A, **TOTAL, expected=100, actual=101, difference=1),
            error(
                "performance-amount",
                P,
                "amount",
                table_no=2,
                recipient="恩阳区",
                expected=265000,
                actual=255000,
                difference=-10000,
            ),
        ],
    ),
    (
        "one digit of the total: the rows and the text say so",
        notice_text(allocation=allocation_text(total="101")),
        [
            error("allocation-total", A, **TOTAL, expected=101, actual=100, difference=-1),
            error("allocation-text-amount", A, **TOTAL, expected=1000000, actual=1010000, difference=10000),
        ],
    ),
    (
        "one digit of the text",
        notice_text(sent="现下达你们补助资金101万元"),
        [error("allocation-text-amount", A, **TOTAL, expected=1010000, actual=1000000, difference=-10000)],
    ),
    (
        "one digit of a subtotal",
        notice_text(
            allocation=table(
                "序号|县（区）|下达资金;|合计|100;|城区小计|55.5;1|巴州区|30;2|恩阳区|25.5;"
                "|县小计|44.6;3|通江县|20;4|南江县|14.5;5|平昌县|10"
            )
        ),
        [
            error(
                "allocation-subtotal",
                A,
                "amount",
                table_no=1,
                row_no=5,
                column_no=1,
                expected="44.6",
                actual="44.5",
                difference="-0.1",
            )
        ],
    ),
    (
        "one digit of a part: its row and its column say so",
        notice_text(
            allocation=table(
                "县（区）|合计|中央|省级;合计|100|60|40;巴州区|30|20|10;恩阳区|25.5|15|10;"
                "通江县|20|10|10;南江县|14.5|10|4.5;平昌县|10|5|5"
            )
        ),
        [
            error(
                "allocation-total",
                A,
                "amount",
                table_no=1,
                row_no=1,
                column_no=3,
                expected=40,
                actual="39.5",
                difference="-0.5",
            ),
            error(
                "allocation-crossfoot",
                A,
                "amount",
                table_no=1,
                row_no=3,
                column_no=1,
                expected="25.5",
                actual=25,
                difference="-0.5",
            ),
        ],
    ),
    (
        "one digit of a part and of a county's sum in the text",
        notice_text(
            sent="现下达你们补助资金100万元，其中：中央资金61万元，省级资金40万元",
            clause="一、此次安排通江县21万元，请加强资金管理。",
            allocation=table(
                "县（区）|合计|中央|省级;合计|100|60|40;巴州区|30|20|10;恩阳区|25.5|15|10.5;"
                "通江县|20|10|10;南江县|14.5|10|4.5;平昌县|10|5|5"
            ),
        ),
        [
            error(
                "allocation-text-amount",
                A,
                "amount",
                table_no=1,
                row_no=1,
                column_no=2,
                expected=610000,
                actual=600000,
                difference=-10000,
            ),
            error(
                "allocation-text-amount",
                A,
                "amount",
                table_no=1,
                row_no=4,
                column_no=1,
                expected=210000,
                actual=200000,
                difference=-10000,
            ),
            error(
                "text-parts-sum",
                TableName.CLAUSES,
                "text",
                clause_no="0",
                expected=1000000,
                actual=1010000,
                difference=10000,
            ),
        ],
    ),
    (
        "one digit of an area",
        notice_text(
            allocation=table(
                "县（区）|面积（亩）|补助标准（元/亩）|金额;合计|1001||100;巴州区|300|1000|30;"
                "恩阳区|255|1000|25.5;通江县|201|1000|20;南江县|145|1000|14.5;平昌县|100|1000|10"
            )
        ),
        [
            error(
                "allocation-product",
                A,
                "amount",
                table_no=1,
                row_no=4,
                column_no=3,
                expected=20,
                actual="20.1",
                difference="0.1",
            )
        ],
    ),
    (
        "a serial number twice",
        notice_text(allocation=allocation_text().replace("4\t南江县", "5\t南江县")),
        [info("allocation-serial", A, "serial", table_no=1)],
    ),
    (
        "no unit over the table; the text has the total in 万元, the target tables the counties' figures",
        notice_text(allocation=allocation_text(unit="")),
        [warning("value-inferred", A, "unit", table_no=1, expected="万元")],
    ),
    (
        "no unit anywhere",
        notice_text(
            sent=f"现下达你们2021年{FUND}（详见附件1）",
            allocation=allocation_text(unit=""),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [error("unit-unknown", A, "unit", table_no=1)],
    ),
    (
        "元 over a table in 万元: target tables, text and size of the figures say so",
        notice_text(allocation=allocation_text(unit="单位：元")),
        [error("unit-conflict", A, "unit", table_no=1, expected="元")] * 3,
    ),
    (
        "two names that are nobody's",
        notice_text(
            allocation=allocation_text({"甲乙丙": "30", "丁戊己": "25.5"} | dict(list(SHARES.items())[2:])),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [
            error("recipient-unknown", A, "recipient", table_no=1, row_no=2, actual="甲乙丙"),
            error("recipient-unknown", A, "recipient", table_no=1, row_no=3, actual="丁戊己"),
            info("recipient-missing", A, "recipient", table_no=1, recipient="巴州区"),
            info("recipient-missing", A, "recipient", table_no=1, recipient="恩阳区"),
        ],
    ),
    (
        "伊宁 is a city and a county",
        notice_text(
            agency="伊犁哈萨克自治州财政局",
            number="伊州财社〔2021〕25号",
            allocation=table("县市|下达资金;合计|100;伊宁|60;奎屯市|40"),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [error("recipient-ambiguous", A, "recipient", table_no=1, row_no=2, actual="伊宁")],
    ),
    (
        "a county twice instead of another",
        notice_text(
            allocation=allocation_text().replace("\t南江县\t", "\t通江县\t"),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [
            warning("recipient-duplicate", A, "recipient", table_no=1, row_no=5),
            info("recipient-missing", A, "recipient", table_no=1, recipient="南江县"),
        ],
    ),
    (
        "a county of another province beside all five",
        notice_text(
            sent="现下达你们补助资金105万元",
            allocation=allocation_text(shares(利津县="5"), total="105"),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [
            warning(
                "recipient-outside-jurisdiction",
                A,
                "recipient",
                table_no=1,
                row_no=7,
                expected="巴中市",
                actual="利津县",
            )
        ],
    ),
    (
        "townships that a county pays, in a year before the first list of townships",
        notice_text(
            agency="睢县财政局",
            number="豫财社〔2012〕25号",
            title="关于下达2012年困难群众救助补助资金的通知",
            sent="现下达你们2012年困难群众救助补助资金100万元",
            date="2012年3月15日",
            printed="2012年3月16日",
            allocation=table(
                "乡镇|下达资金;合计|100;尚屯镇|60;西陵寺镇|40", title="2012年困难群众救助补助资金分配表"
            ),
            performance="",
            attachments=("2012年困难群众救助补助资金分配表",),
        ),
        [warning("recipient-code-year", A, "division_code", table_no=1, expected=2012)],
    ),
    (
        "a zone with one character of its designation wrong, and one that the text spells otherwise",
        notice_text(
            sent="现下达你们2021年困难群众救助补助资金100万元（详见附件1），其中巴中空港新区按规定使用",
            allocation=table("县区|下达资金;合计|100;通江县|40;巴中经济枝术开发区|20;巴中空巷新区|40"),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [
            warning(
                "recipient-resembles",
                A,
                "recipient",
                table_no=1,
                row_no=3,
                expected="经济技术开发区",
                actual="巴中经济枝术开发区",
            ),
            warning(
                "recipient-spelled-twice",
                A,
                "recipient",
                table_no=1,
                row_no=4,
                expected="巴中空港新区",
                actual="巴中空巷新区",
            ),
        ],
    ),
    (
        "a township whose name is another county's, beside neighbours of the list",
        notice_text(
            agency="睢县财政局",
            number="豫财社〔2021〕25号",
            allocation=table("乡镇|下达资金;合计|100;西陵寺镇|60;高屯镇|40"),
            performance="",
            attachments=(ALLOCATION_TITLE,),
        ),
        [error("recipient-unknown", A, "recipient", table_no=1, row_no=3, actual="高屯镇")],
    ),
    (
        "one character of a county",
        notice_text(allocation=allocation_text(renamed("平昌县", "平冒县"))),
        [
            warning(
                "recipient-spelling", A, "recipient", table_no=1, row_no=6, expected="平昌县", actual="平冒县"
            )
        ],
    ),
)


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_found(text: str, said: Sequence[Said]) -> None:
    assert heard(check(normalized(text))) == tuple(said)
