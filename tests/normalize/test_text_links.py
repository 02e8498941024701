import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.text_links import Link, Relation, label_of, link_of, rest_follows, use_follows
from normalize.text_sent import purpose, sends

NONE, DIVIDES, JOINS = Relation.NONE, Relation.DIVIDES, Relation.JOINS


@pytest.mark.parametrize(
    ("gap", "link"),
    [
        ("，其中：中央资金", Link(relation=DIVIDES)),
        ("，专项用于灌区改造，其中中央资金", Link(relation=DIVIDES)),  # a remark before 其中
        ("（其中：中央资金", Link(relation=DIVIDES, opens=True)),
        ("（含中央资金", Link(relation=DIVIDES, opens=True)),
        ("（中央资金", Link(relation=DIVIDES, opens=True)),
        ("，包括：中央资金", Link(relation=DIVIDES, exhaustive=True)),
        ("：中央资金", Link(relation=DIVIDES, exhaustive=True)),
        ("。其中：中央资金", Link(relation=DIVIDES, stopped=True)),  # the list in a sentence of its own
        ("，省级资金", Link(relation=JOINS, mark="，")),
        ("用于低保；省级资金", Link(relation=JOINS, mark="；")),
        ("）、省级资金", Link(relation=JOINS, mark="、", closes=1)),
        ("；中央资金（直达资金）", Link(relation=JOINS, mark="；")),  # brackets that close again
        ("、甲县、乙县", Link(relation=NONE)),  # one sum for two
        ("。省级资金", Link(relation=NONE, stopped=True)),
        ("现下达你县", Link(relation=NONE)),
        ("，按要求，省级资金", Link(relation=NONE)),
    ],
)
def test_link(gap: str, link: Link) -> None:
    assert link_of(gap) == link


@pytest.mark.parametrize(
    ("gap", "words"),
    [
        ("，其中：中央资金", "中央资金"),
        ("根据通知，现下达东营区", "东营区"),
        ("，现将资金安排给东营区", "东营区"),
        ("，已提前下达东营区", "已提前下达东营区"),  # no sum of this notice: the verb stays
        ("，其中：中央财政补助", "中央财政"),
        ("，向东营区下达", "东营区"),
        ("，", ""),
    ],
)
def test_what_a_sum_is_for(gap: str, words: str) -> None:
    assert purpose(label_of(gap)) == words


@pytest.mark.parametrize(
    ("gap", "sent"),
    [
        ("，安排东营区", True),
        ("，东营区", False),
        ("，现提前下达东营区", True),  # a notice in advance
        ("，其中提前下达东营区", False),
        ("，已下达东营区", False),
        ("，另安排东营区", False),  # beside what the table sends
        ("，补助资金", False),  # a noun
    ],
)
def test_words_that_send(gap: str, sent: bool) -> None:
    assert sends(label_of(gap)) is sent


def test_what_follows_a_sum() -> None:
    assert use_follows("用于低保")
    assert not use_follows("，请用于低保")  # the whole sum's use, in a clause of its own
    assert rest_follows("，其余资金另行下达")
    assert not rest_follows("。其余资金另行下达")


@given(st.text(alphabet="其中包括：:（）()，、；。现下达安排甲县资金\n", max_size=40))
def test_never_raises(gap: str) -> None:
    found = link_of(gap)
    assert found.closes >= 0
    assert purpose(label_of(gap)) in gap


def test_sums_far_apart_are_not_linked_and_cost_nothing() -> None:
    assert link_of("字" * 100_000 + "，请查收，越城区").relation is Relation.NONE
    assert link_of("字" * 100_000 + "。其中：中央资金").relation is Relation.DIVIDES  # of its own sentence
    assert link_of("字" * 100_000 + "）").closes == 1
    assert purpose(label_of("字" * 100_000 + "，甲县")) == "甲县"
