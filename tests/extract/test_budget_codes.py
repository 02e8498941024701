import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.budget_codes import read_budget_codes
from schemas.dataset.codes import BudgetCodeKind
from schemas.document import Place
from schemas.printed import PrintedClause

K = BudgetCodeKind
PIECES = st.lists(
    st.sampled_from(
        [
            "科目",
            "收入列",
            "支出列",
            "“",
            "”",
            "2050701",
            "110",
            "30299",
            "2021年",
            "万元",
            "特殊学校教育",
            "01",
            "标识",
            "项目代码",
            "。",
        ]
    ),
    max_size=14,
).map("".join)


def clause(text: str, number: str = "1") -> PrintedClause:
    return PrintedClause(number=number, level=1, label="", text=text, place=Place())


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (
            "收入列“1100252农林水共同财政事权转移支付收入”科目",
            [(K.REVENUE, "1100252", "农林水共同财政事权转移支付收入")],
        ),
        (
            "收入列1100252“农林水转移支付收入”",
            [(K.REVENUE, "1100252", "农林水转移支付收入")],
        ),  # the name alone quoted
        ("支出列“20808抚恤”相关科目", [(K.EXPENDITURE, "20808", "抚恤")]),  # five digits, no last word
        ("支出列“2050701特殊学校教育”。", [(K.EXPENDITURE, "2050701", "特殊学校教育")]),
        ("支出列“213 农林水支出”功能分类科目", [(K.EXPENDITURE, "213", "农林水支出")]),  # three digits
        ("列第208类“社会保障和就业支出”科目", [(K.EXPENDITURE, "208", "社会保障和就业支出")]),
        ("列第2082001项临时救助支出科目", [(K.EXPENDITURE, "2082001", "临时救助支出")]),  # no quotes
        ("科目列“农林水支出（213）”", [(K.EXPENDITURE, "213", "农林水支出")]),  # the code in brackets
        (
            "政府经济分类科目列“51301上下级政府间转移性支出”",
            [(K.ECONOMIC, "51301", "上下级政府间转移性支出")],
        ),
        ("部门预算支出经济分类科目列30299", [(K.ECONOMIC, "30299", None)]),
        ("直达资金标识为“01中央直达资金”", [(K.DIRECT_FUND, "01", "中央直达资金")]),
        ("标识为“01003 特殊转移支付”", [(K.DIRECT_FUND, "01003", "特殊转移支付")]),
        ("项目代码：Z135080000001", [(K.PROJECT, "Z135080000001", None)]),
        ("（项目代码为10000014Z155110010001）", [(K.PROJECT, "10000014Z155110010001", None)]),
        ("追加“2130701对村级一事一议的补助”预算指标", [(K.EXPENDITURE, "2130701", "对村级一事一议的补助")]),
        ("列2021年政府收支分类科目", []),  # a year
        ("列入科目的资金200万元，惠及300人、150户", []),  # sums and counts
        ("本科目资金共2130.5元", []),
        ("参保率200%，科目不变", []),
        ("惠及2130人", []),  # nothing says that it is a subject
        ("科目代码4001", []),  # four digits
    ],
)
def test_codes(text: str, codes: list[tuple[BudgetCodeKind, str, str | None]]) -> None:
    assert [(c.kind, c.code, c.name) for c in read_budget_codes([clause(text)])] == codes


def test_a_code_once_with_the_name_met_later() -> None:
    (found,) = read_budget_codes([clause("列2130108科目。", "1"), clause("列“2130108病虫害控制”科目。", "2")])
    assert (found.code, found.name, found.clause) == ("2130108", "病虫害控制", "2")


@given(st.text() | PIECES)
def test_never_raises_and_prints_what_stands_there(text: str) -> None:
    for code in read_budget_codes([clause(text)]):
        assert code.code in text
        assert code.name is None or code.name in text
