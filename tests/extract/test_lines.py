import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import lines

PIECES = st.lists(
    st.sampled_from(
        [
            *"附件：:1一、财政局厅部文年月日印发抄送关于通知（）()〔〕号 \t★",
            "2021",
            "贵财农",
            "3月5日",
            "单位",
        ]
    ),
    max_size=14,
).map("".join)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("贵州省财政厅", ["贵州省财政厅"]),
        ("贵州省财政厅文件", ["贵州省财政厅"]),
        ("贵州省财政厅 贵州省水利厅", ["贵州省财政厅", "贵州省水利厅"]),
        ("铜 仁 市 财 政 局", ["铜仁市财政局"]),  # spaced letters
        ("国家税务总局 中国残疾人联合会", ["国家税务总局", "中国残疾人联合会"]),
        ("永嘉县人民政府办公室", ["永嘉县人民政府办公室"]),
        ("万盛经济技术开发区管委会", ["万盛经济技术开发区管委会"]),
        ("2021年3月5日", []),
        ("各县财政局：", []),  # the colon makes it an addressee
        ("关于下达资金的通知", []),
        ("", []),
    ],
)
def test_agencies(text: str, names: list[str]) -> None:
    assert list(lines.agencies(text)) == names


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("黔财农〔2021〕47号", "黔财农〔2021〕47号"),
        ("★ 黔财农〔2021〕47号", "黔财农〔2021〕47号"),
        ("黔财农[2021]47号 签发人：王某", "黔财农[2021]47号"),
        ("榕财社(指)〔2019〕85号", "榕财社(指)〔2019〕85号"),
        ("根据黔财农〔2021〕47号", None),
        ("黔财农〔2021〕47号、48号", None),
        ("通知", None),
    ],
)
def test_doc_number(text: str, number: str | None) -> None:
    assert lines.doc_number(text) == number


@pytest.mark.parametrize(
    ("text", "office", "date"),
    [
        ("铜仁市财政局办公室 2021年3月5日印发", "铜仁市财政局办公室", "2021年3月5日"),
        ("2021年3月5日印发", "", "2021年3月5日"),
        ("铜仁市财政局办公室　　二〇二一年三月五日印发", "铜仁市财政局办公室", "二〇二一年三月五日"),
        ("铜仁市财政局 2021.3.5 印 发", "铜仁市财政局", "2021.3.5"),
    ],
)
def test_imprint(text: str, office: str, date: str) -> None:
    assert lines.imprint(text) == (office, date)


@pytest.mark.parametrize("text", ["现印发给你们", "2021年3月5日", "关于印发管理办法的通知", "印发"])
def test_no_imprint(text: str) -> None:
    assert lines.imprint(text) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2021年3月5日", True),
        ("二〇二一年三月五日", True),
        ("（2021年3月5日）", True),
        ("2021-03-05", True),
        ("2021年 月 日", True),  # the day was left to be stamped
        ("2021年13月40日", True),  # a date, though an impossible one
        ("2021年资金", False),
        ("2021年度", False),
        ("3月5日", False),
        ("财政局 2021年3月5日", False),
    ],
)
def test_is_date(text: str, is_one: bool) -> None:
    assert lines.is_date(text) is is_one


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("附件1", 1),
        ("附件2：绩效目标表", 2),
        ("附件：", None),
        ("附表3", 3),
    ],
)
def test_attachment_heading(text: str, number: int | None) -> None:
    label = lines.attachment_heading(text)
    assert label is not None
    assert label.number == number


@pytest.mark.parametrize("text", ["附件：1.资金分配表", "附件：资金分配表", "附件1所列资金", "附有资料"])
def test_no_attachment_heading(text: str) -> None:
    assert lines.attachment_heading(text) is None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("附件：1.分配表", "1.分配表"),
        ("附 件: 分配表", "分配表"),
        ("附件：", ""),  # the entries begin on the next line
        ("2.目标表", "2.目标表"),
    ],
)
def test_attachment_list_text(text: str, rest: str) -> None:
    assert lines.attachment_list_text(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"), [("抄送：审计局", "审计局"), ("抄报:省厅", "省厅"), ("分送 各县", "各县")]
)
def test_cc(text: str, rest: str) -> None:
    assert lines.is_cc(text)
    assert lines.cc_text(text) == rest


@pytest.mark.parametrize(
    "text", ["★★★", "文件", "文 件", "（此件主动公开）", "此件公开发布", "信息公开选项：主动公开", "——"]
)
def test_furniture(text: str) -> None:
    assert lines.is_furniture(text)


@pytest.mark.parametrize(
    "text", ["通知", "附件1", "现将文件印发", "来源于上级的资金", "名称不变", "单位应当报送"]
)
def test_no_furniture(text: str) -> None:
    assert not lines.is_furniture(text)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("的通知", True),
        ("资金的函", True),
        ("（第二批）的通知（二）", True),
        ("关于下达资金", False),
        ("通知如下", False),
    ],
)
def test_ends_title(text: str, ends: bool) -> None:
    assert lines.ends_title(text) is ends


@given(st.text() | PIECES)
def test_never_raises(text: str) -> None:
    assert all(name in text.replace(" ", "") or name for name in lines.agencies(text))
    for ask in (lines.doc_number, lines.imprint, lines.is_date, lines.attachment_heading, lines.is_furniture):
        ask(text)
    for ask in (
        lines.is_cc,
        lines.is_sentence,
        lines.ends_title,
        lines.begins_attachment_list,
    ):
        assert ask(text) in (True, False)


@given(PIECES)
def test_a_number_read_stands_in_the_line(text: str) -> None:
    number = lines.doc_number(text)
    assert number is None or number in text
