import re
import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.reference.indicators import (
    CatalogueIndicator,
    bare_form,
    find_indicator,
    indicators,
    likely_indicator,
)
from schemas.reference.levels import level_tree


def _names(one: CatalogueIndicator) -> tuple[str, ...]:
    return (one.name, *one.also)


def test_every_level_pair_stands_in_the_standard_form():
    tree = {(path.level1, path.level2) for path in level_tree().paths}
    assert {(one.level1, one.level2) for one in indicators()} <= tree


def test_ids_are_unique_and_a_slug_belongs_to_one_fund():
    assert len({one.indicator_id for one in indicators()}) == len(indicators())
    slugs = {(one.indicator_id.rsplit("-", 1)[0], one.fund) for one in indicators()}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*-\d{2,3}", one.indicator_id) for one in indicators())
    assert len(slugs) == len({slug for slug, _ in slugs}) == len({fund for _, fund in slugs})


def test_ids_of_a_fund_count_upwards():
    by_slug: dict[str, list[int]] = {}
    for one in indicators():
        slug, number = one.indicator_id.rsplit("-", 1)
        by_slug.setdefault(slug, []).append(int(number))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in by_slug.values())


def test_a_fund_prints_no_name_twice():
    """Variants count too, and names that differ in nothing but the unit."""
    forms = Counter((one.fund, form) for one in indicators() for form in {bare_form(n) for n in _names(one)})
    assert {key for key, count in forms.items() if count > 1} == set()


def test_names_are_clean():
    for one in indicators():
        for text in (*_names(one), one.fund):
            assert text, one
            assert not re.search(r"\s|[★*≥≤()]", text), one


def test_sources_are_citations_not_addresses():
    for one in indicators():
        assert len(one.source) > 5, one
        assert not re.search(r"https?:|www\.|\.(com|cn|net|org)\b|/", one.source), one


def test_the_funds_that_notices_send_down_most_are_there():
    counts = Counter(one.fund for one in indicators())
    assert len(indicators()) > 400
    assert counts["困难群众救助补助资金"] >= 25
    assert counts["基本公共卫生服务补助资金"] >= 30
    assert counts["衔接推进乡村振兴补助资金"] >= 20


def test_reading_the_catalogue_is_quick():
    indicators()
    indicators.cache_clear()
    started = time.perf_counter()
    indicators()
    # 10 ms is the aim; a loaded machine gets five times that.
    assert time.perf_counter() - started < 0.05


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("低保对象人数", "低保对象人数"),
        ("低保 对象人数", "低保对象人数"),  # white space
        (
            "建立社会救助家庭经济状况核对机制的县(市、区)比例",
            "建立社会救助家庭经济状况核对机制的县（市、区）比例",
        ),
        ("培训高素质农民", "培训高素质农民（人）"),  # the unit may be missing
        ("培训高素质农民(人)", "培训高素质农民（人）"),  # or stand in narrow brackets
        ("培训高素质农民（万人次）", "培训高素质农民（人）"),  # or be another
        ("职业教育生均资助标准", "职业教育生均资助标准（元/学期）"),
        ("★★★受益脱贫户、监测户人口数（≥**户）", "受益脱贫户、监测户人口数"),  # stars, placeholder
        ("农村低保发放人数（按月平均）", "农村低保发放人数"),  # a variant
        ("低保对象人数（城市）", None),  # no unit: another indicator
        ("特色产业带动增加受益农户收入", None),  # the bracket （总收入） belongs to the name
        ("低保对象", None),
        ("（人）", None),
        ("", None),
    ],
)
def test_find_indicator(printed, name):
    found = find_indicator(printed)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("fund", "level2"),
    [
        ("困难群众救助补助资金", "服务对象满意度指标"),
        ("2022年义务教育学生营养改善计划补助资金（第二批）", "社会效益指标"),  # the fund's name within
        (None, "服务对象满意度指标"),  # no fund: the first of the catalogue
        ("水利发展资金", "服务对象满意度指标"),  # a fund that doesn't print it
    ],
)
def test_one_name_in_several_funds(fund, level2):
    found = find_indicator("政策知晓率", fund)
    assert found is not None
    assert found.level2 == level2


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("困难群众基本生活救助和孤儿基本生活费按时发放率", "困难群众基本生活救助和孤儿基本生活费按时发放率"),
        ("困难群众基本生活救助和孤儿基木生活费按时发放率", "困难群众基本生活救助和孤儿基本生活费按时发放率"),
        ("享受公益性岗位补贴人贝数量（名）", "享受公益性岗位补贴人员数量（人）"),  # the unit doesn't count
        ("享受职业培训补贴人贝数量", None),  # twelve characters, one wrong: 91.7
        ("医疗器械不良反应每百万人口报吉数", "医疗器械不良反应每百万人口报告数"),  # a variant is near as well
        ("65岁及以上老年人中医药健康管埋率", "65岁及以上老年人中医药健康管理率"),
        ("60岁及以上老年人中医药健康管理率", None),  # another age
        ("新一轮退耕还林（草）第四次补助面积", None),  # another turn, in Chinese digits
        ("社区未在册居家严重精神障碍患者健康管理率", None),  # a negation more
        ("突出短板整治任务的完成情况", None),  # nothing like it
        ("", None),
    ],
)
def test_likely_indicator(printed, name):
    found = likely_indicator(printed)
    assert (found[0].name if found else None) == name


def test_the_score_is_a_percentage_and_the_cutoff_counts():
    found = likely_indicator("困难群众基本生活救助和孤儿基木生活费按时发放率")
    assert found is not None
    assert 92 <= found[1] < 100
    assert likely_indicator("困难群众基本生活救助和孤儿基木生活费按时发放率", cutoff=99) is None
    assert likely_indicator("低保人数", cutoff=60) is not None


def test_two_names_that_fit_alike_are_refused():
    # 救助资金发放□□率 lies as near to 及时率 as to 准确率.
    assert likely_indicator("救助资金发放率", cutoff=70) is None


def test_no_indicator_is_likely_another():
    """An exact name finds its own entry, though others are near it."""
    for one in indicators():
        found = likely_indicator(one.name, fund=one.fund)
        assert found == (one, 100.0)
        assert find_indicator(one.name, one.fund) == one


@given(st.text(max_size=40))
def test_any_text_is_looked_up_without_an_error(text):
    found = find_indicator(text)
    assert found is None or bare_form(text) in {bare_form(n) for n in _names(found)}
    likely = likely_indicator(text)
    assert likely is None or likely[1] >= 92
