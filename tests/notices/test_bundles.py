import hashlib
from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from notices.bundles import annexes, packed
from notices.inputs import find_inputs
from schemas.dataset.codes import TableName
from tests.extract.readers.test_bundle import zipped
from tests.extract.workbook.made import xlsx
from tests.notices.commands import Command, command
from tests.notices.test_formats import ROWS, TITLE_ROWS, body_lines

BODY = "\n".join(body_lines()).encode()
ANNEX = xlsx(lambda sheet: [sheet.append(row) for row in (*([t] for t in TITLE_ROWS[1:]), *ROWS)] and None)


@pytest.fixture
def give(capfd: pytest.CaptureFixture[str]) -> Command:
    return command(capfd)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["X.txt", "X附件1.xlsx", "X附件2.xls"], {"X.txt": ["X附件1.xlsx", "X附件2.xls"]}),
        (["X.txt", "X-附件.doc", "Y.txt"], {"X.txt": ["X-附件.doc"]}),
        (["X.txt", "XY.txt", "XY附件.doc"], {"XY.txt": ["XY附件.doc"]}),  # the longer name
        (
            ["通知.docx", "附件1.xlsx", "附件2：分配表.pdf"],
            {"通知.docx": ["附件1.xlsx", "附件2：分配表.pdf"]},
        ),
        (["a.txt", "b.txt", "附件1.xlsx"], {}),  # whose?
        (["X.txt", "X.pdf", "X附件.doc"], {}),  # of two
        (["X.txt", "Y附件.doc"], {}),
        (["X.txt", "附件.rar"], {}),  # not of a kind that is read
        (["附件1.xlsx", "附件2.xlsx"], {}),
    ],
)
def test_what_belongs_together(names: Sequence[str], expected: dict[str, list[str]]) -> None:
    found = annexes([Path("in", name) for name in names])
    assert {main.name: [path.name for path in paths] for main, paths in found.items()} == expected


def test_inputs(tmp_path: Path) -> None:
    for name in ("a.notice/通知.txt", "b/X.txt", "b/X附件1.xlsx", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BODY)
    found = find_inputs([tmp_path])
    assert [(file.source, len(file.annexes)) for file in found] == [
        ("a.notice", 0),
        ("b/X.txt", 1),
        ("c.txt", 0),
    ]
    [one] = find_inputs([tmp_path / "a.notice"])
    assert (one.source, one.must_read) == ("a.notice", True)
    assert len(find_inputs([tmp_path / "b/X.txt", tmp_path / "b/X附件1.xlsx"])) == 2  # given one by one


def test_packed_alike(tmp_path: Path) -> None:
    for name in ("X.notice/通知.txt", "X.notice/附件/1.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BODY)
    assert packed(tmp_path / "X.notice", ()) == packed(tmp_path / "X.notice", ())


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ({"X.zip": zipped(("附件.xlsx", ANNEX), ("通知.txt", BODY))}, ["X.zip/通知.txt", "X.zip/附件.xlsx"]),
        (
            {"X.notice/通知.txt": BODY, "X.notice/附件.xlsx": ANNEX},
            ["X.notice/通知.txt", "X.notice/附件.xlsx"],
        ),
        ({"d/X.txt": BODY, "d/X附件.xlsx": ANNEX}, ["d/X.txt", "d/X附件.xlsx"]),
        ({"d/通知.txt": BODY, "d/附件.xlsx": ANNEX}, ["d/通知.txt", "d/附件.xlsx"]),
    ],
)
def test_one_notice_of_two_files(
    give: Command, tmp_path: Path, files: dict[str, bytes], paths: list[str]
) -> None:
    found = _run(give, tmp_path, files)
    [notice] = found[TableName.NOTICES]
    assert (notice["status"], notice["source"]) == ("ok", paths[0])
    assert notice["notice_id"] == hashlib.sha256(BODY).hexdigest()[:16]
    assert [(row["path"], row["file_no"], row["role"]) for row in found[TableName.SOURCES]] == [
        (paths[0], 1, "main"),
        (paths[1], 2, "attachment"),
    ]
    money = [(row["recipient"], str(row["amount_yuan"]), row["verified"]) for row in found[TableName.MONEY]]
    assert money == [("榆阳区", "100000.00", True), ("神木市", "205000.00", True)]
    assert {(row["file_no"], row["page"]) for row in found[TableName.ALLOCATIONS]} == {(2, 1)}
    assert [row["present"] for row in found[TableName.ATTACHMENTS]] == [True]


def test_a_notice_alone_and_with_its_annex_is_one(give: Command, tmp_path: Path) -> None:
    whole = zipped(("附件.xlsx", ANNEX), ("通知.txt", BODY))
    found = _run(give, tmp_path, {"a.txt": BODY, "b.zip": whole})
    assert [row["source"] for row in found[TableName.NOTICES]] == ["b.zip/通知.txt"]
    assert [(row["path"], row["role"]) for row in found[TableName.SOURCES]] == [
        ("b.zip/通知.txt", "main"),
        ("b.zip/附件.xlsx", "attachment"),
        ("a.txt", "duplicate"),
    ]


def _run(give: Command, tmp_path: Path, files: dict[str, bytes]) -> dict[TableName, list[dict[str, object]]]:
    for name, data in files.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    out = tmp_path / "out"
    assert give("run", tmp_path / "in", "-o", out, "--quiet").code == 0
    return {name: pq.read_table(out / f"{name}.parquet").to_pylist() for name in TableName}


def test_what_an_engine_writes_is_one_notice(tmp_path: Path) -> None:
    names = [
        "a_middle.json",
        "a.md",
        "a_content_list.json",
        "images/1.jpg",
        "p/b_0_res.json",
        "p/b_1_res.json",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(BODY)
    found = find_inputs([tmp_path])
    assert [(file.source, len(file.annexes)) for file in found] == [
        ("a_middle.json", 0),
        ("p/b_0_res.json", 1),
    ]
    assert len(find_inputs([tmp_path / "a.md", tmp_path / "a_middle.json"])) == 2  # given one by one
