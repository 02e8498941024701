"""Performance tables: all that is found in a whole notice's text, no more."""

from collections.abc import Sequence

import pytest

from normalize import check
from schemas.dataset.codes import TableName
from tests.normalize.checks.cases import Said, error, heard, info, warning
from tests.normalize.texts import (
    INDICATORS,
    allocation_text,
    everybody,
    normalized,
    notice_text,
    performance_text,
    table,
    third,
    with_row,
    without,
)

A, P = TableName.ALLOCATIONS, TableName.PERFORMANCE_TABLES
FUNDS, ROWS = TableName.PERFORMANCE_FUNDS, TableName.PERFORMANCE_INDICATORS
HEAD, CITED, LISTED = TableName.NOTICES, TableName.CITATIONS, TableName.ATTACHMENTS
THIRD = {"table_no": 3, "recipient": "通江县"}
LAST = INDICATORS[-1][:3]

FOUND: Sequence[tuple[str, str, Sequence[Said]]] = (
    (
        "one digit of a yearly amount",
        notice_text(performance=everybody({"通江县": "29"})),
        [error("performance-amount", P, "amount", **THIRD, expected=200000, actual=290000, difference=90000)],
    ),
    (
        "one table in 元 among those in 万元",
        notice_text(performance=third(unit="（元）")),
        [error("performance-amount", P, "amount", **THIRD, expected=200000, actual=20, difference=-199980)],
    ),
    (
        "one digit of a part",
        notice_text(performance=third(parts={"其中:中央补助": "12", "地方补助": "7"})),
        [error("performance-funds", P, "amount", table_no=3, expected=20, actual=19, difference=-1)],
    ),
    (
        "two parts exchanged: the allocation's columns say so",
        notice_text(
            allocation=table(
                "县（区）|合计|中央资金|省级资金;合计|100|60|40;巴州区|30|20|10;恩阳区|25.5|15|10.5;"
                "通江县|20|12|8;南江县|14.5|8|6.5;平昌县|10|5|5"
            ),
            performance="\n".join(
                performance_text(name, share, parts={"其中：中央补助": central, "省级补助": province})
                for name, share, central, province in (
                    ("巴州区", "30", "20", "10"),
                    ("恩阳区", "25.5", "15", "10.5"),
                    ("通江县", "20", "8", "12"),
                    ("南江县", "14.5", "8", "6.5"),
                    ("平昌县", "10", "5", "5"),
                )
            ),
        ),
        [
            error(
                "performance-part",
                FUNDS,
                "amount",
                **THIRD,
                fund_no=1,
                expected=120000,
                actual=80000,
                difference=-40000,
            ),
            error(
                "performance-part",
                FUNDS,
                "amount",
                **THIRD,
                fund_no=2,
                expected=80000,
                actual=120000,
                difference=40000,
            ),
        ],
    ),
    (
        "a table lost",
        notice_text(performance=everybody({"通江县": ""})),
        [warning("performance-missing", P, recipient="通江县", expected="20 万元")],
    ),
    (
        "a row lost, its table there",
        notice_text(
            sent="现下达你们补助资金90万元", allocation=allocation_text(without("平昌县"), total="90")
        ),
        [
            info("recipient-missing", A, "recipient", table_no=1, recipient="平昌县"),
            warning("performance-unexpected", P, table_no=5, recipient="平昌县", actual="10"),
        ],
    ),
    (
        "another source of funds",
        notice_text(performance=third(parts={"其中:省级补助": "20"})),
        [
            warning(
                "funds-source-outlier",
                FUNDS,
                "source",
                **THIRD,
                fund_no=1,
                expected="其中:中央补助",
                actual="其中:省级补助",
            )
        ],
    ),
    (
        "a row lost",
        notice_text(performance=third(indicators=INDICATORS[:3])),
        [warning("indicator-missing", ROWS, "indicator", table_no=3, recipient=LAST[2], expected=LAST[2])],
    ),
    (
        "a row printed twice",
        notice_text(performance=third(indicators=(*INDICATORS, ("", "", *INDICATORS[-1][2:])))),
        [warning("indicator-duplicate", ROWS, "indicator", table_no=3, row_no=5, actual=LAST[2])],
    ),
    (
        "an indicator of no list, once for all tables",
        notice_text(performance=everybody().replace("政策知晓率", "红叶节游客人次")),
        [info("indicator-unknown", ROWS, "indicator_id", table_no=1, row_no=4, actual="红叶节游客人次")],
    ),
    (
        "two names in one cell",
        notice_text(
            performance=third(
                indicators=(
                    ("产出指标", "数量指标", "低保对象人数 城乡低保标准", "应保尽保"),
                    ("", "", "", "稳步提高"),
                    *INDICATORS[2:],
                )
            )
        ),
        [
            info(
                "indicator-split",
                ROWS,
                "indicator",
                table_no=3,
                row_no=row,
                actual="低保对象人数 城乡低保标准",
            )
            for row in (1, 2)
        ],
    ),
    (
        "labels slipped by a row",
        notice_text(
            performance=third(
                indicators=(
                    ("", "", "低保对象人数", "应保尽保"),
                    ("产出指标", "数量指标", "城乡低保标准", "稳步提高"),
                    *INDICATORS[2:],
                )
            )
        ),
        [
            info(
                "indicator-level-repaired",
                ROWS,
                "level2",
                table_no=3,
                row_no=1,
                expected="产出指标 / 数量指标",
            ),
            info(
                "indicator-level-repaired",
                ROWS,
                "level2",
                table_no=3,
                row_no=2,
                expected="产出指标 / 质量指标",
                actual="产出指标 / 数量指标",
            ),
        ],
    ),
    (
        "one digit of a target",
        notice_text(performance=third(indicators=with_row(3, *LAST, "≥28%"))),
        [warning("target-outlier", ROWS, "target", table_no=3, row_no=4, expected="≥82%", actual="≥28%")],
    ),
    (
        "all of them want more than everybody",
        notice_text(performance=everybody().replace("≥82%", "≥820%")),
        [
            error("target-range", ROWS, "target", table_no=number, row_no=4, actual="≥820%")
            for number in range(1, 6)
        ],
    ),
)


@pytest.mark.parametrize(("text", "said"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND])
def test_found(text: str, said: Sequence[Said]) -> None:
    assert heard(check(normalized(text))) == tuple(said)
