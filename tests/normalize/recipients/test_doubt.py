import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.recipients.doubt import (
    light,
    listed_like,
    may_mean,
    nearly_zone,
    one_off,
    opposed,
    stem,
    true_elsewhere,
)
from tests.normalize.printing import people


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("朝阳镇", "朝阳"),
        ("东华门街道办事处", "东华门"),
        ("睢县", "睢"),
        ("木垒哈萨克自治县", "木垒哈萨克"),
        ("县", "县"),
    ],
)
def test_stem(name, left):
    assert stem(name) == left


@pytest.mark.parametrize(
    ("printed", "forms", "expected"),
    [
        ("东阳镇", ["朝阳镇"], True),  # one of two
        ("西陵侍镇", ["西陵寺镇"], False),  # two of three
        ("朝阳乡", ["朝阳镇"], False),  # the class word is another matter
        ("石桥镇", ["石桥头镇"], False),
        ("木垒具", ["木垒哈萨克自治县", "木垒县"], False),  # its short form counts
    ],
)
def test_light(printed, forms, expected):
    assert light(printed, forms) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("城东街道", "城西街道", True),
        ("前进一路街道", "前进二路街道", True),
        ("城东街道", "城车街道", False),
        ("城东街道", "城东街道", False),
        ("城东街道", "东街道", False),
    ],
)
def test_opposed(one, other, expected):
    assert opposed(one, other) is expected


@pytest.mark.parametrize(
    ("printed", "name", "township", "expected"),
    [
        ("东阳镇", "朝阳镇", True, False),  # 东阳镇 stands elsewhere
        ("尚囤镇", "尚屯镇", True, True),
        ("尚囤镇", "白楼镇", True, False),  # nothing in common
        ("口口口", "白楼镇", True, True),  # no name at all: elimination may name it
        ("高斯区", "高陵区", False, False),  # 高新区
        ("和攻县", "和政县", False, True),
    ],
)
def test_may_mean(printed, name, township, expected):
    assert may_mean(printed, name, township=township) is expected


@pytest.mark.parametrize(
    ("name", "expected"), [("朝阳镇", True), ("东华门街道办事处", True), ("睢县", True), ("尚囤镇", False)]
)
def test_true_elsewhere(name, expected):
    assert true_elsewhere(name) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("高斯区", True), ("某某开友区", True), ("高新区", False), ("睢阳区", False), ("区", False)],
)
def test_nearly_zone(name, expected):
    assert nearly_zone(name) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("空港新区", "空巷新区", True),
        ("空港新区", "空港区", False),  # too short to tell
        ("空港新区", "空港经新区", True),
        ("空港新区", "空港新区", False),
        ("睢阳区", "睢阴区", False),
    ],
)
def test_one_off(one, other, expected):
    assert one_off(one, other) is expected


def test_listed_like_knows_every_form():
    assert listed_like("安阳高薪技术产业开发区", people("410500")) == ("安阳高新技术产业开发区",)
    assert listed_like("安阳高新枝术产业开发区", people("411400")) == ()


@given(st.text(max_size=8), st.text(max_size=8))
def test_never_raises_and_is_symmetric(one, other):
    assert opposed(one, other) == opposed(other, one)
    assert one_off(one, other) == one_off(other, one)
    assert light(one, [other]) == light(other, [one])
    may_mean(one, other, township=True)
