import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.recipients.names import (
    is_detail,
    kind_by_words,
    named_as_division,
    proper_name,
    summed_name,
    without_remark,
)
from schemas.dataset.codes import RecipientKind

K = RecipientKind


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("睢县", "睢县"),
        ("睢 县", "睢县"),
        ("其中：睢县", "睢县"),
        ("1.睢县", "睢县"),
        ("（一）睢县", "睢县"),
        ("二、睢县", "睢县"),
        ("—睢县", "睢县"),
        ("~~雎县~~睢县", "睢县"),  # struck through and written again
        ("睢县：", "睢县"),
        ("8师", "8师"),  # the number is the name's
        ("三门峡市", "三门峡市"),
        ("一八五团", "一八五团"),
        ("", ""),
    ],
)
def test_proper_name(printed: str, name: str) -> None:
    assert proper_name(printed) == name


@pytest.mark.parametrize(
    ("name", "bare"),
    [("睢县（直管县）", "睢县"), ("睢县*", "睢县"), ("睢县", "睢县"), ("（直管）睢县", "（直管）睢县")],
)
def test_without_remark(name: str, bare: str) -> None:
    assert without_remark(name) == bare


@pytest.mark.parametrize(
    ("name", "summed"), [("杭州市小计", "杭州市"), ("杭州市合计", "杭州市"), ("小计", None), ("睢县", None)]
)
def test_summed_name(name: str, summed: str | None) -> None:
    assert summed_name(name) == summed


@pytest.mark.parametrize(
    ("printed", "detail"), [("其中：睢县", True), ("（其中：睢县）", True), ("睢县", False), ("", False)]
)
def test_is_detail(printed: str, detail: bool) -> None:
    assert is_detail(printed) is detail


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("市本级", K.OWN_LEVEL),
        ("本级", K.OWN_LEVEL),
        ("州直", K.OWN_LEVEL),
        ("市级", K.OWN_LEVEL),
        ("经济技术开发区", K.OTHER),
        ("高新区", K.OTHER),
        ("后塘村", K.VILLAGE),
        ("市特殊教育学校", K.INSTITUTION),
        ("县人民医院", K.INSTITUTION),
        ("某某农业开发有限公司", K.INSTITUTION),
        ("中药材专业合作社", K.INSTITUTION),
        ("华侨农场", K.INSTITUTION),
        ("第八师", K.OTHER),  # 兵团
        ("睢县", None),
        ("岩坦镇", None),
        ("南城街道办事处", None),
        ("", None),
    ],
)
def test_kind_by_words(name: str, kind: RecipientKind | None) -> None:
    assert kind_by_words(name) == kind


@pytest.mark.parametrize(
    ("name", "meant"), [("睢县", True), ("岩坦镇", True), ("南街道", True), ("某医院", False), ("睢", False)]
)
def test_named_as_division(name: str, meant: bool) -> None:
    assert named_as_division(name) is meant


@given(st.text())
def test_never_raises(text: str) -> None:
    name = proper_name(text)
    assert proper_name(name) == proper_name(proper_name(name))
    kind_by_words(name)
    assert summed_name(without_remark(name)) != ""
