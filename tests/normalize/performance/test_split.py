import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.split import known_names, split_rows
from schemas.notation.text import compare_form
from schemas.printed import PrintedIndicator
from tests.normalize.printing import indicator

KNOWN = {"水库数量", "堤防长度", "合格率"}


def split(*rows: PrintedIndicator, known: set[str] = KNOWN) -> list[tuple[str, str | None]]:
    return [(row.name, row.target.text if row.target else None) for row in split_rows(rows, known)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([indicator("水库数量", "5座")], [("水库数量", "5座")]),
        ([indicator("水库 数量", "5座")], [("水库数量", "5座")]),  # a blank that wrapped the name
        (
            [indicator("水库数量 堤防长度", "5座"), indicator(None, "3公里")],
            [("水库数量", "5座"), ("堤防长度", "3公里")],
        ),
        (
            [indicator("水库数量 堤防长度", None), indicator(None, "5座"), indicator(None, "3公里")],
            [("水库数量", "5座"), ("堤防长度", "3公里")],
        ),
        (
            [indicator("水库数量 堤防长度", "5座 3公里")],
            [("水库数量", "5座"), ("堤防长度", "3公里")],
        ),  # side by side
        ([indicator("甲数 乙数", "5座 3公里")], [("甲数乙数", "5座 3公里")]),  # nobody knows them: not cut
        (
            [indicator("水库 数量 堤防长度", "5座"), indicator(None, "3公里")],
            [("水库数量", "5座"), ("堤防长度", "3公里")],
        ),
        (
            [indicator("水库数量", "5座"), indicator(None, "3公里")],
            [("水库数量", "5座"), ("", "3公里")],
        ),  # a name is missing
        ([indicator(None, "3公里")], [("", "3公里")]),
        ([indicator("水库数量", None)], [("水库数量", None)]),
        ([], []),
    ],
)
def test_split(rows: list[PrintedIndicator], expected: list[tuple[str, str | None]]) -> None:
    assert split(*rows) == expected


def test_labels_stay_with_their_rows() -> None:
    rows = split_rows(
        [indicator("水库数量 合格率", "5座", "数量指标"), indicator(None, "100%", "质量指标")], KNOWN
    )
    assert [[label.text for label in row.labels] for row in rows] == [["数量指标"], ["质量指标"]]
    assert {row.split_from for row in rows} == {"水库数量 合格率"}


def test_known_names_are_those_that_stand_alone() -> None:
    rows = [
        indicator("甲数", "5"),
        indicator("乙数 丙数", "6"),
        indicator(None, "7"),
        indicator("丁数", None),
    ]
    assert known_names(rows) == {"甲数"}


ROWS = st.lists(
    st.builds(
        indicator,
        st.none() | st.text("水库数量合格率 ", min_size=1, max_size=12) | st.just("水库数量 合格率 堤防长度"),
        st.none() | st.sampled_from(["5座", "5 6", "≥95%"]),
    ),
    max_size=8,
)


@given(ROWS)
def test_every_target_and_every_name_is_kept(rows: list[PrintedIndicator]) -> None:
    found = split_rows(rows, KNOWN)
    printed = "".join(row.target.text for row in rows if row.target)
    assert "".join("".join(row.target.text.split()) for row in found if row.target) == "".join(
        printed.split()
    )
    names = compare_form("".join(row.name.text for row in rows if row.name))
    assert compare_form("".join(row.name for row in found)) == names
