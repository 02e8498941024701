"""What people put into folders, through the real command: each file has its row, and the others go on."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from notices.process import process
from schemas.dataset.codes import Status, TableName
from schemas.dataset.notice_rows import NoticeRow
from tests.notices.commands import Answer, Command, command
from tests.notices.texts import NO_NOTICE, SHARES, notice_text

NOTICE = notice_text()
SECOND = notice_text({"横山区": "7"}, number="榆政财社发〔2021〕13号", total="7")
GLYPH_RUBBISH = bytes(range(256)) * 20
PNG = b"\x89PNG\r\n\x1a\n" + GLYPH_RUBBISH
FAILED = (1, "failed", {"unreadable"})
GOOD = (0, "ok", set[str]())

NOBODY = 65534
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="rights and names that Windows doesn't have")


@pytest.fixture
def give(capfd: pytest.CaptureFixture[str]) -> Command:
    return command(capfd)


@pytest.fixture
def without_rights() -> Iterator[Path]:
    """A folder of a user who has no rights elsewhere: root, as which containers test, could read anything."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        is_root = os.geteuid() == 0
        if is_root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            for path in folder.rglob("*"):
                path.chmod(0o700)


def rows(out: Path, name: TableName) -> list[dict[str, object]]:
    found: list[dict[str, object]] = pq.read_table(out / f"{name}.parquet").to_pylist()
    return found


def run_over(give: Command, folder: Path) -> Answer:
    return give("run", folder, "-o", folder.parent / "out", "--quiet")


def checks(out: Path, notice_id: object) -> set[object]:
    """The checks that fired on a notice, those that are merely worth knowing left out."""
    return {
        row["check"]
        for row in rows(out, TableName.FINDINGS)
        if row["notice_id"] == notice_id and row["severity"] != "info"
    }


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("empty.txt", b"", FAILED),
        ("blank.txt", b" \r\n\n\t", FAILED),
        ("rubbish.txt", GLYPH_RUBBISH, FAILED),
        ("png.txt", PNG, FAILED),  # a picture with the wrong ending
        ("scan.png", PNG, FAILED),  # of a known kind that this version can't read
        ("text.pdf", NOTICE.encode(), FAILED),  # a text with the wrong ending
        ("cut.txt", NOTICE.encode("utf-16")[:-1], FAILED),  # broken off within a character
        ("latin.txt", NOTICE.encode().decode("latin-1").encode(), FAILED),  # UTF-8 taken for Latin-1
        ("none.txt", NO_NOTICE.encode(), (0, "not-a-notice", set[str]())),
        ("utf8.txt", NOTICE.encode(), GOOD),
        ("bom.txt", NOTICE.encode("utf-8-sig"), GOOD),
        ("gb.txt", NOTICE.encode("gb18030"), GOOD),
        ("utf16.txt", NOTICE.encode("utf-16"), GOOD),
        ("crlf.txt", NOTICE.replace("\n", "\r\n").encode(), GOOD),
        ("资金 下达\n通知.md", NOTICE.encode(), GOOD),
        ("n" * 200 + ".txt", NOTICE.encode(), GOOD),
    ],
)
def test_one_file(
    give: Command, tmp_path: Path, name: str, data: bytes, expected: tuple[int, str, set[str]]
) -> None:
    if sys.platform == "win32" and "\n" in name:
        pytest.skip("no such name there")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(data)
    answer = run_over(give, tmp_path / "in")
    [notice] = rows(tmp_path / "out", TableName.NOTICES)
    notice_id = notice["notice_id"]
    assert (answer.code, notice["status"], checks(tmp_path / "out", notice_id)) == expected
    assert notice["source"] == name
    assert notice_id == hashlib.sha256(data).hexdigest()[:16]
    money = [(row["recipient"], str(row["amount_yuan"])) for row in rows(tmp_path / "out", TableName.MONEY)]
    assert money == ([("榆阳区", "100000.00"), ("神木市", "205000.00")] if expected == GOOD else [])


def test_what_to_do_is_said(give: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.docx").write_bytes(b"PK\x03\x04")
    run_over(give, tmp_path / "in")
    [finding] = rows(tmp_path / "out", TableName.FINDINGS)
    assert (finding["severity"], finding["table"]) == ("error", "notices")
    assert "Get it again from where it came from" in str(finding["message"])


def test_a_file_of_unknown_kind_given_by_name(give: Command, tmp_path: Path) -> None:
    (tmp_path / "notice.bin").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "rubbish.bin").write_bytes(GLYPH_RUBBISH)
    out = tmp_path / "out"
    answer = give("run", tmp_path / "notice.bin", tmp_path / "rubbish.bin", "-o", out, "-q")
    assert answer.code == 1
    statuses = {row["source"]: row["status"] for row in rows(out, TableName.NOTICES)}
    assert statuses == {"notice.bin": "ok", "rubbish.bin": "failed"}


def test_two_notices_in_one_file(give: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/two.txt").write_text(f"{NOTICE}\n\n{SECOND}", encoding="utf-8")
    (tmp_path / "in/two again.txt").write_text(f"{NOTICE}\n\n{SECOND}", encoding="utf-8")
    assert run_over(give, tmp_path / "in").code == 0
    first, second = rows(tmp_path / "out", TableName.NOTICES)
    assert (first["doc_number"], second["doc_number"]) == ("榆政财社发〔2021〕12号", "榆政财社发〔2021〕13号")
    assert second["notice_id"] == f"{first['notice_id']}-2"
    found = [
        (row["notice_id"], row["file_no"], row["path"]) for row in rows(tmp_path / "out", TableName.SOURCES)
    ]
    assert found == [
        (first["notice_id"], 1, "two again.txt"),
        (first["notice_id"], 2, "two.txt"),
        (second["notice_id"], 1, "two again.txt"),
    ]


def test_the_same_file_twice(give: Command, tmp_path: Path) -> None:
    for name in ("in/b.txt", "in/a/c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(NOTICE, encoding="utf-8")
    assert run_over(give, tmp_path / "in").code == 0
    [notice] = rows(tmp_path / "out", TableName.NOTICES)
    assert (notice["source"], notice["status"]) == ("a/c.txt", "ok")
    assert len(rows(tmp_path / "out", TableName.MONEY)) == len(SHARES)
    [row] = [r for r in rows(tmp_path / "out", TableName.FINDINGS) if r["check"] == "duplicate-notice"]
    assert (row["severity"], row["table"], row["row_key"], row["expected"], row["actual"]) == (
        "info",
        "sources",
        '{"file_no": 2}',
        "a/c.txt",
        "b.txt",
    )


def test_a_broken_file_among_good_ones(give: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in {"a": NOTICE.encode(), "b": GLYPH_RUBBISH, "c": SECOND.encode()}.items():
        (tmp_path / "in" / f"{name}.txt").write_bytes(data)
    assert run_over(give, tmp_path / "in").code == 1
    statuses = {row["source"]: row["status"] for row in rows(tmp_path / "out", TableName.NOTICES)}
    assert statuses == {"a.txt": "ok", "b.txt": "failed", "c.txt": "ok"}


@POSIX
def test_names_that_are_no_text(give: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in {b"\xb2\xa6.txt": NOTICE.encode(), b"\xff.txt": b""}.items():
        (folder / os.fsdecode(name)).write_bytes(data)
    assert run_over(give, folder).code == 1
    sources = {row["source"] for row in rows(tmp_path / "out", TableName.NOTICES)}
    assert sources == {r"\udcb2\udca6.txt", r"\udcff.txt"}


@POSIX
def test_no_permission(give: Command, without_rights: Path) -> None:
    folder = without_rights / "in"
    (folder / "closed").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "c.txt", "closed/d.txt"):
        (folder / name).write_text(NOTICE, encoding="utf-8")
    for name in ("a.txt", "b.txt", "closed"):
        (folder / name).chmod(0)
    assert run_over(give, folder).code == 1
    out = without_rights / "out"
    found = {str(row["source"]): row for row in rows(out, TableName.NOTICES)}
    assert {source: row["status"] for source, row in found.items()} == {
        "a.txt": "failed",
        "b.txt": "failed",
        "c.txt": "ok",
        "closed": "failed",  # a folder that can't be listed isn't passed over in silence
    }
    by_path = hashlib.sha256(b"a.txt").hexdigest()[:16]
    assert found["a.txt"]["notice_id"] == by_path
    assert checks(out, by_path) == {"unreadable"}
    assert {row["sha256"] for row in rows(out, TableName.SOURCES) if row["path"] != "c.txt"} == {None}


@POSIX
def test_an_output_that_cannot_be_written_to(give: Command, without_rights: Path) -> None:
    (without_rights / "in").mkdir()
    (without_rights / "out").mkdir(mode=0o500)
    answer = run_over(give, without_rights / "in")
    assert (answer.code, answer.out) == (2, "")
    assert "another folder with -o" in answer.err


def test_two_runs_give_the_same_bytes(give: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, data in {"a": NOTICE, "b": SECOND, "c": NOTICE, "d": NO_NOTICE, "e": ""}.items():
        (tmp_path / "in" / f"{name}.txt").write_text(data, encoding="utf-8")
    for out in ("one", "two"):
        give("run", tmp_path / "in", "-o", tmp_path / out, "-q")
    for path in (tmp_path / "one").iterdir():
        if path.is_file() and path.name != "run.json":
            assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes(), path.name


@given(
    st.binary(max_size=300) | st.text(max_size=200).map(str.encode), st.sampled_from(["text/plain", "a/b"])
)
def test_any_bytes_have_their_row(data: bytes, media_type: str) -> None:
    result = process(data, path="a", media_type=media_type)
    [notice, *_] = result.rows[TableName.NOTICES]
    assert isinstance(notice, NoticeRow)
    assert (notice.status == Status.FAILED) == (not result.readable)


@given(st.lists(st.tuples(st.integers(0, len(NOTICE)), st.integers(0, 40)), min_size=1, max_size=4))
def test_a_notice_with_pieces_torn_out_is_still_processed(tears: list[tuple[int, int]]) -> None:
    text = NOTICE
    for start, length in tears:
        text = text[:start] + text[start + length :]
    assert process(text.encode(), path="a", media_type="text/plain").rows[TableName.NOTICES]
