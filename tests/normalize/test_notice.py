"""Whole notices: what the stages hand to each other, and that none of them ever falls over."""

from hypothesis import given
from hypothesis import strategies as st

from extract import printed_notices, read
from extract.readers.contract import FormatError
from normalize import check, normalize
from normalize.verified import main_total, verified
from schemas.dataset.codes import Method, RowKind, Severity
from schemas.notice import Notice
from tests.fragments import NOTICES

NOTICE = """商丘市财政局文件
商财农〔2021〕3号
关于下达2021年中央财政水利发展资金的通知
各县财政局：
根据《关于下达资金的通知》（豫财农水〔2021〕30号），现将2021年中央水利发展资金{total}万元下达给你们。
附件：1.分配表
2.绩效目标表
商丘市财政局
2021年3月5日
附件1
分配表
单位：万元
县区\t项目总投资\t金额
睢县\t900\t421
宁陵县\t800\t376
合计\t1700\t797
附件2
绩效目标表
（2021年度 睢县）
专项名称\t水利发展资金
资金情况（万元）\t年度金额：\t421
\t其中：中央补助\t421
绩效指标\t一级指标\t二级指标\t三级指标\t指标值
\t产出指标\t数量指标\t水库数量\t≥5座
\t\t质量指标\t合格率\t100%
"""


def notice(text: str) -> Notice:
    (printed,) = printed_notices(read(text.encode(), "text/plain"))
    return normalize(printed)


def codes(found: Notice, *severities: Severity) -> set[str]:
    return {finding.check for finding in check(found) if finding.severity in severities}


def test_stages_meet() -> None:
    found = notice(NOTICE.format(total="797"))
    assert found.header.jurisdiction_code == "411400"
    rows = found.allocations[0].of_kind(RowKind.RECIPIENT)
    assert [row.match.name for row in rows if row.match] == ["睢县", "宁陵县"]
    assert found.performance[0].match.division_code == "411422"
    assert [amount.sent for amount in found.amounts] == [True]
    assert codes(found, Severity.ERROR) == set()


def test_what_the_notice_sends_is_counted_once() -> None:
    total = main_total(notice(NOTICE.format(total="797")))
    assert total is not None
    assert (total.amount, total.method) == (797, Method.READ)


def test_figures_that_agree_are_verified() -> None:
    assert verified(notice(NOTICE.format(total="797"))) == {(1, 1), (1, 2)}


def test_another_sum_in_the_text_is_an_error() -> None:
    assert "allocation-text-amount" in codes(notice(NOTICE.format(total="979")), Severity.ERROR)


def test_a_wrong_total_is_an_error() -> None:
    text = NOTICE.format(total="797").replace("宁陵县\t800\t376", "宁陵县\t800\t367")
    assert "allocation-total" in codes(notice(text), Severity.ERROR)


@given(NOTICES)
def test_notices_of_random_lines_never_fail(text: str) -> None:
    try:
        document = read(text.encode(), "text/plain")
    except FormatError:  # nothing but rules and blanks
        return
    for part, printed in enumerate(printed_notices(document), start=1):
        found = normalize(printed, part)
        for finding in check(found):
            assert finding.message
            assert finding.message_zh
        numbered = {(table.number, row.number) for table in found.allocations for row in table.rows}
        assert verified(found) <= numbered
        main_total(found)


@given(st.permutations(NOTICE.format(total="797").splitlines()[:9]))
def test_a_shuffled_head_never_fails(lines: list[str]) -> None:
    rest = NOTICE.format(total="797").splitlines()[9:]
    text = "\n".join([*lines, *rest])
    for printed in printed_notices(read(text.encode(), "text/plain")):
        check(normalize(printed))
