from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.amounts import read_amount
from schemas.dataset.codes import Unit
from tests.normalize.printing import piece


@pytest.mark.parametrize(
    ("text", "unit", "value", "yuan"),
    [
        ("421", Unit.WAN, "421", "4210000.00"),
        ("1,227.50", Unit.WAN, "1227.50", "12275000.00"),
        ("-20", Unit.YUAN, "-20", "-20.00"),
        ("－20", Unit.YUAN, "-20", "-20.00"),  # full-width minus
        ("１２", Unit.YUAN, "12", "12.00"),
        ("0", Unit.WAN, "0", "0.00"),
        ("421", None, "421", None),  # no unit, no 元
        ("35.2万元", Unit.YUAN, "35.2", "352000.00"),  # the cell's own unit
        ("421元", Unit.WAN, "421", "421.00"),
        ("10(其中,灾情因素6万元)", Unit.WAN, "10", "100000.00"),  # a remark
        ("10（含上年结转）", Unit.WAN, "10", "100000.00"),
        ("1.5", Unit.YI, "1.5", "150000000.00"),
    ],
)
def test_figures(text: str, unit: Unit | None, value: str, yuan: str | None) -> None:
    amount = read_amount(piece(text), unit)
    assert amount.readable
    assert (amount.value, amount.yuan) == (Decimal(value), Decimal(yuan) if yuan else None)


@pytest.mark.parametrize("text", ["", "-", "—", "/", "无", "……", "  "])
def test_blank(text: str) -> None:
    amount = read_amount(piece(text), Unit.WAN)
    assert (amount.value, amount.readable) == (None, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [("80%", "80"), ("80％", "80"), ("12个", "12"), ("1.5公里", "1.5"), ("300", "300"), ("5（户）", "5")],
)
def test_counts_and_rates(text: str, value: str) -> None:
    assert read_amount(piece(text), None, counted=True).value == Decimal(value)


@pytest.mark.parametrize("text", ["1.2万亩", "3百户", "3:1", "12 3个", "8a", "三个"])
def test_unreadable_counts(text: str) -> None:
    assert not read_amount(piece(text), None, counted=True).readable


@pytest.mark.parametrize("text", ["80%", "4O1", "421 12", "1,23", "待定", "5.", "≥95", "12个", "3:1", "万元"])
def test_unreadable(text: str) -> None:
    amount = read_amount(piece(text), Unit.WAN)
    assert (amount.value, amount.yuan, amount.readable) == (None, None, False)


def test_digits_below_a_fen_are_told() -> None:
    amount = read_amount(piece("0.240000152587891"), Unit.WAN)
    assert (amount.yuan, amount.exact) == (Decimal("2400.00"), False)


@given(st.text() | st.text("0123456789.,-万元（）其中无 "), st.none() | st.sampled_from(Unit))
def test_never_raises_and_a_value_is_what_is_printed(text: str, unit: Unit | None) -> None:
    amount = read_amount(piece(text), unit)
    assert amount.value is None or amount.readable
    if amount.yuan is not None:
        assert amount.value is not None
        assert amount.unit is not None


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False), st.sampled_from(Unit))
def test_every_figure_is_read_back(figure: Decimal, unit: Unit) -> None:
    amount = read_amount(piece(f"{figure:,}"), unit)
    assert amount.value == figure
    assert amount.yuan == figure * unit.factor
