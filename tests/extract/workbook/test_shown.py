from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.workbook.shown import Value, shown

ACCOUNTING = '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1234.5, "#,##0.00", "1,234.50"),
        (1234567, "#,##0", "1,234,567"),
        (12, "#,##0", "12"),
        (0.125, "0.0%", "12.5%"),
        (0.5, "0%", "50%"),
        (1.005, "0.00", "1.01"),  # rounded as it is written, not as its binary fraction
        (5, "0.00_);[Red](0.00)", "5.00"),
        (-5, "0.00_);[Red](0.00)", "-5.00"),  # brackets
        (-5, "0.00;[Red]0.00", "-5.00"),  # red alone
        (-5, '0.00"元";-0.00"元"', "-5.00元"),
        (-0.001, "0.00", "0.00"),
        (0, ACCOUNTING, "-"),
        (1234.5, ACCOUNTING, "1,234.50"),
        (-1234.5, ACCOUNTING, "-1,234.50"),
        (3, "General", "3"),
        (3.0, "General", "3"),
        (0.1 + 0.2, "General", "0.3"),  # what a binary fraction adds
        (240.000152587891, "General", "240.000152587891"),
        (1e20, "General", "100000000000000000000"),
        (12.5, "@", "12.5"),
        (7, "000", "007"),
        (7, '"第"0"批"', "第7批"),
        (12345, "0!.0,", "1.2"),  # 万元 shown of 元
        (1234567, "0.0,,", "1.2"),
        (1.5, "#.##", "1.5"),
        (2, "#.##", "2"),  # no point without places behind it
        (0.5, "#.##", ".5"),
        (0.5, "0.0#", "0.5"),
        (1234.5, "[$¥-804]#,##0.00", "¥1,234.50"),
        (5, '[>=10]"大"0;[<10]"小"0', "小5"),
        (5, ";;;", ""),  # shown as nothing
        ("文字", "0.00", "文字"),
        (True, "General", "TRUE"),
        (Decimal("1.10"), "0.00", "1.10"),
        (date(2021, 3, 5), 'yyyy"年"m"月"d"日"', "2021年3月5日"),
        (datetime(2021, 3, 5), "yyyy\\-mm\\-dd", "2021-03-05"),  # noqa: DTZ001  a sheet knows no zones
        (datetime(2021, 3, 5, 14, 7), "yyyy/m/d h:mm", "2021/3/5 14:07"),  # noqa: DTZ001
        (datetime(2021, 3, 5, 14, 7), "h:mm AM/PM", "2:07 PM"),  # noqa: DTZ001
        (date(2021, 3, 5), "aaaa", "星期五"),
        (time(8, 30), "h:mm", "8:30"),
        (date(2021, 3, 5), "General", "2021-03-05"),
        (timedelta(hours=12), "[h]:mm", "0.5"),
    ],
)
def test_shown(value: Value, code: str, expected: str) -> None:
    assert shown(value, code) == expected


@given(
    st.one_of(st.floats(allow_nan=False, allow_infinity=False, width=32), st.integers(), st.dates()),
    st.text(alphabet='0#?.,;%@"[]()<>=-_*\\!E+ymdhs元$Gn', max_size=14),
)
@example(date(2000, 1, 1), 'd"')  # a quotation that is never closed
@example(date(2000, 1, 1), "!md")  # a letter that stands for itself
@example(10**9, "0" + "%" * 12)  # more digits than a context has
def test_no_format_breaks_it(value: Value, code: str) -> None:
    assert isinstance(shown(value, code), str)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_a_figure_with_two_places_stays_itself(value: Decimal) -> None:
    for code in ("0.00", "#,##0.00", ACCOUNTING, "0.00;[Red]0.00", "#,##0.00_);(#,##0.00)"):
        text = shown(float(value), code).replace(",", "").strip()
        assert text in {"-", "0.00"} if value == 0 else Decimal(text) == value
