import pytest

from normalize.allocation.groups import grouped


@pytest.mark.parametrize(
    ("labels", "sums", "parts", "left"),
    [
        # no groups
        (["合计", "中央", "省级"], [0], {}, ["合计", "中央", "省级"]),
        # the sum of a group stands for it, beside what is in no group
        (
            ["下达资金 / 小计", "下达资金 / 中央", "彩票公益金"],
            [0],
            {1: 0},
            ["下达资金", "彩票公益金"],
        ),
        # two groups, told by what stands over them
        (
            ["提前下达 / 中央", "提前下达 / 合计", "本次下达 / 合计", "本次下达 / 省级"],
            [1, 2],
            {0: 1, 3: 2},
            ["提前下达", "本次下达"],
        ),
        # what all are under says nothing
        (
            ["补助金额 / 合计", "补助金额 / 一般预算 / 小计", "补助金额 / 一般预算 / 常规"],
            [0, 1],
            {2: 1},
            ["合计", "一般预算"],
        ),
        # a group without a sum, or with two, is none
        (["中央 / 低保", "中央 / 特困", "省级"], [], {}, ["中央 / 低保", "中央 / 特困", "省级"]),
    ],
)
def test_groups(labels: list[str], sums: list[int], parts: dict[int, int], left: list[str]) -> None:
    found = grouped(dict(enumerate(labels)), sums)
    assert dict(found.parts) == parts
    assert [" / ".join(path) for path in found.paths.values()] == left
