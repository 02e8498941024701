"""Small archives of text notices, read by the program itself, and what their notices say of each other."""

from collections.abc import Mapping

import pytest

from notices.archive import contradictions, with_contradictions
from notices.archive.facts import facts_of
from notices.process import Rows, merged, process
from schemas.dataset.codes import Status, TableName
from schemas.dataset.finding_rows import FindingRow
from schemas.dataset.notice_rows import NoticeRow

FUND = "困难群众救助补助资金"
COUNTIES = {"巴州区": "30", "恩阳区": "25", "通江县": "20", "南江县": "15", "平昌县": "10"}
CITIES = {"巴中市": "100", "达州市": "80", "广安市": "60"}


def notice(
    number: str,
    *,
    year: int = 2021,
    agency: str = "巴中市",
    action: str = "下达",
    shares: Mapping[str, str] = COUNTIES,
    header: str = "县（区）\t下达资金",
    cited: str = "",
) -> str:
    """`shares` are the figures of each row, apart by tabs where there are several columns."""
    rows = "\n".join(f"{name}\t{share}" for name, share in shares.items())
    sums = zip(*(share.split("\t") for share in shares.values()), strict=True)
    total = "\t".join(f"{sum(map(float, column)):g}" for column in sums)
    ground = f"根据《关于下达资金的通知》（{cited}）精神，" if cited else ""
    return f"""{agency}财政局文件

{number}

关于{action}{year}年{FUND}的通知

各有关财政局：

{ground}现{action}你们{year}年{FUND}（详见附件），请专款专用。

附件：{year}年{FUND}分配表

{agency}财政局
{year}年3月15日

附件

{year}年{FUND}分配表

单位：万元

{header}
{rows}
合计\t{total}
"""


def checked(*texts: str) -> tuple[list[FindingRow], dict[str, NoticeRow]]:
    """The findings of the archive's stage, and the notices by file."""
    each = [process(t.encode(), path=f"{n}.txt", media_type="text/plain").rows for n, t in enumerate(texts)]
    found = contradictions(facts for rows in each for facts in facts_of(rows))
    rows: Rows = merged(with_contradictions(one, found) for one in each)
    codes = {"duplicate-notice", "upstream-total", "batch-total", "year-on-year"}
    findings = [row for row in rows[TableName.FINDINGS] if isinstance(row, FindingRow) and row.check in codes]
    notices = [row for row in rows[TableName.NOTICES] if isinstance(row, NoticeRow)]
    return findings, {row.source: row for row in notices}


def said(*texts: str) -> list[tuple[str, str, str, str | None, str | None]]:
    """Check, on which file, against which, expected, actual."""
    findings, notices = checked(*texts)
    files = {row.notice_id: row.source for row in notices.values()}
    return [
        (f.check, files[f.notice_id], files[f.other_notice_id or ""], f.expected, f.actual) for f in findings
    ]


UPSTREAM = notice("川财社〔2021〕8号", agency="四川省", shares=CITIES, header="地区\t下达资金")
CHANGED = {**COUNTIES, "巴州区": "31"}
BEFORE = notice("巴财社〔2020〕5号", year=2020)
AFTER = notice("巴财社〔2022〕5号", year=2022)
MISPLACED = {**COUNTIES, "通江县": "200"}
WITHOUT = {name: share for name, share in COUNTIES.items() if name != "南江县"}
ADVANCE = notice("巴财社〔2020〕90号", action="提前下达")
TWO = {name: f"{share}\t1" for name, share in COUNTIES.items()}
EARLIER = "县（区）\t提前下达\t本次下达"

CASES = [
    ("one notice alone", (notice("巴财社〔2021〕9号"),), []),
    (
        "a number twice, with another sum",
        (notice("巴财社〔2021〕9号"), notice("巴财社〔2021〕9号", shares=CHANGED)),
        [("duplicate-notice", "1.txt", "0.txt", "0.txt", "巴财社〔2021〕9号")],
    ),
    (
        "what the province gives is what the city hands on",
        (UPSTREAM, notice("巴财社〔2021〕9号", cited="川财社〔2021〕8号")),
        [],
    ),
    (
        "the city hands on more",
        (UPSTREAM, notice("巴财社〔2021〕9号", shares=CHANGED, cited="川财社〔2021〕8号")),
        [("upstream-total", "1.txt", "0.txt", "1000000", "1010000")],
    ),
    ("the cited notice isn't in the archive", (notice("巴财社〔2021〕9号", cited="川财社〔2021〕8号"),), []),
    (
        "the column of what was sent in advance is that notice's total",
        (ADVANCE, notice("巴财社〔2021〕9号", shares=TWO, header=EARLIER)),
        [],
    ),
    (
        "it is another sum",
        (
            ADVANCE,
            notice("巴财社〔2021〕9号", shares={**TWO, "通江县": "21\t1"}, header=EARLIER),
        ),
        [("batch-total", "1.txt", "0.txt", "1010000", "1000000")],
    ),
    ("the same sums as the year before", (BEFORE, notice("巴财社〔2021〕5号")), []),
    (
        "ten times as much for one county",
        (BEFORE, notice("巴财社〔2021〕5号", shares=MISPLACED)),
        [("year-on-year", "1.txt", "0.txt", "200000", "2000000")],
    ),
    (
        "a county that both years beside it have",
        (BEFORE, notice("巴财社〔2021〕5号", shares=WITHOUT), AFTER),
        [("year-on-year", "1.txt", "0.txt", "150000", "—")],
    ),
    (
        "a county that is new",
        (notice("巴财社〔2020〕5号", year=2020, shares=WITHOUT), notice("巴财社〔2021〕5号")),
        [],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_notices_say_of_each_other(
    texts: tuple[str, ...], expected: list[tuple[str, str, str, str | None, str | None]]
) -> None:
    assert said(*texts) == expected


def test_a_warning_counts_on_its_notice_and_makes_it_one_to_review() -> None:
    texts = (notice("巴财社〔2021〕9号"), notice("巴财社〔2021〕9号", shares=CHANGED))
    alone = checked(texts[1])[1]["0.txt"]
    row = checked(*texts)[1]["1.txt"]
    assert (row.warning_count, row.status) == (alone.warning_count + 1, Status.REVIEW)


def test_the_order_of_files_changes_nothing() -> None:
    texts = (BEFORE, notice("巴财社〔2021〕5号", shares=MISPLACED))
    assert {f.message_zh for f in checked(*texts)[0]} == {f.message_zh for f in checked(*reversed(texts))[0]}
