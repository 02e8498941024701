import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.attachments import attachment_of, likeness, match_attachments
from schemas.printed import Caption, PrintedAttachment
from tests.normalize.printing import caption, piece

ALLOCATION = "2021年水利发展资金分配表"
TARGETS = "区域绩效目标表"


def listed(*titles: str) -> list[PrintedAttachment]:
    return [PrintedAttachment(number=n, title=piece(title)) for n, title in enumerate(titles, start=1)]


@pytest.mark.parametrize(
    ("captions", "present"),
    [
        ([caption(ALLOCATION, attachment=1), caption(TARGETS, attachment=2)], [True, True]),
        ([caption(ALLOCATION), caption(TARGETS)], [True, True]),  # by title
        ([caption(ALLOCATION, attachment=1)], [True, False]),
        ([caption(TARGETS)], [False, True]),  # another kind of table is not the first
        ([caption("某某资金绩效目标表", attachment=2)], [False, True]),
        ([], [False, False]),
    ],
)
def test_present(captions: list[Caption], present: list[bool]) -> None:
    assert [a.present for a in match_attachments(listed(ALLOCATION, TARGETS), captions)] == present


def test_the_heading_is_what_stands_over_the_table() -> None:
    (found,) = match_attachments(listed(ALLOCATION), [caption("分配明细", attachment=1)])
    assert found.heading == "分配明细"


@pytest.mark.parametrize(
    ("over", "number"),
    [
        (caption("无关", attachment=4), 4),  # the printed label
        (caption(ALLOCATION), 1),
        (caption("睢县" + TARGETS), 2),
        (caption("通讯录"), None),
        (caption(), None),
    ],
)
def test_attachment_of(over: Caption, number: int | None) -> None:
    assert attachment_of(over, listed(ALLOCATION, TARGETS)) == number


def test_nothing_listed() -> None:
    assert attachment_of(caption(ALLOCATION), []) is None
    assert match_attachments([], [caption(ALLOCATION)]) == ()


@given(st.text(), st.text())
def test_likeness_is_a_percentage(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
    assert likeness(one, other) == likeness(other, one)


@given(st.text(max_size=20), st.none() | st.integers(1, 99))
def test_never_raises(title: str, number: int | None) -> None:
    match_attachments(listed(title), [caption(title, attachment=number), caption()])
