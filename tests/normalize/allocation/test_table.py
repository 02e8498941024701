from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.allocation.table import normalize_allocation
from schemas.dataset.codes import ColumnRole, RecipientKind, RowKind, Unit
from schemas.notice import Allocation, Match
from schemas.printed import PrintedAllocation
from tests.normalize.printing import allocation, people, wan

HEADER = "序号 县区 金额"


def normal(printed: PrintedAllocation, code: str = "411400", *sent: str) -> Allocation:
    return normalize_allocation(printed, 1, people(code), frozenset(map(wan, sent)))


def test_a_plain_table() -> None:
    table = normal(allocation(HEADER, "1 睢县 421", "2 宁陵县 376.5", "合计 . 797.5"))
    assert [(r.serial, r.kind, r.match.name if r.match else None) for r in table.rows] == [
        ("1", RowKind.RECIPIENT, "睢县"),
        ("2", RowKind.RECIPIENT, "宁陵县"),
        (None, RowKind.TOTAL, None),
    ]
    assert [row.cells[0].yuan for row in table.rows if row.cells[0]] == [
        Decimal(n) for n in ("4210000.00", "3765000.00", "7975000.00")
    ]
    assert (table.unit, table.columns[0].role) == (Unit.WAN, ColumnRole.MAIN)


@pytest.mark.parametrize(
    ("header", "unit", "units"),
    [
        ("县区 金额", "单位：万元", [Unit.WAN]),
        ("县区 金额（元）", None, [Unit.YUAN]),
        ("县区 金额（元）", "单位：万元", [Unit.WAN, Unit.YUAN]),  # they contradict: both are kept
        ("县区 金额", None, []),
        ("县区 金额", "单位：人、万元", [Unit.WAN]),
    ],
)
def test_units(header: str, unit: str | None, units: list[Unit]) -> None:
    assert list(normal(allocation(header, "睢县 421", unit=unit)).units) == units


def test_own_level_under_a_subtotal_belongs_to_its_division() -> None:
    table = normal(
        allocation("县区 金额", "合计 9", "贵阳市小计 5", "市本级 2", "清镇市 3", "遵义市小计 4", "市本级 4"),
        "520000",
    )
    own = [
        row.match.parent_code for row in table.rows if row.match and row.match.kind == RecipientKind.OWN_LEVEL
    ]
    assert own == ["520100", "520300"]


def test_two_name_columns_the_lowest_filled_one_names_the_row() -> None:
    table = normal(allocation("县区 县区 金额", "睢县 某某医院 3", "宁陵县 . 4"))
    assert [row.match.name if row.match else None for row in table.rows] == ["某某医院", "宁陵县"]


def test_below_a_label_of_projects_what_no_list_has_is_one() -> None:
    printed = allocation("县区 金额", "睢县 58", "义务教育经费保障机制 42")
    named = printed.columns[0].model_copy(update={"path": ("项目名称",)})
    table = normal(printed.model_copy(update={"columns": (named, *printed.columns[1:])}))
    assert [(r.match.name, r.match.kind, r.match.division_code) for r in table.rows if r.match] == [
        ("睢县", RecipientKind.COUNTY, "411422"),
        ("义务教育经费保障机制", RecipientKind.OTHER, None),
    ]
    assert normal(printed).rows[1].match == Match(name=None, kind=RecipientKind.OTHER)


def test_what_the_text_sends_chooses_the_column() -> None:
    printed = allocation("县区 提前下达 本次下达 合计", "睢县 1 2 3", "宁陵县 1 2 3", "合计 2 4 6")
    assert [c.role.value for c in normal(printed, "411400", "4").columns] == ["earlier", "main", "sum"]
    assert [c.role.value for c in normal(printed, "411400", "6").columns] == ["part", "part", "main"]


def test_a_figure_that_cannot_be_read_is_kept_as_printed() -> None:
    cell = normal(allocation("县区 金额", "睢县 4O1")).rows[0].cells[0]
    assert cell is not None
    assert (cell.printed, cell.value, cell.readable) == ("4O1", None, False)


WORDS = st.sampled_from(
    [
        "睢县",
        "宁陵县",
        "合计",
        "小计",
        "市本级",
        "商丘市",
        "5",
        "1,000",
        "-2",
        "六",
        ".",
        "其中：睢县",
        "~~睢县~~",
        "某公司",
    ]
)


@given(
    st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS).map(" ".join), max_size=8),
    st.sampled_from(["411400", "410000", None]),
)
def test_never_raises(rows: list[str], code: str | None) -> None:
    table = normalize_allocation(allocation("序号 县区 提前下达 合计", *rows), 1, people(code), frozenset())
    assert [row.number for row in table.rows] == list(range(1, len(rows) + 1))
    assert all(row.match is None for row in table.of_kind(RowKind.TOTAL))
    assert all(row.match is not None for row in table.of_kind(RowKind.RECIPIENT))
