import re

import pytest

from schemas.reference.division_files import national, township_years, townships
from schemas.reference.divisions import children, division
from schemas.reference.townships import has_code, is_listed, other_townships


def test_townships_hang_on_divisions_of_their_province():
    provinces = {code[:2] for code in national().by_code}
    found = [t for p in provinces for group in townships(p).values() for t in group]
    assert len(found) > 50_000
    assert len({(t.code, t.valid_from) for t in found}) == len(found)
    first, last = township_years()
    for t in found:
        assert first <= t.valid_from <= t.valid_to <= last, t
        assert t.parent_code in national().by_code, t
        assert re.fullmatch(r"\d{9}", t.code)
        assert not re.search(r"\s|[a-zA-Z]", t.name), t


@pytest.mark.parametrize("year", range(2015, 2024))
def test_each_list_of_townships_is_whole(year):
    provinces = {code[:2] for code in national().by_code}
    found = [t for p in provinces for group in townships(p).values() for t in group if t.valid_in(year)]
    assert 39_500 < len(found) < 44_000
    assert len({t.code for t in found}) == len(found)


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("110106008", 2018, "卢沟桥街道"),
        ("110106008", 2021, "六里桥街道"),  # renamed; 卢沟桥 has a new code
        ("110106017", 2021, "卢沟桥街道"),
        ("110106008", 2009, "卢沟桥街道"),  # before the first list: what that has
        ("110106008", None, "六里桥街道"),  # no year: the last list
        ("110106099", 2021, None),
    ],
)
def test_a_township_has_the_name_of_its_year(code, year, name):
    found = division(code, year)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("code", "name", "year", "listed"),
    [
        ("110106008", "卢沟桥街道", 2018, True),
        ("110106008", "卢沟桥街道", 2021, False),  # the code is 六里桥's
        ("110106017", "卢沟桥街道", 2018, False),  # not yet
        ("110106017", "卢沟桥街道", 2024, False),  # no list of that year
        ("411422107", "尚屯镇", 2015, True),
        ("411422107", "尚屯镇", 2014, False),
        ("411422107", "尚屯镇", None, False),
    ],
)
def test_whether_a_list_vouches_for_a_township(code, name, year, listed):
    assert is_listed(code, name, year) is listed


def test_other_townships_are_those_of_other_years_the_nearest_first():
    others = other_townships("110106", 2021)
    assert "卢沟桥街道" in [t.name for t in others]
    assert not {(t.code, t.name) for t in others} & {(t.code, t.name) for t in children("110106", 2021)}
    assert other_townships("411400", 2021) == ()  # counties stand below a prefecture


def test_a_code_is_the_places_only_if_the_years_list_has_it():
    (now,) = (t for t in children("110106", 2021) if t.name == "卢沟桥街道")
    assert has_code(now, 2021)
    assert has_code(now, 2030)  # the newest list has it
    assert not has_code(now, 2018)


def test_townships_of_a_county_of_another_code_hang_on_the_county_of_the_year_without_a_code():
    before = {t.name: t for t in children("130124", 2013)}  # 栾城县; 栾城区 130111 since 2014
    assert before["栾城镇"].parent_code == "130124"
    assert not has_code(before["栾城镇"], 2013)
    after = {t.name: t for t in children("130111", 2015)}
    assert after["栾城镇"].parent_code == "130111"
    assert has_code(after["栾城镇"], 2015)


def test_a_county_that_became_a_city_has_its_townships_under_the_code_of_the_year():
    for county, year in (("652923", 2018), ("652902", 2020)):
        (town,) = (t for t in children(county, year) if t.name == "乌恰镇")
        assert (town.code[:6], town.parent_code, has_code(town, year)) == (county, county, True)


def test_what_was_merged_into_a_standing_county_has_no_townships_of_its_own():
    assert children("110103", 2009) == ()  # 崇文区, merged into 东城区 in 2010
