from hypothesis import given
from hypothesis import strategies as st

from extract import printed_notices
from extract.readers.contract import FormatError
from schemas.document import ProblemKind
from tests.extract.made import document, printed
from tests.fragments import NOTICES

NOTICE = """商丘市财政局文件
商财农〔2021〕3号
关于下达2021年水利发展资金的通知
各县财政局：
现下达你县水利发展资金421万元。
附件：1.分配表
2.说明
商丘市财政局
2021年3月5日
附件1
分配表
单位：万元
{}
附件2
说明
本资金用于水库。
"""


def test_stages_meet() -> None:
    notice = printed(NOTICE.format("县区\t金额\n睢县\t400\n宁陵县\t21"))
    assert [clause.number for clause in notice.clauses] == ["0"]
    assert [amount.piece.text for amount in notice.amounts] == ["421万元"]
    assert [table.caption.attachment for table in notice.allocations] == [1]
    assert [entry.number for entry in notice.attachments] == [1, 2]


def test_an_annex_that_is_text_is_named_and_told() -> None:
    notice = printed(NOTICE.format("县区\t金额\n睢县\t400\n宁陵县\t21"))
    assert [caption.attachment for caption in notice.texts] == [2]
    assert [(p.kind, p.detail) for p in notice.problems] == [(ProblemKind.UNCLAIMED, "说明")]


def test_a_table_whose_figures_stand_together_is_an_error_and_no_clause() -> None:
    notice = printed(NOTICE.format("县区人数金额\n睢县12400.5.10\n宁陵县521.1.5\n合计62421.6.6"))
    assert notice.allocations == ()
    assert ProblemKind.TABLE_UNPARSED in {problem.kind for problem in notice.problems}
    assert all("宁陵县" not in clause.text for clause in notice.clauses)


def test_a_table_with_figures_that_is_not_understood() -> None:
    notice = printed(NOTICE.format("1\t2\t3\n4\t5\t6"))
    assert notice.allocations == ()
    assert ProblemKind.TABLE_UNPARSED in {problem.kind for problem in notice.problems}


@given(st.text())
def test_arbitrary_text_fails_only_with_a_typed_error(text: str) -> None:
    try:
        found = document(text)
    except FormatError:
        return
    assert printed_notices(found)


@given(NOTICES)
def test_notices_of_random_lines(text: str) -> None:
    try:
        found = document(text)
    except FormatError:  # nothing but rules and blanks
        return
    tables = sum(hasattr(block, "cells") for block in found.blocks())
    notices = printed_notices(found)
    read = sum(len(n.allocations) + len(n.performance) + len(n.problems) for n in notices)
    assert notices
    assert tables == 0 or read > 0
