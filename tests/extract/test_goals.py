import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.goals import split_goals
from schemas.document import Piece
from schemas.notation.text import canonical


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("1.保障用水。2.提高效益。", ["保障用水。", "提高效益。"]),
        ("1．保障用水；\n2．提高效益。", ["保障用水；", "提高效益。"]),
        ("目标1：保障用水。\n目标2：提高效益。", ["保障用水。", "提高效益。"]),
        ("（1）保障用水。（2）提高效益。", ["保障用水。", "提高效益。"]),
        ("总体要求：\n1.保障用水。", ["总体要求：", "保障用水。"]),  # a line above the numbers
        ("保障用水。\n提高效益。", ["保障用水。", "提高效益。"]),  # no numbers
        ("1.完成率达到1.5倍。2.其余。", ["完成率达到1.5倍。", "其余。"]),  # a decimal
        ("1.建设3座。3.不是第二项。", ["建设3座。3.不是第二项。"]),  # out of sequence: part of the goal
        ("2021年完成水库维修。", ["2021年完成水库维修。"]),
        ("  ", []),
    ],
)
def test_goals(text: str, goals: list[str]) -> None:
    assert [goal.text for goal in split_goals(Piece(text=text))] == goals


@given(st.text() | st.text("目标12.、：（）保障。\n "))
def test_never_raises_and_adds_nothing(text: str) -> None:
    for goal in split_goals(Piece(text=text)):
        assert "".join(goal.text.split()) in "".join(canonical(text).split())
