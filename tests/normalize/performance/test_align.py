import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.align import align, families


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ([["甲率", "乙数"], ["甲率", "乙数"]], (0, 0)),
        ([["甲率", "乙数"], ["丙率", "丁数"]], (0, 1)),
        ([["甲率", "乙数"], ["丙率", "丁数"], ["乙数", "甲率", "戊"]], (0, 1, 0)),  # order doesn't matter
        ([[], ["甲率"]], (0, 1)),
        ([], ()),
    ],
)
def test_families(tables: list[list[str]], expected: tuple[int, ...]) -> None:
    assert families(tables) == expected


LONG = "农村饮水安全巩固提升工程受益人口"


@pytest.mark.parametrize(
    ("tables", "rows"),
    [
        ([[LONG], [LONG]], ((0,), (0,))),
        ([[LONG], [LONG], [LONG[:-1] + "囗"]], ((0,), (0,), (0,))),  # one character misread
        ([[LONG, LONG[:-1] + "数"], [LONG]], ((0, 1), (0,))),  # both stand in one table: two indicators
        ([["工程验收合格率达标情况", "工程验收不合格率达标情况"]], ((0, 1),)),
        ([["第1批工程开工建设完成数量"], ["第2批工程开工建设完成数量"]], ((0,), (1,))),  # other digits
        ([["工程验收合格率达标情况"], ["工程验收不合格率达标情况"]], ((0,), (1,))),  # a negation
        ([["", LONG]], ((None, 0),)),
        ([["甲率（%）"], ["甲率(%)"]], ((0,), (0,))),  # width only
    ],
)
def test_clusters(tables: list[list[str]], rows: tuple[tuple[int | None, ...], ...]) -> None:
    assert align(tables).rows == rows


def test_most_tables_decide_the_spelling() -> None:
    found = align([[LONG[:-1] + "囗"], [LONG], [LONG]])
    (cluster,) = found.clusters
    assert (cluster.name, cluster.votes, cluster.tables) == (LONG, 2, frozenset({0, 1, 2}))


@given(st.lists(st.lists(st.text("甲乙率数1不 ", max_size=9), max_size=5), max_size=5))
def test_every_named_row_has_a_cluster_of_its_table(tables: list[list[str]]) -> None:
    found = align(tables)
    families(tables)
    for number, (names, row) in enumerate(zip(tables, found.rows, strict=True)):
        assert len(names) == len(row)
        for cluster in row:
            assert cluster is None or number in found.clusters[cluster].tables
