from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.readers.choose import read
from extract.readers.contract import FormatError
from extract.readers.kinds import ZIP
from extract.readers.members import is_annex_name, members_of
from schemas.document import Line, Table
from tests.extract.workbook.made import xlsx

NOTICE = "财社〔2021〕12号\n关于下达资金的通知\n\n各县财政局：\n现下达资金11万元。\n"
TABLE = xlsx(lambda sheet: [sheet.append(row) for row in (["县区", "金额"], ["睢县", 11])] and None)


def zipped(*files: tuple[str | bytes, bytes]) -> bytes:
    """An archive; a name in bytes is stored as it is, as Windows does."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(ZipInfo(name if isinstance(name, str) else name.decode("cp437")), data)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["附件2.xls", "附件10.xls", "附件1.xls", "a.md"], ["a.md", "附件1.xls", "附件2.xls", "附件10.xls"]),
        (["附件二.doc", "附件一.doc", "a.pdf"], ["a.pdf", "附件一.doc", "附件二.doc"]),
        (["分配表.xlsx", "正文.docx"], ["正文.docx", "分配表.xlsx"]),  # text before workbooks
        (["__MACOSX/._a.txt", "~$a.docx", ".DS_Store", "a_files/b.png", "a.html"], ["a.html"]),
        (["a.exe", "b.txt"], ["b.txt", "a.exe"]),
        (["full.md", "layout.json", "x_content_list.json", "images/1.jpg"], ["layout.json"]),  # MinerU's
    ],
)  # fmt: skip
def test_order(names: list[str], expected: list[str]) -> None:
    assert [m.name for m in members_of(zipped(*((name, b"x") for name in names)))] == expected


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_without_a_mark(encoding: str) -> None:
    raw = zipped(("AAAAAAAAAAAA.txt", b"x")).replace(
        b"AAAAAAAAAAAA", "通知附件〔表".encode(encoding).ljust(12, b"B")[:12]
    )
    [member] = members_of(raw)
    assert member.name.startswith("通知附件")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("附件1.xlsx", True),
        ("关于下达资金的通知附件2：分配表.xls", True),
        ("附表.doc", True),
        ("附1.xlsx", True),
        ("附属医院资金.doc", False),
        ("通知.pdf", False),
    ],
)
def test_names_of_annexes(name: str, expected: bool) -> None:
    assert is_annex_name(name) == expected


def test_one_document_of_all_files() -> None:
    document = read(zipped(("附件1.xlsx", TABLE), ("通知.txt", NOTICE.encode())), ZIP)
    assert [(f.path, f.role, f.page_count) for f in document.files] == [
        ("通知.txt", "main", None),
        ("附件1.xlsx", "attachment", 1),
    ]
    *_, label, table = document.blocks()
    assert isinstance(label, Line)
    assert isinstance(table, Table)
    assert label.text == "附件1"  # the file's name says so, its sheet doesn't
    assert {label.place.file_no, table.place.file_no, *(c.place.file_no for c in table.cells)} == {2}
    assert document.media_type == "text/plain"


def test_an_annex_that_cannot_be_read_is_named() -> None:
    document = read(
        zipped(("通知.txt", NOTICE.encode()), ("附件1.xlsx", b"PK\x03\x04"), ("b.exe", b"x")), ZIP
    )
    unread, unknown = document.problems
    assert unread.reason is not None
    assert (unread.reason.code, unread.place.file_no) == ("member-not-read", 2)
    assert unread.reason.detail.startswith("附件1.xlsx: ")
    assert (unknown.kind, unknown.detail) == ("section-unclaimed", "b.exe")


ENCRYPTED = bytearray(zipped(("a.txt", NOTICE.encode())))
for at in (6, ENCRYPTED.rfind(b"PK\x01\x02") + 8):
    ENCRYPTED[at] |= 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped(), "zip-no-files"),
        (zipped(("a.exe", b"x")), "zip-no-files"),
        (zipped(("a.txt", b"")), "member-not-read"),
        (zipped(("a.zip", zipped(("a.txt", NOTICE.encode())))), "member-not-read"),
        (bytes(ENCRYPTED), "zip-password"),
        (zipped(("a.txt", NOTICE.encode()))[:-30], "zip-damaged"),
        (zipped(("a.txt", bytes(600 << 20))), "zip-too-large"),
        (zipped(("a.txt", NOTICE.encode()), ("b.txt", NOTICE.encode())), "several-notices"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(FormatError) as raised:
        read(data, ZIP)
    assert raised.value.reason.code == code


@given(st.binary(max_size=60), st.integers(0, 400))
def test_no_bytes_break_it(data: bytes, at: int) -> None:
    whole = zipped(("a.txt", NOTICE.encode()), ("附件.xlsx", TABLE))
    with suppress(FormatError):
        read(whole[:at] + data + whole[at + len(data) :], ZIP)
