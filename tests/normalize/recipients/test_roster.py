import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.jurisdiction import Jurisdiction
from normalize.recipients.roster import Roster, elsewhere, roster, townships_below
from tests.normalize.printing import people


def exactly(found: Roster, name: str) -> list[str]:
    return [d.code for d in found.exactly(name)]


def known(found: Roster, name: str) -> list[str]:
    return [d.code for d in found.known_as(name)]


def test_a_prefecture_pays_its_counties_and_itself() -> None:
    found = people("411400")
    assert exactly(found, "睢县") == ["411422"]
    assert exactly(found, "商丘市") == ["411400"]
    assert exactly(found, "睢阳区") == ["411403"]
    assert exactly(found, "兰考县") == []  # 开封's


def test_a_province_pays_prefectures_and_counties() -> None:
    found = people("520000")
    assert exactly(found, "贵阳市") == ["520100"]
    assert exactly(found, "雷山县") == ["522634"]


def test_a_county_pays_townships() -> None:
    assert [d.level for d in people("330324").exactly("岩坦镇")] == ["township"]


def test_the_nation_pays_provinces() -> None:
    found = roster(Jurisdiction(division=None, nationwide=True), 2021)
    assert exactly(found, "贵州省") == ["520000"]
    assert known(found, "贵州") == ["520000"]
    assert exactly(found, "贵阳市") == []


def test_nobody_known_nobody_paid() -> None:
    assert people(None).members == ()


@pytest.mark.parametrize(
    ("name", "year", "codes"),
    [
        ("库车县", 2021, ["652902"]),  # the name it had until 2019
        ("库车市", 2021, ["652902"]),
        ("库车", 2021, ["652902"]),
        ("库车市", 2018, []),  # not yet
        ("阿克苏", 2021, ["652900", "652901"]),  # the prefecture and its city
    ],
)
def test_names_by_year(name: str, year: int, codes: list[str]) -> None:
    found = people("652900", year)
    assert sorted({*exactly(found, name), *known(found, name)}) == codes


def test_townships_below() -> None:
    assert {t.code[:6] for t in townships_below(people("411400"), "尚屯镇")} == {"411422"}
    assert townships_below(people("410000"), "尚屯镇") == ()  # a province pays none


@pytest.mark.parametrize(
    ("name", "codes"),
    [("睢县", {"411422"}), ("鼓楼区", {"320106", "320302", "350102", "410204"}), ("无县", set())],
)
def test_elsewhere(name: str, codes: set[str]) -> None:
    assert {d.code for d in elsewhere(name, 2021)} == codes


@given(st.text(max_size=8))
def test_never_raises(name: str) -> None:
    found = people("411400")
    found.exactly(name)
    found.known_as(name)
    elsewhere(name, 2021)
    townships_below(found, name)
