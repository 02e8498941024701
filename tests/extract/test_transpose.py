import pytest

from extract.transpose import upright
from tests.extract.made import table


def rows(*lines: str) -> list[list[str]]:
    found = upright(table(*lines))
    return [[cell.text for cell in row] for row in found.rows()]


def test_recipients_in_the_first_row_come_below_each_other() -> None:
    assert rows("县区\t睢县\t宁陵县\t合计", "人数\t2\t3\t5", "金额\t58\t42\t100") == [
        ["县区", "人数", "金额"],
        ["睢县", "2", "58"],
        ["宁陵县", "3", "42"],
        ["合计", "5", "100"],
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("县区\t金额", "睢县\t58", "宁陵县\t42"),  # upright already
        ("县区\t中央\t省级\t合计", "睢县\t1\t2\t3"),  # kinds of money in the first row
        ("县区\t睢县\t宁陵县\t虞城县", "睢县\t1\t2\t3"),  # what stands below is no kind of sum
        ("县区\t睢县\t宁陵县\t虞城县", "金额\t1\t无\t3"),  # a word among the figures
    ],
)
def test_others_stay(lines: tuple[str, ...]) -> None:
    assert rows(*lines) == [line.split("\t") for line in lines]
