from collections.abc import Sequence

import pytest

from normalize.allocation.unit_by_others import units_by_others
from schemas.dataset.codes import Unit
from schemas.notice import Allocation, PerformanceTable
from schemas.text_sums import TextAmount
from tests.normalize.build import allocation, column, everybody, performance, shares, text_amount, total

NO_UNIT = (column(unit=None),)
BARE = allocation(columns=NO_UNIT, units=())


@pytest.mark.parametrize(
    ("table", "tables", "amounts", "unit"),
    [
        # The text says what the total is; the rows' sum serves where no total is printed.
        (BARE, (), [text_amount("100万元", "1000000")], Unit.WAN),
        (allocation(shares(), columns=NO_UNIT, units=()), (), [text_amount("100元", "100")], Unit.YUAN),
        # A sum of 100 that nobody sends may be anything; three digits of it are no accident.
        (BARE, (), [text_amount("100万元", "1000000", sent=False)], None),
        (
            allocation([total("123.4")], columns=NO_UNIT, units=()),
            (),
            [text_amount("123.4万元", "1234000", sent=False)],
            Unit.WAN,
        ),
        # 共3809.3万元 rounds it; so few digits as 3.8亿元 say nothing.
        (
            allocation([total("38093128.8")], columns=NO_UNIT, units=()),
            (),
            [text_amount("3809.3万元", "38093000", step="1000", sent=False)],
            Unit.YUAN,
        ),
        (
            allocation([total("38093128.8")], columns=NO_UNIT, units=()),
            (),
            [text_amount("0.38亿元", "38000000", step="1000000", sent=False)],
            None,
        ),
        # Two sums sent that fit in two units decide nothing.
        (BARE, (), [text_amount("100万元", "1000000"), text_amount("100元", "100")], None),
        # Another sum says nothing.
        (BARE, (), [text_amount("250万元", "2500000")], None),
        # The performance tables print the same figures: two must, where there are two.
        (BARE, everybody(), [], Unit.WAN),
        (BARE, [performance("东营区", "30"), performance("河口区", "99")], [], None),
        (BARE, [performance("东营区", "30")], [], Unit.WAN),
        (BARE, [performance("东营区", "30", unit=None)], [], None),
        # Witnesses that contradict each other are none.
        (BARE, everybody(), [text_amount("100元", "100")], None),
        # A printed unit is not asked about.
        (allocation(), everybody(), [], None),
    ],
)
def test_who_names_the_unit(
    table: Allocation, tables: Sequence[PerformanceTable], amounts: Sequence[TextAmount], unit: Unit | None
) -> None:
    assert units_by_others([table], tables, amounts).get(table.number) == unit
