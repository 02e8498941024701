import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.text_series import worded_sums
from schemas.notation.money import find_money

NAMES = {"甲县", "乙县", "丙县", "和县", "中央", "省级"}


def gaps(text: str) -> list[str]:
    return [one.gap for one in worded_sums(text, find_money(text), NAMES.__contains__)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("甲县3万元和乙县2万元", ["甲县", "、乙县"]),
        ("甲县3万元以及乙县2万元", ["甲县", "、乙县"]),
        ("甲县3万元，乙县2万元", ["甲县", "，乙县"]),
        ("：1.甲县3万元；2.乙县2万元", ["：甲县", "；乙县"]),
        ("：（1）甲县3万元。（2）乙县2万元", ["：甲县", "；乙县"]),
        ("：1.甲县3万元。3.乙县2万元", ["：甲县", "。3.乙县"]),  # no next item
        ("甲县1.5万元，2.5万元", ["甲县", "，"]),  # no item, a number
        ("甲县和乙县分别为3万元和2万元", ["甲县", "、乙县"]),
        ("9万元，甲县、乙县分别为3万元、2万元", ["", "，分别为甲县", "、乙县"]),
        (
            "9万元，其中甲县、乙县和丙县分别安排4万元、3万元和2万元",
            ["", "，其中安排甲县", "、乙县", "、丙县"],
        ),
        ("分别下达甲县、乙县3万元、2万元", ["下达甲县", "、乙县"]),
        ("甲县和和县分别为3万元和2万元", ["甲县", "、和县"]),
        ("甲县、乙县分别为4万元、3万元和2万元", ["甲县、乙县分别为", "、", "和"]),  # three sums for two
        ("甲县、乙县各3万元", ["甲县", "、乙县"]),
        ("安排甲县和乙县各3万元", ["安排甲县", "、乙县"]),
        ("甲县、丁乡各3万元", ["甲县、丁乡各"]),  # who is 丁乡?
        ("两县各3万元", ["两县各"]),
    ],
)
def test_names_beside_their_sums(text: str, found: list[str]) -> None:
    assert gaps(text) == found


@given(st.text(alphabet="甲乙县和及各分别为、，。；：（）1.2元万 安排", max_size=60))
def test_no_sum_is_lost(text: str) -> None:
    mentions = find_money(text)
    found = [one.mention for one in worded_sums(text, mentions, NAMES.__contains__)]
    assert tuple(dict.fromkeys(found)) == mentions
