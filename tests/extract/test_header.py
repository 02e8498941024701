import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.front import split_front
from extract.header import read_header
from schemas.document import Piece
from schemas.printed import PrintedHeader
from tests.extract.made import lines

TITLE = "关于下达2021年水利发展资金的通知"


def header(*found: str) -> PrintedHeader:
    return read_header(split_front(lines(*found)))


def texts(found: tuple[Piece, ...] | None) -> list[str] | None:
    return None if found is None else [piece.text for piece in found]


def test_all_fields() -> None:
    found = header(
        "遵义市财政局 遵义市水利局文件",
        "遵财农〔2021〕47号",
        TITLE,
        "各县财政局，市水文站：",
        "现下达资金。",
        "遵义市财政局 遵义市水利局",
        "2021年3月5日",
        "抄送：市审计局、市统计局，本局预算科。",
        "遵义市财政局办公室 2021年3月6日印发",
    )
    assert texts(found.agencies) == ["遵义市财政局", "遵义市水利局"]
    assert found.doc_number is not None
    assert found.doc_number.text == "遵财农〔2021〕47号"
    assert found.title is not None
    assert found.title.text == TITLE
    assert texts(found.addressees) == ["各县财政局", "市水文站"]
    assert texts(found.signatories) == ["遵义市财政局", "遵义市水利局"]
    assert texts(found.cc) == ["市审计局", "市统计局", "本局预算科"]
    assert found.issuing_office == Piece(text="遵义市财政局办公室", place=found.issuing_office.place)  # type: ignore[union-attr]  # compared as a whole
    assert found.sign_date is not None
    assert found.sign_date.text == "2021年3月5日"
    assert found.print_date is not None
    assert found.print_date.text == "2021年3月6日"


@pytest.mark.parametrize(
    ("line", "addressees"),
    [("：", []), ("各县财政局：", ["各县财政局"]), (None, None)],  # blank; printed; no such line
)
def test_addressees(line: str | None, addressees: list[str] | None) -> None:
    assert texts(header(TITLE, *([line] if line else []), "现下达资金。").addressees) == addressees


@pytest.mark.parametrize(
    ("found", "number"),
    [
        (["遵财农〔2021〕47号", TITLE], "遵财农〔2021〕47号"),
        ([TITLE, "遵财农〔2021〕47号"], "遵财农〔2021〕47号"),  # below the title
        (["文号：遵财农〔2021〕47号 发布：3月", TITLE], "遵财农〔2021〕47号"),  # a web page's line
        ([TITLE + "(遵财农[2021]47号)"], "遵财农[2021]47号"),  # behind a page's title
        (["文号", "遵财农〔2021〕47号", TITLE], "遵财农〔2021〕47号"),  # keys and values take turns
        ([TITLE], None),
    ],
)
def test_number(found: list[str], number: str | None) -> None:
    piece = header(*found, "各县财政局：", "根据（黔财农〔2020〕9号）现下达资金。").doc_number
    assert (piece.text if piece else None) == number


def test_a_web_pages_keys_where_the_text_has_none() -> None:
    page = ("标题：" + TITLE + "（遵财农〔2021〕47号）", "发文机关：遵义市财政局", "成文日期：2021-03-05")
    found = header(*page, "各县财政局：", "现下达资金。", "遵义市水利局", "202135")
    assert found.title is not None
    assert found.title.text == TITLE
    assert texts(found.page_agencies) == ["遵义市财政局"]
    assert found.sign_date is not None
    assert found.sign_date.text == "2021-03-05"  # the date below the text is damaged
    assert texts(header(*page, "现下达资金。", "2021年3月6日").signatories) == []


def test_a_pages_owner_is_no_letterhead() -> None:
    found = header(
        "中华人民共和国财政部", "预算司", "财政部关于下达资金的通知", "各省财政厅：", "现下达资金。"
    )
    assert texts(found.agencies) == []


@pytest.mark.parametrize(
    ("found", "office"),
    [
        (["遵义市财政局办公室 2021年3月6日印发"], "遵义市财政局办公室"),
        (["遵义市财政局办公室", "2021年3月6日印发"], "遵义市财政局办公室"),  # on two lines
        (["2021年3月6日印发"], None),
        ([], None),
    ],
)
def test_issuing_office(found: list[str], office: str | None) -> None:
    piece = header(TITLE, "各县财政局：", "现下达资金。", "2021年3月5日", *found).issuing_office
    assert (piece.text if piece else None) == office


@given(st.lists(st.text(max_size=40), max_size=12))
def test_never_raises(found: list[str]) -> None:
    header(*found)
