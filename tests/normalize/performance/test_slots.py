import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.performance.slots import SlotRow, placed

NAMES = {0: "低保对象人数", 1: "临时救助水平", 2: "政策知晓率"}


def known(*clusters: int) -> list[SlotRow]:
    return [SlotRow(form=NAMES[n], doubtful=False, cluster=n) for n in clusters]


def garbled(form: str, cluster: int | None, target: str = "") -> SlotRow:
    return SlotRow(form=form, doubtful=True, weight=0.1, cluster=cluster, target=target)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ([*known(0), garbled("店时枚助水书", 3), *known(2)], 1),  # like its slot
        ([*known(0), garbled("年的富时", 3), *known(2)], 1),  # the only one free between its neighbours
        ([*known(0), garbled("", None), *known(2)], 1),  # a name that was not read at all
        ([garbled("店时枚助水书", 3), *known(0)], 3),  # before a row that stands before its slot
        ([*known(0, 1), garbled("临时救助水书", 3), *known(2)], 3),  # its slot is taken
    ],
)
def test_placed(row: list[SlotRow], expected: int) -> None:
    at = next(n for n, one in enumerate(row) if one.doubtful)
    found = placed([known(0, 1, 2), known(0, 1, 2), row], {**NAMES, 3: "?"})
    assert found[2][at] == expected


def test_the_order_is_the_fullest_tables() -> None:
    short = [*known(2), garbled("低深对原人数", 3)]
    found = placed([known(0, 1, 2), known(0, 1, 2), short], {**NAMES, 3: "?"})
    assert found[2] == (2, 3)  # below the last there is no slot


@given(st.lists(st.lists(st.sampled_from([0, 1, 2]), unique=True, max_size=3), min_size=1, max_size=4))
def test_sure_rows_keep_their_clusters(tables: list[list[int]]) -> None:
    assert placed([known(*table) for table in tables], NAMES) == [tuple(table) for table in tables]
