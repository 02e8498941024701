import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.recipients.match import match_by_name, match_names
from normalize.recipients.names import proper_name
from schemas.dataset.codes import MatchMethod, RecipientKind
from schemas.notice import Match
from tests.normalize.printing import people

M, K = MatchMethod, RecipientKind
LINXIA = ["临夏市", "临夏县", "康乐县", "永靖县", "广河县", "和政县", "东乡县", "积石山县"]


def names(code: str | None, *printed: str, year: int = 2021) -> list[str | None]:
    return [match.name for match in match_names(printed, people(code, year))]


@pytest.mark.parametrize(
    ("code", "printed", "name", "method"),
    [
        ("411400", "睢县", "睢县", M.EXACT),
        ("411400", "睢 县", "睢县", M.EXACT),
        ("411400", "夏邑", "夏邑县", M.ALIAS),  # short
        ("411400", "永城市（直管）", "永城市", M.EXACT),  # a remark
        ("622900", "积石山县", "积石山保安族东乡族撒拉族自治县", M.ALIAS),
        ("520000", "黔东南州", "黔东南苗族侗族自治州", M.ALIAS),
        ("652900", "库车县", "库车市", M.ALIAS),  # its former name
        ("411400", "尚屯镇", "尚屯镇", M.ALIAS),  # a township below a county
        ("330324", "岩坦镇", "岩坦镇", M.EXACT),
    ],
)
def test_by_name(code: str, printed: str, name: str, method: MatchMethod) -> None:
    match = match_by_name(printed, people(code))
    assert match is not None
    assert (match.name, match.method, match.spelled) == (name, method, True)


@pytest.mark.parametrize(
    ("printed", "kind", "parent"),
    [
        ("市本级", K.OWN_LEVEL, "411400"),
        ("商丘市本级", K.OWN_LEVEL, "411400"),
        ("睢县人民医院", K.INSTITUTION, "411422"),  # of the division it begins with
        ("市特殊教育学校", K.INSTITUTION, "411400"),
        ("城乡一体化示范区", K.OTHER, "411400"),
        ("后台村", K.VILLAGE, "411400"),
    ],
)
def test_by_words(printed: str, kind: RecipientKind, parent: str) -> None:
    match = match_by_name(printed, people("411400"))
    assert match is not None
    assert (match.name, match.kind, match.division_code, match.parent_code) == (printed, kind, None, parent)


def test_misspelt_names_are_matched_together() -> None:
    found = match_names(["临夏市", "临夏县", "康乐具", "永靖县", "广河县", "和攻县"], people("622900"))
    assert [(m.name, m.spelled) for m in found[2::3]] == [("康乐县", False), ("和政县", False)]
    assert all(m.method in (M.FUZZY, M.ASSIGNMENT) for m in found[2::3])


def test_a_pair_told_apart_by_its_last_character() -> None:
    assert names("622900", *LINXIA)[:2] == ["临夏市", "临夏县"]
    assert names("622900", "临夏县", "临夏市") == ["临夏县", "临夏市"]


def test_a_name_printed_twice_means_the_same_twice() -> None:
    assert names("622900", "和攻县", "和攻县", "永靖县") == ["和政县", "和政县", "永靖县"]


def test_a_stem_that_two_share_names_neither() -> None:
    (found,) = match_names(["临夏"], people("622900"))
    assert found.name is None
    assert set(found.rivals) == {"临夏市", "临夏县"}


def test_the_last_of_all_is_inferred() -> None:
    found = match_names(["口口口", *LINXIA[1:]], people("622900"))
    assert (found[0].name, found[0].method, found[0].spelled) == ("临夏市", M.INFERRED, False)


def test_two_left_are_not_guessed() -> None:
    assert names("622900", "口口口", "日日", *LINXIA[2:])[:2] == [None, None]


@pytest.mark.parametrize("printed", ["口口", "口口县", "", "备注", "421", "……"])
def test_nonsense_stays_unknown(printed: str) -> None:
    (found,) = match_names([printed], people("411400"))
    assert (found.name, found.division_code, found.method) == (None, None, M.NONE)


def test_a_division_elsewhere_is_named_as_outside() -> None:
    (found,) = match_names(["雷山县"], people("411400"))
    assert (found.name, found.division_code, found.within) == ("雷山县", "522634", False)


def test_a_name_that_several_have_elsewhere_is_unknown() -> None:
    assert names("520000", "鼓楼区") == [None]


def test_without_a_jurisdiction_no_division_is_named() -> None:
    assert names(None, "睢县", "市本级") == [None, "市本级"]


@given(
    st.lists(
        st.text(max_size=8) | st.sampled_from([*LINXIA, "临夏", "州本级", "东乡", "和攻县", "睢县"]),
        max_size=10,
    )
)
def test_names_of_one_table_mean_different_divisions_unless_printed_twice(printed: list[str]) -> None:
    found = match_names(printed, people("622900"))
    assert len(found) == len(printed)
    repaired = {
        n: m.division_code for n, m in zip(printed, found, strict=True) if m.division_code and not m.spelled
    }
    assert len(set(repaired.values())) == len({proper_name(name) for name in repaired})


def one(code: str, *printed: str, year: int | None = 2021) -> Match:
    """The match of the first name."""
    return match_names(printed, people(code, year))[0]


SUIXIAN = "411422"


@pytest.mark.parametrize(
    ("code", "year", "printed", "name", "division"),
    [
        (SUIXIAN, 2021, "尚屯镇", "尚屯镇", "411422107"),
        (SUIXIAN, 2012, "尚屯镇", "尚屯镇", "411422107"),  # the nearest list has it; a finding says so
        ("110106", 2018, "卢沟桥街道", "卢沟桥街道", "110106008"),
        ("110106", 2021, "卢沟桥街道", "卢沟桥街道", "110106017"),  # of two codes the year's
        ("110106", 2021, "北宫镇", "北宫镇", "110106100"),
        ("110106", 2021, "长辛店镇", "北宫镇", "110106100"),  # its former name
        ("110106", 2018, "六里桥街道", "六里桥街道", None),  # a later name: not in the year's list
        ("130124", 2013, "栾城镇", "栾城镇", None),  # the county had another code
        ("130111", 2015, "栾城镇", "栾城镇", "130111100"),
        ("652923", 2018, "乌恰镇", "乌恰镇", "652923101"),
        ("652902", 2020, "乌恰镇", "乌恰镇", "652902101"),
        ("652900", 2018, "乌恰镇", "乌恰镇", "652923101"),  # the prefecture pays it
        ("652900", 2020, "乌恰镇", "乌恰镇", "652902101"),
    ],
)
def test_a_township_has_the_code_of_the_year(code, year, printed, name, division) -> None:
    match = one(code, printed, year=year)
    assert (match.name, match.kind, match.division_code) == (name, K.TOWNSHIP, division)
    assert match.parent_code in (code, "652923", "652902")


@pytest.mark.parametrize(
    ("code", "printed", "near"),
    [
        (SUIXIAN, "高屯镇", ("尚屯镇",)),  # a township of that name stands elsewhere
        (SUIXIAN, "东陵寺镇", ("西陵寺镇",)),  # east is not west
        ("430100", "开友区", ("开福区",)),  # 开发区 rather than 开福区
    ],
)
def test_a_likeness_that_may_be_another_place_names_nobody(code, printed, near) -> None:
    match = one(code, printed)
    assert (match.name, match.division_code, match.near) == (None, None, near)


@pytest.mark.parametrize(
    ("code", "printed", "name", "light"),
    [
        (SUIXIAN, "西陵侍镇", "西陵寺镇", False),
        (SUIXIAN, "尚囤镇", "尚屯镇", True),
        ("622900", "和攻县", "和政县", True),
        ("622900", "积石山保安族东乡族撒拉旅自治县", "积石山保安族东乡族撒拉族自治县", False),
    ],
)
def test_how_lightly_a_likeness_names(code, printed, name, light) -> None:
    match = one(code, printed)
    assert (match.name, match.spelled, match.light) == (name, False, light)


def test_a_legible_name_is_not_inferred_to_be_the_township_left() -> None:
    townships = [d.name for d in people(SUIXIAN).members if d.level == "township"]
    assert one(SUIXIAN, "口口口", *townships[1:]).method == M.INFERRED
    assert one(SUIXIAN, "黑虎镇", *townships[1:]).name is None


@pytest.mark.parametrize(
    ("code", "printed", "near"),
    [
        ("410500", "安阳高薪技术产业开发区", ("安阳高新技术产业开发区",)),
        ("410500", "林州经济枝术开发区", ("经济技术开发区",)),
        ("410500", "林州经济技术开发区", ()),
        ("410500", "林州产业集聚区", ()),
        ("410500", "安阳高新技术产业开发区", ()),
    ],
)
def test_a_zone_tells_what_it_resembles(code, printed, near) -> None:
    match = one(code, printed)
    assert (match.name, match.near) == (printed, near)


@given(st.permutations(LINXIA))
def test_order_never_matters_for_names_that_are_right(printed: list[str]) -> None:
    by_name = dict(zip(LINXIA, names("622900", *LINXIA), strict=True))
    assert names("622900", *printed) == [by_name[name] for name in printed]
