import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.title import read_table_title
from schemas.printed import LabelledValue
from tests.normalize.printing import caption, labelled, people

MAIN = "水利发展资金区域绩效目标表"


@pytest.mark.parametrize(
    ("titles", "title", "recipient", "year"),
    [
        ((MAIN, "（2021年度 睢县）"), MAIN, "睢县", 2021),
        ((MAIN, "（2021年度）", "睢县"), MAIN, "睢县", 2021),
        (("睢县", MAIN, "（2021年度）"), MAIN, "睢县", 2021),  # the name above
        ((MAIN, "睢县 2021年"), MAIN, "睢县", 2021),
        ((MAIN, "[2021年]", "县区：睢县"), MAIN, "睢县", 2021),
        ((f"{MAIN}（睢县）",), MAIN, "睢县", None),  # behind the title
        ((f"睢县2021年{MAIN}",), f"睢县2021年{MAIN}", "睢县", 2021),  # the title begins with it
        ((f"商丘市2021年{MAIN}",), f"商丘市2021年{MAIN}", "", 2021),  # the issuer is no recipient
        ((MAIN, "（二〇二一年度）"), MAIN, "", 2021),
        ((MAIN,), MAIN, "", None),
        ((), "", "", None),
    ],
)
def test_title(titles: tuple[str, ...], title: str, recipient: str, year: int | None) -> None:
    found = read_table_title(caption(*titles), (), people("411400"))
    assert (found.title, found.recipient, found.year) == (title, recipient, year)


@pytest.mark.parametrize(
    ("info", "recipient"),
    [
        ((labelled("地区", "睢县"),), "睢县"),
        ((labelled("所在省份", "河南省"),), "河南省"),
        ((labelled("专项名称", "睢县"),), ""),
        ((labelled("地区", None),), ""),
    ],
)
def test_the_grid_may_name_the_recipient(info: tuple[LabelledValue, ...], recipient: str) -> None:
    assert read_table_title(caption(MAIN), info, people("411400")).recipient == recipient


@given(
    st.lists(
        st.text(max_size=15) | st.sampled_from([MAIN, "（2021年度 睢县）", "（", "年度", "睢县"]), max_size=4
    )
)
def test_never_raises(titles: list[str]) -> None:
    read_table_title(caption(*titles), (), people("411400"))
