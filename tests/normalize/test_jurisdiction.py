import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.jurisdiction import above, find_jurisdiction
from schemas.notation.docnumber import DocNumber
from schemas.reference.divisions import division


def number(prefix: str) -> DocNumber:
    return DocNumber(prefix=prefix, year=2021, serial=3)


@pytest.mark.parametrize(
    ("agencies", "prefixes", "code"),
    [
        (["贵州省财政厅"], [], "520000"),
        (["黔东南州财政局"], [], "522600"),  # a short name
        (["黔东南苗族侗族自治州财政局"], [], "522600"),
        (["锡林郭勒盟财政局"], [], "152500"),
        (["睢县财政局"], [], "411422"),
        (["万盛经济技术开发区财政局", "重庆市财政局"], [], "500000"),  # the first that names a place
        (["郑州市中原区财政局"], [], "410102"),  # the lowest of a path
        (["中共商丘市委办公室"], [], "411400"),
        (["省财政厅"], ["黔财农"], "520000"),  # bare: the number's first character says it
        (["自治区财政厅"], ["桂财社"], "450000"),
        (["自治区财政厅"], ["财社", "宁财社"], "640000"),  # the first number that names a province
        (["市财政局"], ["黔财农"], None),  # which city?
        (["乐山市市中区财政局"], [], "511102"),
        (["财政局"], [], None),
        ([], ["黔财农"], None),
    ],
)
def test_agencies(agencies: list[str], prefixes: list[str], code: str | None) -> None:
    assert find_jurisdiction(agencies, [number(p) for p in prefixes], [], 2021).code == code


@pytest.mark.parametrize("agency", ["财政部", "财政部办公厅", "国家税务总局", "中华人民共和国财政部"])
def test_nationwide(agency: str) -> None:
    found = find_jurisdiction([agency], [number("财社")], [], 2021)
    assert found.nationwide
    assert found.code is None


@pytest.mark.parametrize(
    ("agency", "prefixes", "recipients", "code"),
    [
        ("鼓楼区财政局", ["闽财社"], [], "350102"),  # four provinces have one
        ("鼓楼区财政局", [], [], None),
        ("城关区财政局", ["藏财农"], [], "540102"),
        ("通州区财政局", ["苏财农"], [], "320612"),  # not Peking's
        ("新华区财政局", ["冀财农"], [], None),  # two of one province
    ],
)
def test_names_that_several_have(
    agency: str, prefixes: list[str], recipients: list[str], code: str | None
) -> None:
    assert find_jurisdiction([agency], [number(p) for p in prefixes], recipients, 2021).code == code


def test_recipients_decide_between_names_alike() -> None:
    """吉林 is the province and its city; 朝阳区 stands in three places."""
    found = find_jurisdiction(["朝阳区财政局"], [], ["永春街道", "南湖街道", "桂林街道", "重庆街道"], 2021)
    assert found.code in (None, "220104")


@pytest.mark.parametrize(
    ("agency", "year", "name"),
    [
        ("库车县财政局", 2018, "库车县"),
        ("库车市财政局", 2021, "库车市"),
        ("莱芜市财政局", 2018, "莱芜市"),
        ("莱芜市财政局", 2021, None),  # part of 济南 since 2019
    ],
)
def test_the_year_counts(agency: str, year: int, name: str | None) -> None:
    found = find_jurisdiction([agency], [], [], year).division
    assert (found.name if found else None) == name


def test_above() -> None:
    county = division("411422", 2021)
    assert county is not None
    assert [d.name for d in above(county, 2021)] == ["商丘市", "河南省"]


@given(
    st.lists(st.text(max_size=20), max_size=3),
    st.lists(st.text(max_size=6), max_size=3),
    st.none() | st.integers(1990, 2030),
)
def test_never_raises(agencies: list[str], recipients: list[str], year: int | None) -> None:
    find_jurisdiction(agencies, [], recipients, year)
