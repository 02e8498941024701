import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.align import Name, align, families


def sure(*names: str) -> list[Name]:
    return [Name(text=name) for name in names]


def doubtful(*names: str, weight: float = 0.5) -> list[Name]:
    return [Name(text=name, doubtful=True, weight=weight) for name in names]


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
    assert families([sure(*names) for names in tables]) == expected


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
    assert align([sure(*names) for names in tables]).rows == rows


def test_most_tables_decide_the_spelling() -> None:
    found = align([sure(LONG[:-1] + "囗"), sure(LONG), sure(LONG)])
    (cluster,) = found.clusters
    assert (cluster.name, cluster.votes, cluster.tables) == (LONG, 2, frozenset({0, 1, 2}))


@given(st.lists(st.lists(st.text("甲乙率数1不 ", max_size=9), max_size=5), max_size=5))
def test_every_named_row_has_a_cluster_of_its_table(tables: list[list[str]]) -> None:
    names = [sure(*table) for table in tables]
    found = align(names)
    families(names)
    for number, (table, row) in enumerate(zip(tables, found.rows, strict=True)):
        assert len(table) == len(row)
        for cluster in row:
            assert cluster is None or number in found.clusters[cluster].tables


TEMPLATE = ("低保对象人数", "求助的流浪乞讨人员救助率", "困难群众生活水平情况", "政策知晓率")
GARBLED = ("低深付原人数", "求助的流浪之过人致助率", "国程群生活感平请元", "政簧知蓬")


def test_garbled_names_find_their_template_and_their_rows() -> None:
    tables = [sure(*TEMPLATE), doubtful(*GARBLED)]
    assert families([sure(*TEMPLATE), doubtful(*GARBLED[:2], *TEMPLATE[2:])]) == (0, 0)
    found = align(tables)
    assert found.rows == ((0, 1, 2, 3), (0, 1, 2, 3))
    assert [cluster.name for cluster in found.clusters if cluster.tables] == list(TEMPLATE)


def test_a_garbled_name_between_two_known_ones_stands_where_one_is_free() -> None:
    found = align([sure(*TEMPLATE), [*sure(*TEMPLATE[:2]), *doubtful("年的富时"), *sure(TEMPLATE[3])]])
    assert found.rows[1] == (0, 1, 2, 3)


def test_a_garbled_name_is_not_forced_where_two_are_free() -> None:
    found = align([sure(*TEMPLATE), [*sure(TEMPLATE[0]), *doubtful("年的富时"), *sure(TEMPLATE[3])]])
    assert found.rows[1][1] not in (1, 2)


def test_a_sure_name_is_never_moved() -> None:
    found = align([sure(*TEMPLATE), sure(TEMPLATE[0], "另一个指标", *TEMPLATE[2:])])
    assert found.rows[1][1] not in (0, 1, 2, 3)


def test_doubtful_spellings_agree_on_a_name() -> None:
    found = align([doubtful("华产妇系统管理"), doubtful("孕产如系统管理"), doubtful("孕产妇系統管理")])
    assert [(cluster.name, cluster.sure) for cluster in found.clusters if cluster.name] == [
        ("孕产妇系统管理", False)
    ]


def test_the_catalogue_gives_commas_back() -> None:
    name = "孕产妇系统管理率"  # the catalogue's
    found = align([doubtful("孕产妇，系统管理率"), doubtful("孕产妇,系统管理率")])
    assert {cluster.name for cluster in found.clusters if cluster.name} == {name}
