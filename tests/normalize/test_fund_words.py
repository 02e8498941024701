import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.fund_words import FundWords, find_source, fund_words, meant, same_fund
from schemas.dataset.codes import FundsSource

CENTRAL, PROVINCE = FundsSource.CENTRAL, FundsSource.PROVINCE
PREFECTURE, COUNTY = FundsSource.PREFECTURE, FundsSource.COUNTY


@pytest.mark.parametrize(
    ("path", "source", "fund"),
    [
        (("中央资金",), CENTRAL, ""),
        (("2023年中央财政农田建设补助资金",), CENTRAL, "农田建设"),  # year and 财政 say nothing
        (("下达资金", "省级"), PROVINCE, ""),
        (("自治区财政资金（万元）",), PROVINCE, ""),  # the unit in the header
        (("省级补助/万元",), PROVINCE, ""),
        (("中央资金", "生活补助"), CENTRAL, "生活"),  # two header rows
        (("中央资金", "小计"), CENTRAL, ""),
        (("市级资金",), PREFECTURE, ""),
        (("县级配套",), COUNTY, "配套"),
        (("直达资金",), None, "直达"),
        (("《孤儿基本生活保障资金》",), None, "孤儿基本生活保障"),
        (("“2130305水利工程建设”科目",), None, "水利工程建设"),  # the subject's code
        (("省直部门",), None, "省直部门"),  # a word that only begins like a level
        (("市政设施",), None, "市政设施"),
        (("合计",), None, ""),
    ],
)
def test_whose_money_and_which_fund(path: tuple[str, ...], source: FundsSource | None, fund: str) -> None:
    assert fund_words(path) == FundWords(source=source, fund=fund)


COLUMNS = [fund_words((label,)) for label in ("中央资金", "省级资金", "省级城市低保", "农村低保", "城市低保")]


@pytest.mark.parametrize(
    ("label", "columns"),
    [
        ("中央财政补助资金", (0,)),
        ("省级资金", (1,)),  # the one that says no more, not both
        ("省级城市低保资金", (2,)),
        ("城市低保资金", (4,)),  # nobody's by name: the column that says no more either
        ("中央直达资金", ()),  # more than the column says
        ("中央困难群众救助补助资金", (0,)),  # the notice's own fund adds nothing
        ("直达资金", ()),
        ("资金", ()),
        ("市级资金", ()),
    ],
)
def test_which_column_a_label_means(label: str, columns: tuple[int, ...]) -> None:
    assert meant(fund_words((label,)), COLUMNS, "困难群众救助") == columns


def test_a_source_without_a_column_of_its_own_means_all_its_columns() -> None:
    columns = [fund_words(path) for path in (("中央资金", "低保"), ("中央资金", "救助"), ("省级", "低保"))]
    assert meant(fund_words(("中央资金",)), columns, "") == (0, 1)
    assert meant(fund_words(("低保资金",)), columns, "") == (0, 2)


def test_two_columns_of_one_name_are_nobodys() -> None:
    assert meant(fund_words(("中央资金",)), [fund_words(("中央资金",))] * 2, "") == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("灌区节水改造工程", "灌区节水政造工程", True),  # a character misread
        ("城市低保", "农村低保", False),
        ("12项基本公共卫生服务", "基本公共卫生服务等7项", False),  # another number of funds
        ("", "低保", False),
        ("", "", True),
    ],
)
def test_same_fund(one: str, other: str, same: bool) -> None:
    assert same_fund(one, other) is same


@pytest.mark.parametrize(
    ("label", "source"),
    [("其中:中央补助", CENTRAL), ("自治州财政安排", PREFECTURE), ("自筹", FundsSource.OTHER)],
)
def test_source_anywhere_in_a_label(label: str, source: FundsSource) -> None:
    assert find_source(label) == source


@given(st.lists(st.text(), max_size=3))
def test_never_raises(path: list[str]) -> None:
    words = fund_words(path)
    assert meant(words, [words], "") in ((), (0,))
