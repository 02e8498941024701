"""Whole notices in which a careful reader finds nothing to say, though they look odd."""

from collections.abc import Sequence

import pytest

from normalize import check
from tests.normalize.checks.cases import heard
from tests.normalize.texts import (
    ALLOCATION_TITLE,
    INDICATORS,
    SHARES,
    TARGET_TITLE,
    allocation_text,
    everybody,
    normalized,
    notice_text,
    performance_text,
    shares,
    table,
    third,
)

IN_ADVANCE = (
    "县（区）|全年合计|提前下达|本次下达;合计|150|50|100;巴州区|40|10|30;恩阳区|35.5|10|25.5;"
    "通江县|30|10|20;南江县|24.5|10|14.5;平昌县|20|10|10"
)
NEXT_YEAR = ALLOCATION_TITLE.replace("2021", "2022")

NOTHING: Sequence[tuple[str, str]] = (
    ("everything agrees", notice_text()),
    (
        "the total is called after the city",
        notice_text(allocation=allocation_text().replace("合计", "巴中市")),
    ),
    ("no total", notice_text(allocation=allocation_text().replace("\t合计\t100\n", ""))),
    (
        "the total comes last",
        notice_text(
            allocation=table("县（区）|金额;巴州区|30;恩阳区|25.5;通江县|20;南江县|14.5;平昌县|10;合计|100")
        ),
    ),
    (
        "institutions with 0, a dash or nothing, and no target table",
        notice_text(allocation=allocation_text(shares(市救助站="0", 市福利院="", 市精神病院="—"))),
    ),
    (
        "rounded in the text",
        notice_text(
            allocation=allocation_text(shares(巴州区="30.4"), total="100.4"),
            performance=everybody({"巴州区": "30.4"}),
        ),
    ),
    ("亿元 in the text", notice_text(sent="现下达你们补助资金0.01亿元")),
    ("元 with commas in the text", notice_text(sent="现下达你们补助资金1,000,000元")),
    ("an earlier sum in the text", notice_text(sent="继已下达你们50万元后，现下达你们补助资金100万元")),
    (
        "short names",
        notice_text(allocation=allocation_text({name[:2]: share for name, share in SHARES.items()})),
    ),
    (
        "target tables in 元",
        notice_text(
            performance="\n".join(
                performance_text(name, share, unit="（元）")
                for name, share in zip(
                    SHARES, ("300000", "255000", "200000", "145000", "100000"), strict=True
                )
            )
        ),
    ),
    ("one target table for the city", notice_text(performance=performance_text("巴中市", "100"))),
    ("one target table that names nobody", notice_text(performance=performance_text("", "100"))),
    ("no target tables", notice_text(performance="", attachments=(ALLOCATION_TITLE,))),
    (
        "next year's money in advance",
        notice_text(
            title="关于提前下达2022年困难群众救助补助资金的通知",
            sent="现提前下达你们2022年补助资金100万元",
            allocation=allocation_text(title=NEXT_YEAR),
            attachments=(NEXT_YEAR, TARGET_TITLE),
            performance=everybody().replace("2021年度", "2022年度"),
            date="2021年12月15日",
            printed="2021年12月16日",
        ),
    ),
    ("sent out in January", notice_text(date="2022年1月5日", printed="2022年1月6日")),
    (
        "money of two years",
        notice_text(title="关于清算2020年并下达2021年困难群众救助补助资金的通知"),
    ),
    (
        "earlier, now and together; target tables over this sum",
        notice_text(allocation=table(IN_ADVANCE)),
    ),
    (
        "earlier, now and together; target tables over the year's",
        notice_text(
            allocation=table(IN_ADVANCE),
            performance=everybody(dict(zip(SHARES, ("40", "35.5", "30", "24.5", "20"), strict=True))),
        ),
    ),
    (
        "counts and standards beside the money",
        notice_text(
            allocation=table(
                "县（区）|救助人数|标准（元）|下达资金;合计|500||100;巴州区|150|2000|30;恩阳区|120|2125|25.5;"
                "通江县|100|2000|20;南江县|80|1812.5|14.5;平昌县|50|2000|10"
            )
        ),
    ),
    (
        "serial numbers start anew under each subtotal",
        notice_text(
            allocation=table(
                "序号|县（区）|下达资金;|合计|100;|城区小计|55.5;1|巴州区|30;2|恩阳区|25.5;"
                "|县小计|44.5;1|通江县|20;2|南江县|14.5;3|平昌县|10"
            )
        ),
    ),
    (
        "the notice's own number in other brackets over the table",
        notice_text(
            allocation=allocation_text(header="序号\t县（区）\t下达资金\n\t预算指标文号\t巴财社[2021]25号")
        ),
    ),
    ("Chinese numerals in the date", notice_text(date="二〇二一年三月十五日")),
    (
        "each county its own number of people",
        notice_text(
            performance="\n".join(
                performance_text(
                    name,
                    share,
                    indicators=(("产出指标", "数量指标", "临时救助人次", f"≥{37 * n}人次"), *INDICATORS[1:]),
                )
                for n, (name, share) in enumerate(SHARES.items(), 1)
            )
        ),
    ),
    ("100% without a sign", notice_text(performance=everybody().replace("≥90%", "100%"))),
    ("以上 for ≥ in two tables", notice_text(performance=everybody().replace("≥82%", "82%以上", 2))),
    (
        "the form's last row, not filled in",
        notice_text(performance=third(indicators=(*INDICATORS, ("", "", "……", "")))),
    ),
)


@pytest.mark.parametrize("text", [text for _, text in NOTHING], ids=[why for why, _ in NOTHING])
def test_nothing_found(text: str) -> None:
    assert heard(check(normalized(text))) == ()
