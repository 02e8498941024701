"""Numbered items that give money to a project each; a row a make of list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.amounts import read_amounts
from normalize.prose.outline import outline_allocations
from normalize.text_amounts import read_text_amounts
from tests.normalize.build import clause

HEAD = ("2", "安排项目如下，资金42万元：")
BRANCH = ("2.1", "产业类项目2个，共计30万元。")
ONE = ("2.1.1", "育苗基地建设项目20万元。")
TWO = ("2.1.2", "种植基地建设项目10万元。")
OTHER = ("2.2", "道路改造工程1个，12万元。")


def read(*items: tuple[str, str]) -> tuple[list[dict[str, str]], int]:
    """Each list as name → sum as printed, and how many items stayed unclear."""
    clauses = [clause(text, number) for number, text in items]
    made, unclear = outline_allocations(clauses, read_text_amounts(read_amounts(tuple(clauses))))
    rows = [
        {cells[0].text: cells[1].text for row in one.table.rows if all(cells := row.cells)} for one in made
    ]
    return rows, len(unclear)


LIST = {"育苗基地建设项目": "20万元", "种植基地建设项目": "10万元", "道路改造工程": "12万元"}


@pytest.mark.parametrize(
    ("items", "made", "unclear"),
    [
        # all items, each branch and the whole close
        ((HEAD, BRANCH, ONE, TWO, OTHER), [LIST], 0),
        # the whole stands in another clause
        ((("1", "到位资金42万元。"), ("2", "安排如下："), BRANCH, ONE, TWO, OTHER), [LIST], 0),
        # nothing states the whole
        ((("2", "安排如下："), BRANCH, ONE, TWO, OTHER), [], 3),
        # a branch states another sum than its items have
        ((HEAD, ("2.1", "产业类项目2个，共计31万元。"), ONE, TWO, OTHER), [], 3),
        # the same project twice
        ((HEAD, ONE, ("2.1.2", "育苗基地建设项目10万元。"), OTHER), [], 3),
        # an item that says more than its name and sum
        ((HEAD, ONE, TWO, ("2.2", "道路改造工程修路3公里，投资18万元，补助12万元。")), [], 3),
        # sources of the money are no projects, and two sums no list that anybody would miss
        ((("1", "资金42万元："), ("1.1", "中央资金30万元。"), ("1.2", "省级资金12万元。")), [], 0),
        # clauses of the first level say what is to be done
        ((("1", "安排甲项目20万元。"), ("2", "安排乙项目22万元。"), ("3", "共42万元。")), [], 0),
    ],
)
def test_lists(items: tuple[tuple[str, str], ...], made: list[dict[str, str]], unclear: int) -> None:
    assert read(*items) == (made, unclear)


@given(st.lists(st.tuples(st.sampled_from(["1", "1.1", "1.1.1", "2", "2.1"]), st.text(max_size=30))))
def test_odd_text_ends(items: list[tuple[str, str]]) -> None:
    read(*items)
