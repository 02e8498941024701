import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.front import Front, split_front
from schemas.document import Line
from tests.extract.made import lines

HEAD = ["遵义市财政局文件", "遵财农〔2021〕47号"]
TITLE = "关于下达2021年水利发展资金的通知"
BODY = ["现下达你县资金421万元。", "一、请专款专用。"]
END = ["遵义市财政局", "2021年3月5日"]
FRAGMENTS = [
    *HEAD,
    TITLE,
    *BODY,
    *END,
    "各县财政局：",
    "附件：1.分配表",
    "2.目标表",
    "附件2",
    "管理办法",
    "第一条 为规范管理。",
    "抄送：审计局",
    "遵义市财政局办公室 2021年3月6日印发",
    "关于下达资金",
    "预算的通知",
    "（此件主动公开）",
    "来源：财政局",
    "文号",
    "• 首页 > 公开",
    "：",
]


def texts(found: tuple[Line, ...] | None) -> list[str] | None:
    return None if found is None else [line.text for line in found]


def front(*found: str) -> Front:
    return split_front(lines(*found))


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ([*HEAD, TITLE], [TITLE]),
        ([*HEAD, "遵义市财政局关于下达2021年", "水利发展资金的通知"], 2),  # broken over lines
        ([*HEAD, "关于下达", "2021年水利发展", "资金（第二批）", "的通知"], 4),
        (["遵义市财政局 遵义市水利局" + TITLE], 1),  # the agencies on the title's line, no letterhead
        (["发布日期：2021-03-05 关于我们", *HEAD, TITLE], [TITLE]),  # a web page's line above
    ],
)
def test_title(printed: list[str], title: list[str] | int) -> None:
    found = front(*printed, "各县财政局：", *BODY)
    assert texts(found.title) == (printed[-title:] if isinstance(title, int) else title)
    assert texts(found.addressees) == ["各县财政局："]


def test_agencies_below_the_number_begin_the_title() -> None:
    found = front(*HEAD, "遵义市财政局 遵义市水利局", TITLE, "各县财政局：", *BODY)
    assert texts(found.title) == ["遵义市财政局 遵义市水利局", TITLE]


def test_agencies_without_a_letterhead_above_stay_in_the_head() -> None:
    found = front("遵财农〔2021〕47号", "遵义市财政局", TITLE, "各县财政局：", *BODY)
    assert texts(found.title) == [TITLE]
    assert texts(found.head) == ["遵财农〔2021〕47号", "遵义市财政局"]


def test_addressees_without_a_title() -> None:
    found = front("各乡(镇)财政所、社会事务办:", *BODY)
    assert texts(found.addressees) == ["各乡(镇)财政所、社会事务办:"]
    assert front("资金安排明细:", *BODY).addressees is None


def test_no_title() -> None:
    found = front("遵义市财政局", "现下达资金。根据关于调整的意见执行。")
    assert found.title == ()


@pytest.mark.parametrize(
    ("printed", "addressees"),
    [
        (["各县财政局："], ["各县财政局："]),
        (["各县（市、区）财政局、", "水利局，有关单位："], ["各县（市、区）财政局、", "水利局，有关单位："]),
        (["："], ["："]),  # left blank
        ([], None),  # no line for it at all
        (["遵财农〔2021〕47号", "各县财政局："], ["各县财政局："]),  # the number below the title
        (["来源：财政局 发布时间：2021-03-05", "各县财政局："], ["各县财政局："]),
        (["保存 打印", "各县财政局:"], ["各县财政局:"]),  # a page's buttons
        ([TITLE, "各县财政局:"], ["各县财政局:"]),  # the title once more
        (["黔财农20217", "经开区财政局："], ["经开区财政局："]),  # a number that lost its brackets
    ],
)
def test_addressees(printed: list[str], addressees: list[str] | None) -> None:
    found = front(TITLE, *printed, *BODY)
    assert texts(found.addressees) == addressees
    assert texts(found.body) == BODY


def test_an_opening_with_a_colon_is_no_addressee() -> None:
    found = front(TITLE, "根据省厅要求，现就有关事项通知如下：", *BODY)
    assert found.addressees is None


@pytest.mark.parametrize(
    ("printed", "listed"),
    [
        (["附件：1.分配表", "2.目标表"], 2),
        (["附件：分配表"], 1),
        (["附件：", "1.分配表", "2.目标表"], 3),  # the label on a line of its own
        (["附件1、分配表", "2、目标表"], 2),  # the label and the first number in one
        (["附件：1.分配表；", "2.目标表。"], 2),  # punctuated like sentences
        (["附件：1.2021年水利发展资金", "分配表", "2.目标表"], 3),  # an entry broken over lines
        ([], 0),
    ],
)
def test_attachment_list_and_imprint(printed: list[str], listed: int) -> None:
    found = front(*HEAD, TITLE, "各县财政局：", *BODY, *printed, *END, "抄送：审计局")
    assert texts(found.body) == BODY
    assert texts(found.attachment_list) == printed[:listed]
    assert texts(found.imprint) == [*END, "抄送：审计局"]


def test_annexes_that_are_text_leave_the_body_alone() -> None:
    annex = ["附件2", "管理办法", "第一条 为规范管理。"]
    found = front(*HEAD, TITLE, "各县财政局：", *BODY, "附件：1.分配表", *END, *annex, "抄送：审计局")
    assert texts(found.body) == BODY
    assert [texts(part) for part in found.annexes] == [annex]
    assert texts(found.imprint) == [*END, "抄送：审计局"]  # an imprint below the annexes is the notice's


def test_a_list_between_clauses_hides_no_clause() -> None:
    found = front(TITLE, "各县财政局：", "附件：1.分配表", *BODY, *END)
    assert texts(found.body) is not None
    assert set(BODY) <= set(texts(found.body) or [])


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=20))
def test_every_line_lands_in_exactly_one_part(printed: list[str]) -> None:
    given_lines = lines(*printed)
    found = split_front(given_lines)
    parts = (
        *found.metadata,
        *found.head,
        *found.title,
        *(found.addressees or ()),
        *found.body,
        *found.attachment_list,
        *found.imprint,
        *(line for annex in found.annexes for line in annex),
    )
    assert sorted(line.place.line or 0 for line in parts) == [line.place.line for line in given_lines]


@given(st.lists(st.text(max_size=40), max_size=12))
def test_never_raises(printed: list[str]) -> None:
    split_front(lines(*printed))
