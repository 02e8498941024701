from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.text_amounts import read_text_amounts
from schemas.document import Place
from schemas.printed import PrintedAmount
from tests.normalize.printing import piece


def amount(printed: str, before: str) -> PrintedAmount:
    return PrintedAmount(piece=piece(printed), before=before, clause="0")


@pytest.mark.parametrize(
    ("before", "sent"),
    [
        ("现下达你县2021年水利发展资金", True),
        ("此次共拨付", True),
        ("现将2021年水利发展资金", True),  # …下达给你们 stands behind the sum
        ("经研究，对某镇等4个项目安排补助资金共", True),  # the count behind the verb
        ("现提前下达你县公用经费1万元、课本费2万元，合共", True),
        ("现按2021年春季在校人数，预拨秋季学期公用经费补助资金", True),
        ("现下达资金421万元，其中：市中区", False),  # a part
        ("其中：提前下达1000万元，本次下达", True),  # the part that this notice sends
        ("已提前下达", False),
        ("此前已下达", False),
        ("扣除已拨付", False),
        ("人均补助", False),
        ("项目总投资", False),
        ("", False),
    ],
)
def test_sent(before: str, sent: bool) -> None:
    (found,) = read_text_amounts([amount("421万元", before)])
    assert found.sent is sent


@pytest.mark.parametrize(
    ("printed", "yuan", "step"),
    [
        ("421万元", "4210000", "10000"),
        ("1,227.50万元", "12275000", "100"),
        ("1.5亿元", "150000000", "10000000"),
        ("1,203,010元", "1203010", "1"),
        ("叁拾万元", "300000", "1"),
    ],
)
def test_value_and_step(printed: str, yuan: str, step: str) -> None:
    (found,) = read_text_amounts([amount(printed, "现下达")])
    assert (found.yuan, found.step) == (Decimal(yuan), Decimal(step))


@pytest.mark.parametrize("printed", ["", "万元", "0.001元", "五元"])
def test_no_sum(printed: str) -> None:
    assert read_text_amounts([amount(printed, "现下达")]) == ()


@given(st.text(), st.text())
def test_never_raises(printed: str, before: str) -> None:
    read_text_amounts(
        [amount(printed, before), PrintedAmount(piece=piece(before), before=printed, clause="1")]
    )
    assert Place() == piece("").place
