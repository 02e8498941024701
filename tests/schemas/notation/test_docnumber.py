import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.notation.docnumber import DocNumber, DocNumberDefect, find_doc_numbers, parse_doc_number
from schemas.notation.errors import NotationError

D = DocNumberDefect
PIECES = st.lists(
    st.sampled_from(
        [
            *"〔〕[]【】()（）〈〉0129第号、和，。 师财社指",
            "2019",
            "新财社",
            "根据",
            "财政部",
            "号、",
            "〔2020〕",
        ]
    )
).map("".join)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("新财社〔2020〕93号", "新财社〔2020〕93号"),
        ("新财社[2020]93号", "新财社〔2020〕93号"),
        ("新财社【2020】93号", "新财社〔2020〕93号"),
        ("新财社﹝2020﹞93号", "新财社〔2020〕93号"),  # small hexagonal brackets
        ("新财社(2020)93号", "新财社〔2020〕93号"),
        ("新财社（2020）93号", "新财社〔2020〕93号"),
        ("新财社［2020］93号", "新财社〔2020〕93号"),
        ("新财社〈2020〉93号", "新财社〔2020〕93号"),
        ("新财社〔2020)93号", "新财社〔2020〕93号"),  # two kinds
        ("新财社〔２０２０〕９３号", "新财社〔2020〕93号"),  # full-width digits
        ("新财社 〔 2020 〕 93 号", "新财社〔2020〕93号"),  # blanks
        ("新 财 社〔20 20〕93号", "新财社〔2020〕93号"),  # spaced letters
        ("新财社〔202 0〕 9 3号", "新财社〔2020〕93号"),  # and digits
        ("依兰财社〔2020〕93号", "依兰财社〔2020〕93号"),  # 依 of a place
        ("湘财 社〔2017〕9号", "湘财社〔2017〕9号"),
        ("新财社〔2020〕第093号", "新财社〔2020〕93号"),  # 第 and a leading zero
        ("榕财社(指)[2019]85号", "榕财社（指）〔2019〕85号"),  # a bracket of its own
        ("榕财(社)指〔2019〕85号", "榕财（社）指〔2019〕85号"),
        ("湘财社指2017〕79号", "湘财社指〔2017〕79号"),  # a lost bracket
        ("湘财社指〔2017 79号", "湘财社指〔2017〕79号"),
        ("国发〔2014〕45号", "国发〔2014〕45号"),
        ("中办发〔2018〕1号", "中办发〔2018〕1号"),
        ("人社部发〔2020〕5号", "人社部发〔2020〕5号"),  # 部 inside
        ("和地财社〔2020〕5号", "和地财社〔2020〕5号"),  # 和 begins a place
        ("泰和财社〔2020〕5号", "泰和财社〔2020〕5号"),  # 和 ends one
        ("第8师财社〔2020〕5号", "第8师财社〔2020〕5号"),  # a division of the 兵团
    ],
)
def test_parse_doc_number(text: str, wanted: str) -> None:
    assert parse_doc_number(text).canonical == wanted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "新财社〔2020〕93",  # no 号
        "〔2020〕93号",  # no prefix
        "社〔2020〕93号",  # one character is none
        "新财社202093号",  # both brackets lost
        "2020年第5号",
        "财政部令第10号",  # an order
        "新财社〔2020〕0号",
        "新财社〔3020〕93号",
        "根据新财社〔2020〕93号",  # a word before it
        "新财社〔2020〕93号、94号",  # two
        "新财社〔2020〕123456号",
    ],
)
def test_parse_doc_number_refuses(text: str) -> None:
    with pytest.raises(NotationError):
        parse_doc_number(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("根据新财社〔2020〕93号", ["新财社〔2020〕93号"]),
        ("《某通知》（新财社〔2020〕93 号）精神", ["新财社〔2020〕93号"]),
        ("按照财社〔2019〕114号等文件", ["财社〔2019〕114号"]),
        ("财政部财社〔2019〕114号", ["财社〔2019〕114号"]),  # an agency before it
        ("依省厅甘交规划[2010]170号文件精神", ["甘交规划〔2010〕170号"]),  # a short one
        ("依商财教(2020)22、23号文件", ["商财教〔2020〕22号", "商财教〔2020〕23号"]),  # a sentence begins
        ("自治区财政厅新财社〔2019〕1号", ["新财社〔2019〕1号"]),
        ("财社〔2019〕1号和新财社〔2020〕2号", ["财社〔2019〕1号", "新财社〔2020〕2号"]),  # conjunction
        ("《甲》和新财社〔2020〕2号", ["新财社〔2020〕2号"]),
        ("财社〔2019〕1号文件和新财社〔2020〕2号", ["财社〔2019〕1号", "新财社〔2020〕2号"]),
        ("（和地财社〔2020〕5号）", ["和地财社〔2020〕5号"]),
        ("，将财社〔2020〕5号", ["财社〔2020〕5号"]),  # a word behind a comma
        ("财社〔2020〕1号、将财社〔2020〕5号", ["财社〔2020〕1号", "将财社〔2020〕5号"]),  # a place in a list
        ("（一）财社〔2019〕114号", ["财社〔2019〕114号"]),  # a clause label
        ("各县（市）财社〔2019〕114号", ["财社〔2019〕114号"]),
        ("某市财政局文件\n某财社〔2020〕50号", ["某财社〔2020〕50号"]),  # line end
        ("财社〔2019〕450号、490号、495号", ["财社〔2019〕450号", "财社〔2019〕490号", "财社〔2019〕495号"]),
        ("财社〔2019〕450、490、495号", ["财社〔2019〕450号", "财社〔2019〕490号", "财社〔2019〕495号"]),
        ("财社〔2019〕450号、〔2020〕5号", ["财社〔2019〕450号", "财社〔2020〕5号"]),  # prefix not repeated
        ("甲财社[2020]9号 乙财社(2020)5号", ["甲财社〔2020〕9号", "乙财社〔2020〕5号"]),
        ("1.新财社〔2020〕93号", ["新财社〔2020〕93号"]),
        ("关于〔2020〕5号", []),
        ("2020年5号楼", []),
        ("", []),
    ],
)
def test_find_doc_numbers(text: str, wanted: list[str]) -> None:
    assert [mention.value.canonical for mention in find_doc_numbers(text)] == wanted


@pytest.mark.parametrize(
    ("text", "defects"),
    [
        ("新财社〔2020〕93号", ()),
        ("榕财社（指）〔2019〕85号", ()),
        ("新财社[2020]93号", (D.BRACKET_KIND,)),
        ("新财社〔2020)93号", (D.BRACKET_MIXED,)),
        ("新财社2020〕93号", (D.BRACKET_LOST,)),
        ("新财社〔2020〕 93号", (D.BLANK,)),
        ("新财社〔2020〕第093号", (D.ORDINAL, D.LEADING_ZERO)),
        ("鄂尔多斯财社（指）〔2020〕93号", ()),  # nine characters
        ("自治区有关同志所说新财社〔2020〕93号", (D.LONG_PREFIX,)),  # words that no list knows
    ],
)
def test_defects(text: str, defects: tuple[DocNumberDefect, ...]) -> None:
    (mention,) = find_doc_numbers(text)
    assert mention.defects == defects
    assert mention.regular is (not defects)


def test_elliptic_mentions_hold_only_their_own_text() -> None:
    mentions = find_doc_numbers("财社〔2019〕450号、490号、〔2020〕5号")
    assert [(m.printed, m.elliptic) for m in mentions] == [
        ("财社〔2019〕450号", False),
        ("490号", True),
        ("〔2020〕5号", True),
    ]


@given(
    st.text(alphabet="新湘榕昌伊州地市财社预农建教办发指综函", min_size=2, max_size=12),
    st.sampled_from(["", "（指）", "（预）"]),
    st.integers(min_value=1900, max_value=2099),
    st.integers(min_value=1, max_value=99_999),
)
def test_canonical_form_parses_to_itself(prefix: str, bracket: str, year: int, serial: int) -> None:
    number = DocNumber(prefix=prefix + bracket, year=year, serial=serial)
    assert parse_doc_number(number.canonical) == number


@given(st.text() | PIECES)
def test_mentions_stand_where_they_say_and_parse_again(text: str) -> None:
    end = 0
    for mention in find_doc_numbers(text):
        assert text[mention.start : mention.end] == mention.printed
        assert mention.start >= end
        assert parse_doc_number(mention.value.canonical) == mention.value
        end = mention.end


@given(st.text() | PIECES)
def test_parse_doc_number_fails_only_with_its_error(text: str) -> None:
    try:
        assert parse_doc_number(text).serial > 0
    except NotationError:
        return


@pytest.mark.parametrize(
    "piece",
    ["财", "〔2020〕", "〔2020〕5号", "财社〔2020〕5号", "财 ", "(财)", "、5号", "2020", " ", "〔2020〕5、5"],
)
def test_long_texts_come_to_an_end(piece: str) -> None:
    find_doc_numbers(f"财社〔2020〕5号{piece * 30_000}")
