import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.notation.labels import ClauseKind, attachment_label, clause_label

K = ClauseKind
PIECES = st.lists(st.sampled_from([*"一二十、.．（）()①第，条附件表：:0123 年", "2020年", "附件"])).map(
    "".join
)


@pytest.mark.parametrize(
    ("line", "kind", "number", "rest"),
    [
        ("一、此次下达", K.HAN, 1, "此次下达"),
        ("十二、其他", K.HAN, 12, "其他"),
        ("  一 、此次", K.HAN, 1, "此次"),  # blanks
        ("三、一级预算单位", K.HAN, 3, "一级预算单位"),  # numerals behind the label
        ("（一）此项", K.HAN_BRACKET, 1, "此项"),
        ("(二) 此项", K.HAN_BRACKET, 2, "此项"),
        ("㈢此项", K.HAN_BRACKET, 3, "此项"),
        ("1.规范", K.ARABIC, 1, "规范"),
        ("1．规范", K.ARABIC, 1, "规范"),  # full-width point
        ("10、规范", K.ARABIC, 10, "规范"),
        ("1. 2020年资金", K.ARABIC, 1, "2020年资金"),  # a year behind the point
        ("1.2020年资金", K.ARABIC, 1, "2020年资金"),
        ("2.2020-2021年资金", K.ARABIC, 2, "2020-2021年资金"),
        ("（1）规范", K.ARABIC_BRACKET, 1, "规范"),
        ("2）规范", K.ARABIC_BRACKET, 2, "规范"),  # half a bracket
        ("⑵规范", K.ARABIC_BRACKET, 2, "规范"),
        ("③规范", K.CIRCLED, 3, "规范"),
        ("第一，规范", K.ORDINAL, 1, "规范"),
        ("第二、规范", K.ORDINAL, 2, "规范"),
        ("第十条 规范", K.ORDINAL, 10, "规范"),
    ],
)
def test_clause_label(line: str, kind: ClauseKind, number: int, rest: str) -> None:
    label = clause_label(line)
    assert label is not None
    assert (label.kind, label.number, line[label.end :]) == (kind, number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "2020年资金",
        "1.5万元",
        "1. 5万元",  # a decimal with a blank
        "1998万元",
        "1998、1999",
        "一是规范",
        "一般公共预算",
        "第一批",
        "（2020年度）",
        "（第二批）",
        "一、二季度支出",  # two quarters
        "按照一、规范",  # not at the start
    ],
)
def test_no_clause_label(line: str) -> None:
    assert clause_label(line) is None


def test_levels_follow_the_standard() -> None:
    order = [K.HAN, K.HAN_BRACKET, K.ARABIC, K.ARABIC_BRACKET, K.CIRCLED, K.ORDINAL]
    assert [kind.level for kind in order] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("附件1", 1, ""),
        ("附件：", None, ""),
        ("附件2:", 2, ""),
        ("附 件 1", 1, ""),
        ("附件", None, ""),  # alone on its line
        ("附表1", 1, ""),
        ("附：", None, ""),
        ("附：分配表", None, "分配表"),
        ("附件一", 1, ""),
        ("附件1：分配表", 1, "分配表"),
        ("附件1 分配表", 1, "分配表"),
        ("附件：1. 2020年分配表", None, "1. 2020年分配表"),
        ("附件12020年分配表", 1, "2020年分配表"),  # glued to the year
        ("附件１：", 1, ""),  # full-width
    ],
)
def test_attachment_label(line: str, number: int | None, rest: str) -> None:
    label = attachment_label(line)
    assert label is not None
    assert (label.number, label.rest) == (number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "附近",
        "附属医院",
        "附加费",
        "附件中的表",
        "附件1所列资金",
        "附件1）",
        "附件1。",
        "详见附件1",
        "附件2020年",
    ],
)
def test_no_attachment_label(line: str) -> None:
    assert attachment_label(line) is None


@given(st.text() | PIECES)
def test_labels_stand_at_the_start(line: str) -> None:
    for label in (clause_label(line), attachment_label(line)):
        if label is not None:
            assert line[: label.end].strip() == label.printed
            assert label.printed
            assert label.number is None or label.number >= 0


@pytest.mark.parametrize("piece", [" ", "一", "（", "1", "1.", "附", "附 件", "第一"])
def test_long_lines_come_to_an_end(piece: str) -> None:
    clause_label(piece * 50_000)
    attachment_label(piece * 50_000)
