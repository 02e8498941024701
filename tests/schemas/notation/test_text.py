import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.notation.text import (
    canonical,
    clean,
    compare_form,
    fold_widths,
    split_list,
    struck,
    without_struck,
)

ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("，；：（）…①⒈²½ \u3000\u200b12年月财")))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("关于下达 2022 年资金", "关于下达2022年资金"),  # blanks on both sides of a number
        ("财政部 民政部", "财政部民政部"),  # between Chinese characters
        ("下达201 9 年", "下达2019年"),  # blanks within a year
        ("第 201 9 号", "第201 9号"),  # no year
        ("ＡＢＣ１２３％", "ABC123%"),  # full-width letters and digits
        ("（第二批），附件：", "（第二批），附件："),  # Chinese punctuation stays
        ("(第二批),附件:", "(第二批),附件:"),  # Latin punctuation stays too
        ("≥ 95 %", "≥ 95 %"),  # no Chinese character beside the blank
        ("GDP  growth", "GDP growth"),  # a run becomes one blank
        ("②5万元", "②5万元"),  # NFKC alone would make 25万元
        ("⒈5万元", "⒈5万元"),  # … 1.5万元
        ("10²", "10²"),  # … 102
        ("⑴5万元", "(1)5万元"),  # brackets keep the digits apart
        ("⼀、", "一、"),  # a radical in the place of a character
        ("财\u200b社", "财社"),  # an invisible character
        ("附\u3000件", "附件"),  # an ideographic blank
    ],
)
def test_canonical(text: str, wanted: str) -> None:
    assert canonical(text) == wanted


@given(ANY)
def test_canonical_is_stable(text: str) -> None:
    once = canonical(text)
    assert canonical(once) == once


@given(ANY)
def test_canonical_makes_no_digits(text: str) -> None:
    def plain_digits(value: str) -> int:
        return sum(unicodedata.category(char) == "Nd" for char in value)

    enclosed = sum(
        any(unicodedata.category(part) == "Nd" for part in unicodedata.normalize("NFKC", char))
        for char in text
        if unicodedata.category(char) != "Nd"
    )
    assert plain_digits(text) <= plain_digits(canonical(text)) <= plain_digits(text) + 4 * enclosed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("  年度金额：\t435 \n", "年度金额： 435"),  # runs, ends; the full-width colon stays
        ("１２３％", "１２３％"),  # widths stay
        ("\ufeff附件1", "附件1"),  # a byte-order mark
    ],
)
def test_clean(text: str, wanted: str) -> None:
    assert clean(text) == wanted


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("新财社〔2020〕93 号", "新财社[2020]93号"),  # brackets and blanks
        ("新财社（2020）93号", "新财社【2020】93号"),
        ("≧９５％", ">= 95%"),  # signs and widths
        ("≤5%；", "≦5%"),  # closing mark
        ("“一站式”", '"一站式"'),  # quotes
        ("80％—90％", "80%-90%"),  # dashes
    ],
)
def test_compare_form_of_equal_texts(left: str, right: str) -> None:
    assert compare_form(left) == compare_form(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("伊宁市", "伊宁县"),
        ("≥95%", "95%"),
        ("②5", "25"),  # an enclosed digit is no digit
        ("1.5", "15"),
    ],
)
def test_compare_form_of_different_texts(left: str, right: str) -> None:
    assert compare_form(left) != compare_form(right)


@given(ANY)
def test_compare_form_sees_no_difference_in_the_canonical_text(text: str) -> None:
    assert compare_form(canonical(text)) == compare_form(text)


@given(ANY)
def test_fold_widths_keeps_offsets(text: str) -> None:
    assert len(fold_widths(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "parts", "rest"),
    [
        ("(年度 ~~支持事项~~ 某市)", ("支持事项",), "(年度  某市)"),
        ("~~甲~~乙~~丙~~", ("甲", "丙"), "乙"),  # two parts
        ("~~3~5天~~", ("3~5天",), ""),  # a single tilde inside
        ("甲~~乙", (), "甲~~乙"),  # no partner
        ("~~甲\n乙~~", (), "~~甲\n乙~~"),  # not over a line end
    ],
)
def test_struck(text: str, parts: tuple[str, ...], rest: str) -> None:
    assert struck(text) == parts
    assert without_struck(text) == rest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("各县（市、区）财政局，州社会福利院：", ("各县（市、区）财政局", "州社会福利院")),  # bracket
        ("甲县财政局、乙县财政局", ("甲县财政局", "乙县财政局")),  # organisations
        ("各市、县（区）财政局", ("各市、县（区）财政局",)),  # 各市 leans on 财政局
        (
            "本局领导、国库处、预算处。",
            ("本局领导", "国库处", "预算处"),
        ),
        ("州审计局，本局领导、国库处", ("州审计局", "本局领导", "国库处")),  # both marks
        ("省财政厅(局)；省民政厅", ("省财政厅(局)", "省民政厅")),  # semicolon
        (
            "各省、自治区、直辖市、计划单列市财政厅（局）",
            ("各省、自治区、直辖市、计划单列市财政厅（局）",),
        ),
        ("甲县、乙县财政局", ("甲县、乙县财政局",)),  # 甲县 stands for 甲县财政局
        ("甲县、乙市", ("甲县", "乙市")),  # places
        ("甲镇政府、各街道办、乙区", ("甲镇政府", "各街道办", "乙区")),  # a place at the end leans on nobody
        ("甲农场、乙财政局", ("甲农场", "乙财政局")),  # an organisation that may be a place
        ("财政、民政部门", ("财政、民政部门",)),
        ("有关部门、单位", ("有关部门、单位",)),  # 单位 alone is none
        ("各县（市财政局，州民政局", ("各县（市财政局", "州民政局")),  # a bracket without partner
        ("各乡镇人民政府、街道办事处", ("各乡镇人民政府", "街道办事处")),
        ("：", ()),  # blank addressee
        ("", ()),
    ],
)
def test_split_list(text: str, wanted: tuple[str, ...]) -> None:
    assert split_list(text) == wanted


@given(st.text(alphabet="各市县局财政，、；（）()“”。： "))
def test_split_list_loses_only_marks(text: str) -> None:
    def letters(value: str) -> str:
        return "".join(char for char in value if char not in "，、；。： ")

    assert letters("".join(split_list(text))) == letters(text)


@pytest.mark.parametrize(
    "text",
    ["（" * 60_000, "）" * 60_000, "（）" * 60_000, "~" * 60_001, " " * 60_000 + "年", "、局" * 60_000],
)
def test_long_texts_come_to_an_end(text: str) -> None:
    for function in (canonical, clean, compare_form, struck, without_struck, split_list):
        function(text)
