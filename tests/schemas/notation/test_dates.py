import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.notation.dates import find_dates, find_years, parse_date
from schemas.notation.errors import NotationError

PIECES = st.lists(st.sampled_from([*"0123456789年月日号度.-/〇○一二十九 　至", "2020", "二〇二〇"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2020年6月30日", "2020-06-30"),
        ("2020 年 6 月 30 日", "2020-06-30"),  # blanks
        ("２０２０年６月３０日", "2020-06-30"),  # full-width digits
        ("2020年06月05日", "2020-06-05"),
        ("2019.9.10", "2019-09-10"),
        ("2019-9-10", "2019-09-10"),
        ("2019/9/10", "2019-09-10"),
        ("2019．9．10", "2019-09-10"),  # full-width point
        ("20191227", "2019-12-27"),
        ("二〇〇九年九月十日", "2009-09-10"),
        ("二○二○年十二月三十一日", "2020-12-31"),  # circles for zeros
        ("二0二O年一月二十日", "2020-01-20"),  # a figure and a letter for zeros
        ("一九九九年十月一日", "1999-10-01"),
        ("2020年2月29日", "2020-02-29"),  # a leap year
    ],
)
def test_parse_date(text: str, wanted: str) -> None:
    assert parse_date(text) == dt.date.fromisoformat(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020年13月40日",  # no such day
        "2021年2月29日",  # no leap year
        "2024122日",  # a digit lost
        "2020年6月",  # no day
        "6月30日",  # no year
        "2020年 月 日",  # blank
        "20201340",
        "2019.9-10",  # two kinds of mark
        "2020年6月30日印发",  # more than a date
        "3020年1月1日",  # a misread year
    ],
)
def test_parse_date_refuses(text: str) -> None:
    with pytest.raises(NotationError):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("某局2020年6月30日印发", [("2020年6月30日", True)]),
        ("2020年1月1日至2020年12月31日", [("2020年1月1日", True), ("2020年12月31日", True)]),
        ("2020年13月40日", [("2020年13月40日", False)]),  # impossible, still seen
        ("2024122日印发", [("2024122日", False)]),
        ("2020年 月 日", [("2020年 月 日", False)]),
        ("二○二○年六月三十日", [("二○二○年六月三十日", True)]),
        ("(20191227)", [("20191227", True)]),
        ("代码20191227号", []),  # digits of a code
        ("20191227元", []),  # a sum
        ("2019.9.10.1", []),  # a section
        ("12020年6月30日", []),  # a figure glued in front
        ("2020年度", []),
    ],
)
def test_find_dates(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert [(m.printed, m.value is not None) for m in find_dates(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("关于下达2020年资金", (2020,)),
        ("2020年度", (2020,)),
        ("２０２２ 年", (2022,)),
        ("二〇二〇年、2021年、2021年", (2020, 2021, 2021)),  # repeated where repeated
        ("2020-2022年", (2020, 2022)),  # a span
        ("二○二○年", (2020,)),
        ("〔2020〕93号", ()),  # a document's year isn't followed by 年
        ("12020年", ()),
        ("3年", ()),
    ],
)
def test_find_years(text: str, wanted: tuple[int, ...]) -> None:
    assert find_years(text) == wanted


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_any_date_comes_back(day: dt.date) -> None:
    forms = ("{0.year}年{0.month}月{0.day}日", "{0:%Y.%m.%d}", "{0.year}-{0.month}-{0.day}", "{0:%Y%m%d}")
    assert [parse_date(form.format(day)) for form in forms] == [day] * len(forms)


@given(st.text() | PIECES)
def test_mentions_stand_where_they_say(text: str) -> None:
    for mention in find_dates(text):
        assert text[mention.start : mention.end] == mention.printed
    assert all(1900 <= year < 2100 for year in find_years(text))


@given(st.text() | PIECES)
def test_parse_date_fails_only_with_its_error(text: str) -> None:
    try:
        assert isinstance(parse_date(text), dt.date)
    except NotationError:
        return


@pytest.mark.parametrize(
    "piece", ["2", "20", "2020年", "2020.", "2020.1", "2020年1月", "二〇", "2020-", " ", "年月日"]
)
def test_long_texts_come_to_an_end(piece: str) -> None:
    find_dates(piece * 60_000)
    find_years(piece * 60_000)
