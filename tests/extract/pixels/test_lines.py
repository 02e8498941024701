import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.ocr.contract import Token
from extract.pixels.lines import enclosing, is_dust, joined, read_lines, rows_of
from schemas.document import Line
from tests.extract.pixels.frozen import box, sheet, token


def _read(*tokens: Token) -> list[Line]:
    return read_lines(tokens, sheet(), page=3)


def _texts(*tokens: Token) -> list[str]:
    return [line.text for line in _read(*tokens)]


def test_a_line_has_its_page_box_and_least_confidence() -> None:
    page = sheet(1000, 2000)
    (line,) = read_lines(
        [token("通知", 320, 400, 400, 440, 0.7), token("关于", 200, 410, 280, 450, 0.9)], page, page=3
    )
    assert line.text == "关于通知"
    assert (line.place.page, line.place.confidence) == (3, 0.7)
    assert line.place.box is not None
    assert line.place.box.model_dump() == pytest.approx({"x0": 0.2, "y0": 0.2, "x1": 0.4, "y1": 0.225})


def test_a_joint_letterhead_with_wenjian_between_two_agencies_stays_three_lines() -> None:
    """文件 stands to the right, in the middle of the agencies' heights (GB/T 9704-2012, 7.2.4)."""
    found = _texts(
        token("某某市民政局", 300, 300, 900, 380),
        token("文件", 1000, 250, 1200, 330),
        token("某某市财政局", 300, 200, 900, 280),
    )
    assert found == ["某某市财政局", "文件", "某某市民政局"]


@pytest.mark.parametrize(
    ("tokens", "texts"),
    [
        # one line cut in two by the detector
        ((token("现下达你", 200, 400, 340, 436), token("们资金", 344, 402, 460, 438)), ["现下达你们资金"]),
        # agencies side by side
        ((token("财政局", 200, 400, 320, 436), token("民政局", 420, 400, 540, 436)), ["财政局 民政局"]),
        # a slanted line: each token a little lower
        (
            tuple(token(str(n), 200 + 40 * n, 400 + 3 * n, 238 + 40 * n, 436 + 3 * n) for n in range(5)),
            ["01234"],
        ),
        # lines of 28 pt pitch in 16 pt type
        ((token("上", 200, 400, 236, 436), token("下", 200, 478, 236, 514)), ["上", "下"]),
        # a small ※ beside tall type is of its line only if level with it
        ((token("大字", 200, 400, 400, 500), token("注", 420, 480, 440, 500)), ["大字", "注"]),
    ],
)
def test_tokens_become_lines(tokens: tuple[Token, ...], texts: list[str]) -> None:
    assert _texts(*tokens) == texts
    assert _texts(*reversed(tokens)) == texts


@pytest.mark.parametrize(
    ("text", "confidence", "dust"),
    [
        ("·", 0.99, True),
        ("—", 0.9, True),  # a scratch
        ("~*", 0.9, True),
        ("一", 0.4, True),  # a scratch that the engine doubts
        ("一", 0.9, False),
        ("5", 0.9, False),
        ("12.5", 0.3, False),  # long enough to be something
        ("-5", 0.9, False),
    ],
)
def test_specks_give_no_text(text: str, confidence: float, dust: bool) -> None:
    speck = token(text, 300, 900, 340, 936, confidence)
    assert is_dust(speck) is dust
    assert _texts(speck) == ([] if dust else [text])


@pytest.mark.parametrize(
    ("text", "y0", "kept"),
    [
        ("3", 2200, False),
        ("— 3 —", 2200, False),
        ("-12-", 2200, False),
        ("·3·", 2200, False),
        ("3", 60, False),  # at the head, as some printers have it
        ("3", 1200, True),  # in the text
        ("—3—", 1200, False),  # in dashes it is a page number wherever it stands
        ("第3页", 2200, False),
        ("2022年", 2200, True),
        ("12345", 2200, True),  # no page has such a number
        ("3.5", 2200, True),
    ],
)
def test_page_numbers_are_dropped(text: str, y0: float, kept: bool) -> None:
    above = token("请遵照执行。", 200, 1000, 400, 1036)
    assert _texts(above, token(text, 800, y0, 860, y0 + 36)).count(text) == kept


def test_a_page_number_beside_text_is_part_of_the_line() -> None:
    assert _texts(token("印发份数", 200, 2200, 340, 2236), token("30", 345, 2200, 385, 2236)) == [
        "印发份数30"
    ]


def test_gaps_stand_where_a_line_could_have_stood() -> None:
    tops = (200, 278, 356, 500, 578)
    lines = _read(*(token(f"第{n}行", 200, y, 400, y + 40) for n, y in enumerate(tops)))
    assert [line.gap for line in lines] == [True, False, False, True, False]


def test_a_dropped_rule_leaves_no_gap_of_its_own() -> None:
    lines = _read(
        token("正文", 200, 2000, 400, 2040),
        token("— 1 —", 200, 2078, 400, 2118),
        token("后文", 200, 2156, 400, 2196),
    )
    assert [(line.text, line.gap) for line in lines] == [("正文", True), ("后文", False)]


def test_no_tokens_no_lines() -> None:
    assert _texts() == []


def test_the_enclosing_box_holds_all() -> None:
    assert enclosing([box(5, 9, 20, 12), box(1, 10, 4, 30)]) == box(1, 9, 20, 30)


_TOKENS = st.builds(
    lambda text, x, y, w, h, c: token(text, x, y, x + w, y + h, c),
    st.text(alphabet="一二资金3.5—·（", max_size=5),
    st.floats(-50, 1700),
    st.floats(-50, 2400),
    st.floats(0, 900),
    st.floats(0, 200),
    st.floats(0, 1),
)


@given(st.lists(_TOKENS, max_size=12))
def test_any_tokens_give_lines_on_the_page_from_the_top_down(tokens: list[Token]) -> None:
    rows = rows_of(tokens)
    assert sorted(map(id, tokens)) == sorted(id(one) for row in rows for one in row)
    for line in _read(*tokens):
        assert line.text == line.text.strip()
        assert line.place.box is not None


@given(st.lists(_TOKENS, min_size=1, max_size=6))
def test_joining_loses_no_character(tokens: list[Token]) -> None:
    assert joined(tokens).replace(" ", "") == "".join(t.text for t in tokens)
