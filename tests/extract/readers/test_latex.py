import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.latex import formula_text, without_formulas


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"$\geq 95\%$", "≥95%"),
        (r"$\geqslant 9 5 \%$", "≥95%"),  # a blank between any two characters
        (r"合格率$\ge$90%", "合格率≥90%"),  # the sign alone
        (r"$3 0 0 0$万元", "3000万元"),
        (r"$1 , 2 3 4 . 5$", "1,234.5"),
        (r"$5 \sim 100$", "5~100"),
        (r"$1{,}234.5$", "1,234.5"),
        (r"$1\,234.5$", "1234.5"),  # thousands parted by a thin space
        (r"$5\,\mathrm{km}$", "5 km"),
        (r"$ \mathrm { m } ^ { 2 } $", "m²"),
        (r"$25^{\circ}\mathrm{C}$", "25°C"),
        (r"$\frac{1}{2}$", "1/2"),
        (r"$\textcircled{1}$目标", "①目标"),
        (r"$2 0 2 1 \sim 2 0 2 2$年", "2021~2022年"),
        (r"\(\leq 5\)天", "≤5天"),
        (r"$\leq 5 \text{ 个工作日}$", "≤5个工作日"),
        ("$$\n95\\%\n$$", "95%"),
    ],
)
def test_figures_are_written_plainly(text: str, plain: str) -> None:
    assert without_formulas(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        r"$12 34$",  # two numbers whose blank a formula doesn't show
        r"$5, 100$",  # a list, or 5,100
        r"$9 5.5$",
        r"$1 000 \%$",
        r"$1\frac{1}{2}$",  # one and a half, not 11/2
        r"$x_{1}$",
        r"$\sqrt{2}$",
        r"$\unknown 5$",
        "US$100 to US$200",
        "$100,$200",  # prices
        r"\$100 和 \$200",
        "单价$5",
        "$甲$",
    ],
)
def test_what_is_no_plain_figure_stays(text: str) -> None:
    assert without_formulas(text) == text


@given(st.text(alphabet="0123456789.,% \\{}^_$geqtx年", max_size=40))
def test_digits_keep_their_order(source: str) -> None:
    text = formula_text(source)
    if text is not None and "²" not in text and "³" not in text:
        assert [c for c in text if c.isdigit()] == [c for c in source if c.isdigit()]
