from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.choose import read
from extract.readers.contract import FormatError
from extract.readers.kinds import DOCX
from schemas.document import Document, Line, Table
from tests.extract.word.made import docx, item, kind, numbered, p, r, tbl, tc

BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"


def document(body: str, *, numbering: str = "", styles: str = "") -> Document:
    return read(docx(body, numbering=numbering, styles=styles), DOCX)


def texts(body: str, *, numbering: str = "", styles: str = "") -> list[str]:
    found = document(body, numbering=numbering, styles=styles)
    return [block.text for block in found.blocks() if isinstance(block, Line)]


def cells(body: str, *, numbering: str = "") -> list[str]:
    """Each cell as row,column,rows,columns text."""
    (table,) = (block for block in document(body, numbering=numbering).blocks() if isinstance(block, Table))
    assert table.spans_known
    return [f"{c.row},{c.column},{c.row_span},{c.column_span} {c.text}" for c in table.cells]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (r("财政") + r("厅"), ["财政厅"]),
        ("<w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r>", ["甲", "乙 丙"]),
        (f"{r('甲')}<w:ins>{r('乙')}</w:ins>", ["甲乙"]),  # inserted (修订): kept
        (f"{r('5')}<w:del><w:r><w:delText>6</w:delText></w:r></w:del>", ["5"]),  # deleted: left out
        (f"{r('甲')}<w:moveFrom>{r('乙')}</w:moveFrom><w:moveTo>{r('丙')}</w:moveTo>", ["甲丙"]),
        (r("甲") + r("乙", "<w:vanish/>") + r("丙", '<w:vanish w:val="0"/>'), ["甲丙"]),  # hidden
        (r("甲") + r("乙", "<w:strike/>") + r("丙", "<w:dstrike/>"), ["甲~~乙丙~~"]),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r>' + r("3"),
            ["3"],  # a field's code is not on the page
        ),
        (
            f"<w:hyperlink>{r('甲')}</w:hyperlink><w:sdt><w:sdtContent>{r('乙')}</w:sdtContent></w:sdt>",
            ["甲乙"],
        ),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0A3"/><w:sym w:font="x" w:char="F041"/></w:r>',
            ["\uf0a3A"],
        ),
        ("<w:r><w:noBreakHyphen/><w:t>5</w:t></w:r>", ["-5"]),
    ],
)
def test_runs(inner: str, expected: list[str]) -> None:
    assert texts(p(inner=inner)) == expected


def test_a_deleted_paragraph_mark_joins() -> None:
    assert texts(p("现下达", "<w:rPr><w:del/></w:rPr>") + p("资金。")) == ["现下达资金。"]


def test_text_boxes_once() -> None:
    twice = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX.format('某市财政局文件')}</mc:Choice>"
        f"<mc:Fallback>{BOX.format('某市财政局文件')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p(inner=twice) + p("通知")) == ["某市财政局文件", "通知"]


def test_gaps_and_headings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="a"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    body = p("甲", '<w:pStyle w:val="b"/>') + p("乙") + p() + p("丙", '<w:outlineLvl w:val="1"/>')
    lines = [block for block in document(body, styles=styles).blocks() if isinstance(block, Line)]
    assert [line.heading for line in lines] == [1, None, 2]
    assert [line.gap for line in lines] == [True, False, True]


CHINESE = kind(
    0, ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "%1.%4")
)


@pytest.mark.parametrize(
    ("body", "numbering", "expected"),
    [
        (  # levels count on, deeper ones begin anew
            p("甲", item(1))
            + p("乙", item(1, 1))
            + p("丙", item(1, 1))
            + p("丁", item(1))
            + p("戊", item(1, 1)),
            CHINESE + numbered(1, 0),
            ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"],
        ),
        (  # two lists of one kind count on; one that begins with a number of its own doesn't
            p("甲", item(1)) + p("乙", item(2)) + p("丙", item(3)) + p("丁", item(3)),
            CHINESE
            + numbered(1, 0)
            + numbered(2, 0)
            + numbered(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'),
            ["一、甲", "二、乙", "五、丙", "六、丁"],
        ),
        (  # a blank paragraph has its number; numId 0 takes a paragraph out of the list; text between
            p("甲", item(1)) + p("", item(1)) + p("乙", item(0)) + p("丙", item(1)),
            CHINESE + numbered(1, 0),
            ["一、甲", "二、", "乙", "三、丙"],
        ),
        (  # a level above that was never printed counts from its start
            p("甲", item(1, 3)),
            CHINESE + numbered(1, 0),
            ["一.1 甲"],
        ),
        (p("甲", item(1)), kind(0, ("decimal", "%1.")) + numbered(1, 0), ["1. 甲"]),
        (p("甲", item(1)), kind(0, ("bullet", "\uf0b7")) + numbered(1, 0), ["甲"]),
        (p("甲", item(7)), "", ["甲"]),  # a list that isn't there
    ],
)
def test_automatic_numbers(body: str, numbering: str, expected: list[str]) -> None:
    assert texts(body, numbering=numbering) == expected


def test_numbers_by_style() -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="a"><w:pPr>{item(1)}</w:pPr></w:style>'
    body = p("甲", '<w:pStyle w:val="a"/>') + p("乙", '<w:pStyle w:val="a"/>')
    assert texts(body, numbering=CHINESE + numbered(1, 0), styles=styles) == ["一、甲", "二、乙"]


def test_numbers_by_a_list_style() -> None:
    linked = kind(1, more='<w:numStyleLink w:val="s"/>')
    styled = kind(2, ("chineseCounting", "%1、"), more='<w:styleLink w:val="s"/>')
    assert texts(p("甲", item(1)), numbering=linked + styled + numbered(1, 1)) == ["一、甲"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # merged across and down
            tbl(
                tc("县", '<w:vMerge w:val="restart"/>') + tc("金额", '<w:gridSpan w:val="2"/>'),
                tc("", "<w:vMerge/>") + tc("甲") + tc("乙"),
                tc("睢县") + tc("1") + tc("2"),
            ),
            [
                "0,0,2,1 县",
                "0,1,1,2 金额",
                "1,1,1,1 甲",
                "1,2,1,1 乙",
                "2,0,1,1 睢县",
                "2,1,1,1 1",
                "2,2,1,1 2",
            ],
        ),
        (  # a row that was deleted; paragraphs in a cell
            tbl(
                tc("睢县") + tc(inner=p("甲") + p("乙")), "<w:trPr><w:del/></w:trPr>" + tc("宁陵县") + tc("6")
            ),
            ["0,0,1,1 睢县", "0,1,1,1 甲\n乙"],
        ),
        (  # cells and rows in content controls
            tbl(f"<w:sdt><w:sdtContent>{tc('睢县')}</w:sdtContent></w:sdt>" + tc("5")),
            ["0,0,1,1 睢县", "0,1,1,1 5"],
        ),
        (  # a table around a table
            tbl(tc(inner=p("附件") + tbl(tc("睢县") + tc("5")) + p())),
            ["0,0,1,1 睢县", "0,1,1,1 5"],
        ),
        (  # a row that begins further in
            tbl(tc("睢县") + tc("5"), '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("6")),
            ["0,0,1,1 睢县", "0,1,1,1 5", "1,1,1,1 6"],
        ),
    ],
)
def test_tables(body: str, expected: list[str]) -> None:
    assert cells(body) == expected


def test_serial_numbers_that_word_counts() -> None:
    rows = [
        tc(inner=p("", item(1))) + tc("睢县") + tc("5"),
        tc(inner=p("", item(1))) + tc("宁陵县") + tc("6"),
    ]
    numbering = kind(0, ("decimal", "%1")) + numbered(1, 0)
    assert cells(tbl(*rows), numbering=numbering)[::3] == ["0,0,1,1 1", "1,0,1,1 2"]


PICTURE = '<w:r><w:drawing><wp:inline><wp:extent cx="{}" cy="{}"/></wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("inner", "count"),
    [
        (PICTURE.format(5400000, 3600000), 1),  # 15 by 10 cm: perhaps a scanned table
        (PICTURE.format(1620000, 1620000), 0),  # a seal
        ("<w:r><w:object/></w:r>", 1),  # an embedded worksheet
    ],
)
def test_pictures_are_said(inner: str, count: int) -> None:
    problems = document(p("通知") + p(inner=inner)).problems
    assert [problem.reason.code for problem in problems if problem.reason] == ["pictures-not-read"] * count


def _zip(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), part)
    return stream.getvalue()


WORD = docx(p("财政厅") + tbl(tc("睢县") + tc("5")))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (WORD[:-100], "zip-damaged"),
        (_zip(word__document_xml=b"<w:document"), "word-damaged"),
        (_zip(word__document_xml=bytes(600 << 20)), "zip-too-large"),
        (docx(p()), "no-text"),
        (OLE + b"\x00\x00" + "EncryptedPackage\0".encode("utf-16-le"), "office-password"),
        (docx("<w:sdt>" * 3000 + p("甲") + "</w:sdt>" * 3000), "word-damaged"),  # nested beyond reason
    ],
)
def test_bad_files(data: bytes, code: str) -> None:
    with pytest.raises(FormatError) as raised:
        read(data, DOCX)
    assert raised.value.reason.code == code


@given(st.binary(max_size=100), st.integers(0, len(WORD)))
def test_no_bytes_break_it(data: bytes, at: int) -> None:
    with suppress(FormatError):
        read(WORD[:at] + data + WORD[at + len(data) :], DOCX)
