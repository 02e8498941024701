import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.clauses import read_clauses
from schemas.notation.text import canonical
from tests.extract.made import lines

LABELS = ["一、", "二、", "（一）", "(二)", "1.", "2．", "（1）", "①", "第一，", ""]
BODY = st.lists(
    st.tuples(st.sampled_from(LABELS), st.text("资金下达，。；：（）1", max_size=8)).map("".join), max_size=12
)


@pytest.mark.parametrize(
    ("body", "clauses"),
    [
        (["现下达。", "一、甲。", "二、乙。"], [("0", "现下达。"), ("1", "甲。"), ("2", "乙。")]),
        (["一、甲资", "金。"], [("1", "甲资金。")]),  # broken at a line end
        (["一、甲资", "金。", "二、乙。"], [("1", "甲资金。"), ("2", "乙。")]),
        (["一、甲。", "补充一段。"], [("1", "甲。\n补充一段。")]),  # a paragraph without a label
        (
            ["一、甲：", "（一）子。", "（二）丑。", "二、乙。"],
            [("1", "甲："), ("1.1", "子。"), ("1.2", "丑。"), ("2", "乙。")],
        ),
        (
            ["一、甲", "1.子", "（1）寅", "2.丑", "二、乙"],
            [("1", "甲"), ("1.1", "子"), ("1.1.1", "寅"), ("1.2", "丑"), ("2", "乙")],
        ),
        (["三、甲。", "三、乙。"], [("1", "甲。"), ("2", "乙。")]),  # a number twice: the place counts
        (["一、甲。", "三、乙。"], [("1", "甲。"), ("2", "乙。")]),  # a number missing
        (["1.甲。", "2.乙。"], [("1", "甲。"), ("2", "乙。")]),  # arabic numbers on top
        (
            ["现下达1.5万元，", "2021年列支。"],
            [("0", "现下达1.5万元，2021年列支。")],
        ),  # figures are no labels
        (["一般公共预算", "资金。"], [("0", "一般公共预算资金。")]),  # 一 is a word here
        ([], []),
    ],
)
def test_clauses(body: list[str], clauses: list[tuple[str, str]]) -> None:
    found = read_clauses(lines(*body))
    assert [(clause.number, clause.text) for clause in found] == clauses


@pytest.mark.parametrize(
    ("indent", "text"),
    [
        (0.0, "甲。乙。"),  # 。 fell on the end of a line
        (2.0, "甲。\n乙。"),  # a paragraph of its own
        (None, "甲。\n乙。"),  # nobody knows
    ],
)
def test_a_line_that_is_not_indented_goes_on(indent: float | None, text: str) -> None:
    first, second = lines("一、甲。", "乙。")
    (clause,) = read_clauses([first, second.model_copy(update={"indent": indent})])
    assert clause.text == text


def test_labels_levels_and_places() -> None:
    found = read_clauses(lines("开头。", "一、甲：", "（一）子。"))
    assert [(c.label, c.level, c.place.line) for c in found] == [("", 0, 1), ("一、", 1, 2), ("（一）", 2, 3)]


@given(BODY)
def test_nothing_of_the_text_is_lost(body: list[str]) -> None:
    clauses = read_clauses(lines(*body))
    printed = "".join(clause.label + clause.text for clause in clauses)
    assert "".join(canonical(printed).split()) == "".join(canonical("".join(body)).split())


@given(BODY)
def test_numbers_are_unique_and_place_says_depth(body: list[str]) -> None:
    clauses = [clause for clause in read_clauses(lines(*body)) if clause.level]
    assert len({clause.number for clause in clauses}) == len(clauses)
    assert all(clause.level == clause.number.count(".") + 1 for clause in clauses)


@given(st.lists(st.text(max_size=40), max_size=10))
def test_never_raises(body: list[str]) -> None:
    read_clauses(lines(*body))
