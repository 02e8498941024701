import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from notices.inputs import InputError, InputFile
from notices.options import RunOptions
from notices.output.datapackage import Format
from notices.output.run_record import RunRecord
from notices.output.staging import OutputError
from notices.progress import FileEvent, Told
from notices.run import run
from notices.summary import RunSummary
from schemas.dataset.codes import Severity, Status, TableName
from tests.notices.fakes import fake_process


def run_over(
    tmp_path: Path, files: Mapping[str, bytes], formats: Sequence[Format] = (Format.PARQUET,)
) -> RunSummary:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    options = RunOptions(inputs=(folder,), output=tmp_path / "out", formats=tuple(formats))
    return run(options, process=fake_process)


def table(tmp_path: Path, name: TableName, *columns: str) -> list[tuple[object, ...]]:
    rows = pq.read_table(tmp_path / "out" / f"{name}.parquet").to_pylist()
    return sorted(tuple(row[column] for column in columns) for row in rows)


def test_every_file_is_accounted_for(tmp_path: Path) -> None:
    found = {
        "a.txt": b"a",
        "b.txt": b"a",
        "c.txt": b"broken",
        "d.pdf": b"d",
        "e.bin": b"e",
        "f.txt": b"warning",
    }
    summary = run_over(tmp_path, found)
    assert summary.accounting.model_dump() == {
        "files_seen": 6,
        "notices": 2,
        "duplicates": 1,
        "skipped": 1,
        "excluded": 0,
        "failed": 2,
        "pages_unclaimed": 0,
        "tables_unclaimed": 0,
        "pages_unreadable": 0,
    }
    assert summary.notices == {Status.OK: 2, Status.REVIEW: 0, Status.NOT_A_NOTICE: 0, Status.FAILED: 2}
    assert summary.findings == {Severity.ERROR: 2, Severity.WARNING: 1, Severity.INFO: 1}
    assert table(tmp_path, TableName.NOTICES, "source", "status") == [
        ("a.txt", "ok"),
        ("c.txt", "failed"),
        ("d.pdf", "failed"),
        ("f.txt", "ok"),
    ]
    record = RunRecord.model_validate_json((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    assert record.accounting == summary.accounting
    assert summary.report.is_file()


def test_what_nobody_took_is_counted(tmp_path: Path) -> None:
    accounting = run_over(tmp_path, {"a.txt": b"unclaimed"}).accounting
    assert (accounting.pages_unclaimed, accounting.tables_unclaimed) == (1, 2)


def test_the_same_bytes_are_one_notice(tmp_path: Path) -> None:
    run_over(tmp_path, {"a.txt": b"a", "b.txt": b"a", "c.txt": b"a"})
    [(notice,)] = table(tmp_path, TableName.NOTICES, "notice_id")
    assert table(tmp_path, TableName.SOURCES, "notice_id", "file_no", "path", "role") == [
        (notice, 1, "a.txt", "main"),
        (notice, 2, "b.txt", "duplicate"),
        (notice, 3, "c.txt", "duplicate"),
    ]
    assert {sha for (sha,) in table(tmp_path, TableName.SOURCES, "sha256")} == {
        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    }
    findings = table(tmp_path, TableName.FINDINGS, "row_key", "check", "severity", "notice_id", "message")
    assert findings[0] == (
        '{"file_no": 2}',
        "duplicate-notice",
        "info",
        notice,
        "the same notice as a.txt: b.txt holds the same bytes",
    )
    assert len(findings) == 2


@pytest.mark.parametrize(
    ("names", "main", "counts"),
    [
        (
            ["a.pdf", "b.txt"],
            "b.txt",
            (1, 1, 0),
        ),  # a text with a wrong ending doesn't take its good copy along
        (["a.pdf", "b.pdf", "c.txt"], "c.txt", (1, 2, 0)),
        (["a.pdf", "b.png"], "a.pdf", (0, 1, 1)),  # neither can be read: one failure, and its copy
        (["a.txt", "b.pdf"], "a.txt", (1, 1, 0)),
    ],
)
def test_a_copy_is_read_where_its_better_name_helps(
    tmp_path: Path, names: Sequence[str], main: str, counts: tuple[int, int, int]
) -> None:
    accounting = run_over(tmp_path, dict.fromkeys(names, b"a")).accounting
    assert (accounting.notices, accounting.duplicates, accounting.failed) == counts
    assert table(tmp_path, TableName.NOTICES, "source") == [(main,)]
    paths = dict(table(tmp_path, TableName.SOURCES, "path", "role"))
    assert paths == {name: "main" if name == main else "duplicate" for name in names}


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"bug", "RecursionError"),
        (b"same key", "ValueError"),  # would only show when the whole dataset is written
        (b"no rows", "ValueError"),
    ],
)
def test_a_mistake_of_ours_with_one_file_does_not_end_the_batch(
    tmp_path: Path, data: bytes, named: str
) -> None:
    accounting = run_over(tmp_path, {"a.txt": data, "b.txt": b"b"}).accounting
    assert (accounting.failed, accounting.notices) == (1, 1)
    assert table(tmp_path, TableName.NOTICES, "source", "status") == [("a.txt", "failed"), ("b.txt", "ok")]
    [(check, message)] = table(tmp_path, TableName.FINDINGS, "check", "message")
    assert check == "unreadable"
    assert named in str(message)
    assert "report it" in str(message)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    def written() -> dict[str, bytes]:
        run_over(tmp_path, {"b.txt": b"b", "a.txt": b"a", "c.txt": b"b", "d.txt": b"broken"}, tuple(Format))
        files = (path for path in (tmp_path / "out").iterdir() if path.is_file() and path.name != "run.json")
        return {path.name: path.read_bytes() for path in files}

    first = written()
    assert written() == first
    assert len(first) == len(Format) * len(TableName) + 1


def test_no_file_gives_an_empty_dataset(tmp_path: Path) -> None:
    summary = run_over(tmp_path, {})
    assert (summary.accounting.files_seen, summary.rows) == (0, 0)
    assert (tmp_path / "out/notices.parquet").is_file()


def test_nothing_is_written_where_an_input_is_missing(tmp_path: Path) -> None:
    options = RunOptions(inputs=(tmp_path / "gone",), output=tmp_path / "out")
    with pytest.raises(InputError):
        run(options, process=fake_process)
    assert not (tmp_path / "out").exists()


def test_a_closed_output_is_found_before_the_reading(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    def watch(_: Sequence[InputFile]) -> AbstractContextManager[Told]:
        raise AssertionError("the reading began")

    with pytest.raises(OutputError, match="another folder"):
        run(RunOptions(inputs=(tmp_path,), output=tmp_path / "out"), process=fake_process, watch=watch)


def test_an_interruption_leaves_the_earlier_dataset(tmp_path: Path) -> None:
    run_over(tmp_path, {"a.txt": b"a"})
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir() if path.is_file()}
    (tmp_path / "in/b.txt").write_bytes(b"b")

    @contextmanager
    def watch(_: Sequence[InputFile]) -> Iterator[Told]:
        def tell(_: FileEvent) -> None:
            raise KeyboardInterrupt

        yield tell

    with pytest.raises(KeyboardInterrupt):
        run(RunOptions(inputs=(tmp_path / "in",), output=tmp_path / "out"), process=fake_process, watch=watch)
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir() if p.is_file()} == before


@pytest.mark.skipif(sys.platform == "win32", reason="making links needs a privilege there")
def test_files_without_bytes_go_by_their_paths(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.txt"):
        (tmp_path / "in" / name).symlink_to(tmp_path / "gone")
    accounting = run_over(tmp_path, {"c.txt": b"c"}).accounting
    assert (accounting.failed, accounting.notices, accounting.duplicates) == (2, 1, 0)
    rows = table(tmp_path, TableName.NOTICES, "source", "status", "notice_id")
    assert [row[:2] for row in rows] == [("a.txt", "failed"), ("b.txt", "failed"), ("c.txt", "ok")]
    assert len({row[2] for row in rows}) == 3


def test_the_record_says_what_was_asked(tmp_path: Path) -> None:
    run_over(tmp_path, {})
    record = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    assert record["options"]["formats"] == ["parquet"]
    assert record["options"]["inputs"] == [str(tmp_path / "in")]
    assert "fiscal-notices" in record["versions"]
    assert set(record["seconds"]) == {"read", "write", "report"}


def test_what_a_pattern_leaves_out_is_counted(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "b.bak"):
        (tmp_path / name).write_text(name)
    options = RunOptions(inputs=(tmp_path,), output=tmp_path / "out", exclude=("b.*",))
    counted = run(options, process=fake_process).accounting
    assert (counted.files_seen, counted.notices, counted.excluded) == (3, 1, 2)
