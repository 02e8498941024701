import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.notation.agencies import agency_names, unglued


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲省财政厅 甲省水利厅", ["甲省财政厅", "甲省水利厅"]),
        ("甲省财政厅甲省水利厅", ["甲省财政厅", "甲省水利厅"]),  # one place, so two names
        ("财 政 部", ["财政部"]),
        ("乌鲁木齐市财政局教育科研处", ["乌鲁木齐市财政局教育科研处"]),  # an office of the first
        ("甲省财政厅：", []),
        ("", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert list(agency_names(text)) == names


@given(st.text(alphabet="甲乙省市财政民局厅部委办处 、", max_size=30))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(unglued(text)) == text
    assert "".join(agency_names(text)) in ("", "".join(text.split()))
