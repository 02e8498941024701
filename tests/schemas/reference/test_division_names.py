import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.reference.division_files import Division, Level, national
from schemas.reference.division_names import short_forms

LEVELS: tuple[Level, ...] = ("province", "prefecture", "county", "zone", "township")


def _named(name: str, level: Level = "county") -> Division:
    return Division(code="000000", name=name, level=level, parent_code=None)


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("木垒哈萨克自治县", ["木垒县", "木垒"]),  # the group without 族
        ("察布查尔锡伯自治县", ["察布查尔县", "察布查尔"]),
        ("恩施土家族苗族自治州", ["恩施州", "恩施"]),  # two groups
        ("积石山保安族东乡族撒拉族自治县", ["积石山县", "积石山"]),
        ("隆林各族自治县", ["隆林县", "隆林"]),
        ("昌吉回族自治州", ["昌吉州", "昌吉"]),
        ("东乡族自治县", ["东乡县", "东乡"]),  # the group is the name
        ("鄂温克族自治旗", ["鄂温克旗", "鄂温克"]),
        ("莫力达瓦达斡尔族自治旗", ["莫力达瓦旗", "莫力达瓦", "莫旗"]),
        ("巴音郭楞蒙古自治州", ["巴音郭楞州", "巴音郭楞", "巴州"]),
        ("科尔沁右翼前旗", ["科右前旗"]),  # 科尔沁右翼前 is no name
        ("敖汉旗", ["敖汉"]),
        ("新疆维吾尔自治区", ["新疆区", "新疆"]),
        ("内蒙古自治区", ["内蒙古区", "内蒙古", "内蒙"]),  # 蒙古 belongs to the name
        ("香港特别行政区", ["香港"]),
        ("阿勒泰地区", ["阿勒泰"]),
        ("锡林郭勒盟", ["锡林郭勒", "锡盟"]),
        ("修武县", ["修武"]),
        ("泽州县", ["泽州"]),
        ("玉树市", ["玉树"]),
        ("天山区", ["天山"]),
        ("滨海新区", ["滨海"]),
        ("管城回族区", ["管城区", "管城"]),
        ("神农架林区", ["神农架"]),
        ("郊区", []),  # one character would be left
        ("矿区", []),
        ("代县", []),
    ],
)
def test_short_forms(name, forms):
    assert list(short_forms(_named(name))) == forms


@pytest.mark.parametrize(
    ("name", "level", "forms"),
    [
        ("石家庄高新技术产业开发区", "zone", ["石家庄高新区"]),
        ("兰州新区", "zone", []),  # 兰州 would be the city
        ("孙各庄满族乡", "township", ["孙各庄乡", "孙各庄"]),
        ("碱泉街道", "township", ["碱泉街道办事处", "碱泉"]),
        ("水门镇", "township", ["水门"]),
    ],
)
def test_short_forms_by_level(name, level, forms):
    assert list(short_forms(_named(name, level))) == forms


def test_no_division_is_shortened_to_one_character_or_to_itself():
    for group in national().by_code.values():
        for division in group:
            forms = short_forms(division)
            assert all(len(form) >= 2 and form != division.name for form in forms), (division, forms)
            assert len(set(forms)) == len(forms)


@given(
    st.text(alphabet="木垒回族哈萨克蒙古自治州县区旗市镇乡街道新林矿地盟各左翼 a", max_size=12),
    st.sampled_from(LEVELS),
)
def test_short_forms_of_any_name_are_shorter_names(name, level):
    for form in short_forms(_named(name, level)):
        assert len(form) >= 2
        assert form != name
        assert form[0] == name[0]
