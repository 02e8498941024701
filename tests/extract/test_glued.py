import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.glued import unglued
from tests.extract.made import lines

TITLE = "临夏州财政局关于下达2021年水利发展资金的通知"
BODY = "根据省财政厅的通知，现下达资金。"


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ([f"临州财农〔2021〕47号 {TITLE}"], ["临州财农〔2021〕47号", TITLE]),
        ([f"各县（市）财政局: {BODY}"], ["各县（市）财政局:", BODY]),
        (["临州财农〔2021〕47号"], ["临州财农〔2021〕47号"]),  # nothing behind the number
        (["临州财农〔2021〕47号文件下达的资金"], ["临州财农〔2021〕47号文件下达的资金"]),  # no title
        (["来源：市财政局 时间：2021年"], ["来源：市财政局 时间：2021年"]),  # a page's key
        (["现将资金下达你局：各单位：根据规定使用。"], ["现将资金下达你局：各单位：根据规定使用。"]),
        ([BODY, f"各县财政局: {BODY}"], [BODY, f"各县财政局: {BODY}"]),  # the body has begun
    ],
)
def test_parts(printed: list[str], found: list[str]) -> None:
    assert [line.text for line in unglued(lines(*printed))] == found


@given(st.lists(st.text(alphabet="各县财政局：:根据现 关于〔2021〕5号通知。", max_size=40), max_size=6))
def test_nothing_is_lost(printed: list[str]) -> None:
    made = lines(*printed)
    kept = "".join(line.text for line in unglued(made))
    assert _marks(kept) == _marks("".join(printed))


def _marks(text: str) -> str:
    """Without what may stand between number and title."""
    return "".join(c for c in text if c not in " ：:")
