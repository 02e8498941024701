import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.spelling import agreed


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ([("政策知晓率", 1.0)], "政策知晓率"),
        (
            [("政策知晓率", 0.5), ("政簧知晓率", 0.6), ("政策知晓车", 0.5)],
            "政策知晓率",
        ),  # each place by itself
        ([("临救助水平", 0.5), ("临时救助水平", 0.4), ("临时救助水书", 0.4)], "临时救助水平"),  # one was lost
        ([("临时救助水平", 0.4), ("临·时救助水平", 0.5), ("临时救助水平", 0.4)], "临时救助水平"),  # a speck
        ([("甲率", 0.2), ("乙率", 0.9)], "乙率"),  # the weightier
    ],
)
def test_agreed(readings: list[tuple[str, float]], expected: str) -> None:
    assert agreed(readings) == expected


@given(st.text("甲乙丙1", min_size=1, max_size=8), st.integers(1, 5))
def test_those_who_agree_are_believed(text: str, count: int) -> None:
    assert agreed([(text, 0.5)] * count) == text


@given(
    st.lists(
        st.tuples(st.text("甲乙丙丁", min_size=1, max_size=6), st.floats(0.1, 1)), min_size=1, max_size=6
    )
)
def test_nothing_is_invented(readings: list[tuple[str, float]]) -> None:
    assert set(agreed(readings)) <= {char for text, _ in readings for char in text}
