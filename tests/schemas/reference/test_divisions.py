import re
from collections import Counter

import pytest

from schemas.reference.division_files import Division, national, predecessors
from schemas.reference.divisions import (
    ancestors,
    children,
    descendants,
    division,
    former_names,
    named,
    province_of_abbreviation,
    zones,
)

YEARS = range(2002, 2026)


def _all() -> list[Division]:
    return [d for group in national().by_code.values() for d in group]


def _names(found: tuple[Division, ...]) -> list[str]:
    return [d.name for d in found]


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("652923", 2018, "库车县"),
        ("652902", 2020, "库车市"),
        ("652902", 2018, None),  # the code is new with the city
        ("652923", 2019, "库车县"),  # gone at the year's end, there before it
        ("652923", 2020, None),
        ("652923", None, "库车县"),  # no year: what the code stood for last
        ("654223", 2020, "沙湾县"),
        ("654203", 2021, "沙湾市"),
        ("654002", 2022, "伊宁市"),
        ("654004", 2013, None),  # founded in 2014
        ("654004", 2014, "霍尔果斯市"),
        ("654022", 2022, "察布查尔锡伯自治县"),
        ("652328", 2020, "木垒哈萨克自治县"),
        ("659012", 2022, None),
        ("659012", 2023, "白杨市"),
        ("659005", 2011, "北屯市"),  # missing in the statistics lists
        ("371200", 2018, "莱芜市"),
        ("370116", 2019, "莱芜区"),
        ("330113", 2021, "临平区"),
        ("420600", 2009, "襄樊市"),
        ("420600", 2010, "襄阳市"),  # renamed, same code
        ("451402", 2008, "江州区"),  # misprinted in the list
        ("513201", 2015, "马尔康市"),
        ("652902001", 2023, "热斯坦街道"),
        ("999999", 2020, None),
        ("", 2020, None),
    ],
)
def test_a_code_has_the_name_of_its_year(code, year, name):
    found = division(code, year)
    assert (found.name if found else None) == name


def test_danzhou_was_a_county_under_the_province_and_is_a_prefecture_since_2015():
    (before,) = named("儋州市", 2014)
    (after,) = named("儋州市", 2016)
    assert (before.code, before.level, before.parent_code) == ("469003", "county", "460000")
    assert (after.code, after.level, after.parent_code) == ("460400", "prefecture", "460000")
    assert [d.code for d in named("儋州市", 2015)] == ["460400", "469003"]  # what stands at the end first


@pytest.mark.parametrize(
    ("code", "year", "names"),
    [
        # 伊犁州: the counties directly under it, neither 塔城 nor 阿勒泰
        (
            "654000",
            2022,
            "伊宁市 奎屯市 霍尔果斯市 "
            "伊宁县 察布查尔锡伯自治县 霍城县 巩留县 新源县 昭苏县 特克斯县 尼勒克县",
        ),
        ("652300", 2020, "昌吉市 阜康市 呼图壁县 玛纳斯县 奇台县 吉木萨尔县 木垒哈萨克自治县"),
        ("422800", 2020, "恩施市 利川市 建始县 巴东县 宣恩县 咸丰县 来凤县 鹤峰县"),
        ("460300", 2022, "西沙区 南沙区"),
        (
            "330100",
            2020,
            "上城区 下城区 江干区 拱墅区 西湖区 滨江区 萧山区 余杭区 富阳区 临安区 桐庐县 淳安县 建德市",
        ),
        (
            "330100",
            2021,
            "上城区 拱墅区 西湖区 滨江区 萧山区 余杭区 富阳区 临安区 临平区 钱塘区 桐庐县 淳安县 建德市",
        ),
    ],
)
def test_children_of_a_prefecture_are_its_counties_of_the_year(code, year, names):
    assert _names(children(code, year)) == names.split()


def test_children_of_a_province_are_prefectures_and_directly_run_counties():
    xinjiang = children("650000", 2023)
    assert Counter(d.level for d in xinjiang) == {"prefecture": 14, "county": 12}
    assert {"伊犁哈萨克自治州", "石河子市", "白杨市"} <= set(_names(xinjiang))
    assert "东城区" in _names(children("110000", 2023))


@pytest.mark.parametrize(
    ("code", "year", "name"),
    [
        ("650102", 2022, "碱泉街道"),
        ("441900", 2022, "虎门镇"),  # a prefecture without counties
        ("652923", 2018, "乌恰镇"),  # the county's code went, the townships are its successor's
        ("620200", 2022, "峪泉镇"),
        ("130171", 2022, "长江街道"),  # a zone
    ],
)
def test_children_of_a_county_are_townships(code, year, name):
    found = children(code, year)
    assert name in _names(found)
    assert {d.level for d in found} == {"township"}


def test_zones_are_not_children():
    assert "内蒙古阿拉善经济开发区" in _names(zones("152900", 2019))
    assert {d.level for d in children("152900", 2019)} == {"county"}


def test_descendants_reach_through_the_prefectures():
    counties = descendants("650000", 2023, "county")
    assert len(counties) == 108
    assert [d.code for d in counties] == sorted(d.code for d in counties)
    assert _names(descendants("650000", 2023, "prefecture"))[0] == "乌鲁木齐市"
    assert descendants("652300", 2020, "township")[0].parent_code == "652301"


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("650102", ["乌鲁木齐市", "新疆维吾尔自治区"]),
        ("469021", ["海南省"]),  # 省直辖县级
        ("110101", ["北京市"]),
        ("650102002", ["天山区", "乌鲁木齐市", "新疆维吾尔自治区"]),
        ("650000", []),
        ("000000", []),
    ],
)
def test_ancestors_come_nearest_first(code, names):
    assert _names(ancestors(code, 2020)) == names


@pytest.mark.parametrize(
    ("code", "year", "names"),
    [
        ("652902", 2020, ["库车县"]),  # new code
        ("652902", 2018, []),  # not there yet
        ("420600", 2020, ["襄樊市"]),  # same code
        ("460400", 2020, ["儋州市"]),
        ("410307", 2022, ["偃师市"]),  # not 洛龙区, which had that code long before
        ("330105", 2022, ["下城区"]),  # merged into one that stood already
        ("330105", 2020, []),  # not yet merged
        ("610626", 2010, ["吴旗县"]),
        ("540200", 2020, ["日喀则地区"]),
    ],
)
def test_former_names(code, year, names):
    assert _names(former_names(code, year)) == names


def test_former_names_go_back_more_than_one_step():
    assert _names(former_names("130606", 2020)) == ["北市区", "南市区"]
    assert {d.name for d in former_names("530821", 2020)} == {"普洱哈尼族彝族自治县"}
    assert len(former_names("530821", 2020)) == 2  # under 532722 and 530821


@pytest.mark.parametrize(
    ("char", "code"),
    [("新", "650000"), ("鄂", "420000"), ("蜀", "510000"), ("川", "510000"), ("滇", "530000"), ("国", None)],
)
def test_province_of_abbreviation(char, code):
    found = province_of_abbreviation(char)
    assert (found.code if found else None) == code


def test_every_province_has_an_abbreviation():
    characters = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新台港澳"
    found = {d.code for char in characters if (d := province_of_abbreviation(char))}
    assert found == {d.code for d in _all() if d.level == "province"}
    assert len(found) == 34


@pytest.mark.parametrize("year", YEARS)
def test_the_counts_of_a_year_are_plausible(year):
    counts = Counter(d.level for d in _all() if d.valid_in(year))
    assert counts["province"] == 34
    assert 332 <= counts["prefecture"] <= 334
    assert 2840 <= counts["county"] <= 2865


@pytest.mark.parametrize("year", YEARS)
def test_no_code_stands_for_two_divisions_at_once_and_every_parent_stands(year):
    standing = Counter(d.code for d in _all() if d.valid_in(year))
    assert {code for code, count in standing.items() if count > 1} == set()
    orphans = [d for d in _all() if d.valid_in(year) and d.parent_code and d.parent_code not in standing]
    assert orphans == []


def test_names_are_chinese_and_intervals_run_forward():
    for d in _all():
        assert re.fullmatch(r"[\u4e00-\u9fff]{2,}", d.name), d
        assert (d.valid_from or 0) <= (d.valid_to or 9999), d


def test_every_succession_joins_codes_that_meet_in_its_year():
    for new, links in predecessors().items():
        for old, year in links:
            assert any(d.valid_to == year - 1 for d in national().by_code[old]), (old, new, year)
            assert any(d.valid_in(year) for d in national().by_code[new]), (old, new, year)
