"""What a run remembers of the files it read, and when it doesn't rely on it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from notices.corrections.correction import Correction
from notices.inputs import InputFile
from notices.ledger import LedgerError, Settings, open_ledger
from notices.ledger.ledger import FILE, FOLDER
from notices.options import RunOptions
from notices.process import FileResult, process
from notices.readings import reading_of
from notices.run import run
from schemas.dataset.codes import TableName
from schemas.findings import RowKey
from tests.normalize.texts import notice_text
from tests.notices.fakes import fake_process

TEXT = "text/plain"
SHA = "ab" * 32


class Counting:
    """A stand-in for the stages that tells how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, data: bytes, *, path: str, media_type: str) -> FileResult:
        self.asked.append(path)
        return fake_process(data, path=path, media_type=media_type)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "in"
    found.mkdir()
    for name in "abc":
        (found / f"{name}.txt").write_text(name)
    return found


def asked(folder: Path, output: Path, **options: object) -> list[str]:
    """The files that a run had to read."""
    counting = Counting()
    run(RunOptions.model_validate({"inputs": (folder,), "output": output, **options}), process=counting)
    return [Path(path).name for path in counting.asked]


def tables(output: Path) -> dict[str, bytes]:
    files = (path for path in output.glob("[!.]*") if path.is_file() and path.name != "run.json")
    return {path.name: path.read_bytes() for path in files}


def test_a_second_run_reads_nothing_and_writes_the_same(folder: Path, tmp_path: Path) -> None:
    assert asked(folder, tmp_path / "out") == ["a.txt", "b.txt", "c.txt"]
    before = tables(tmp_path / "out")
    assert asked(folder, tmp_path / "out") == []
    assert tables(tmp_path / "out") == before


def test_where_nothing_has_changed_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    out, options = tmp_path / "out", RunOptions(inputs=(folder,), output=tmp_path / "out")
    first = run(options, process=fake_process)
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if FOLDER not in path.parts}
    again = run(options, process=fake_process)
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert again == first.model_copy(update={"unchanged": True})


@pytest.mark.parametrize(
    "change",
    [
        lambda folder, _: (folder / "d.txt").write_text("d"),  # a file more
        lambda folder, _: (folder / "a.txt").unlink(),  # a file less
        lambda folder, _: (folder / "a.txt").rename(folder / "z.txt"),  # another name
        lambda folder, _: os.utime(folder / "a.txt", (1, 1)),  # touched
        lambda _, out: (out / "money.csv").write_text("mine"),  # a table changed by hand
        lambda _, out: (out / "report" / "index.html").unlink(),  # the report deleted
    ],
)
def test_whatever_has_changed_all_is_written(
    folder: Path, tmp_path: Path, change: Callable[[Path, Path], object]
) -> None:
    out, options = tmp_path / "out", RunOptions(inputs=(folder,), output=tmp_path / "out")
    run(options, process=fake_process)
    change(folder, out)
    assert not run(options, process=fake_process).unchanged
    run(RunOptions(inputs=(folder,), output=tmp_path / "anew"), process=fake_process)
    assert tables(out) == tables(tmp_path / "anew")


def test_other_options_are_another_run(folder: Path, tmp_path: Path) -> None:
    plain = RunOptions(inputs=(folder,), output=tmp_path / "out")
    for changes in ({"workbook": True}, {"exclude": ("a.txt",)}, {"ocr": "tesseract"}, {"force": True}):
        run(plain, process=fake_process)
        assert run(plain, process=fake_process).unchanged
        assert not run(plain.model_copy(update=changes), process=fake_process).unchanged


def test_where_a_file_could_not_be_read_the_run_is_done_again(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_bytes(b"broken")
    options = RunOptions(inputs=(folder,), output=tmp_path / "out")
    run(options, process=fake_process)
    assert not run(options, process=fake_process).unchanged


def test_only_what_is_new_or_changed_is_read(folder: Path, tmp_path: Path) -> None:
    asked(folder, tmp_path / "out")
    (folder / "a.txt").write_text("another")
    (folder / "d.txt").write_text("d")
    assert asked(folder, tmp_path / "out") == ["a.txt", "d.txt"]


def test_the_same_bytes_at_another_time_are_the_same(folder: Path, tmp_path: Path) -> None:
    asked(folder, tmp_path / "out")
    os.utime(folder / "a.txt", (1, 1))
    assert asked(folder, tmp_path / "out") == []


def test_other_bytes_of_the_same_size_and_time_are_seen_with_force_only(folder: Path, tmp_path: Path) -> None:
    asked(folder, tmp_path / "out")
    stamp = (folder / "a.txt").stat().st_mtime_ns
    (folder / "a.txt").write_text("z")
    os.utime(folder / "a.txt", ns=(stamp, stamp))
    assert asked(folder, tmp_path / "out") == []
    assert asked(folder, tmp_path / "out", force=True) == ["a.txt", "b.txt", "c.txt"]


def test_other_settings_are_another_reading(folder: Path, tmp_path: Path) -> None:
    asked(folder, tmp_path / "out")
    assert asked(folder, tmp_path / "out", ocr="tesseract") == ["a.txt", "b.txt", "c.txt"]


def test_what_could_not_be_read_is_tried_again(folder: Path, tmp_path: Path) -> None:
    (folder / "b.txt").write_bytes(b"broken")
    asked(folder, tmp_path / "out")
    assert asked(folder, tmp_path / "out") == ["b.txt"]


def test_a_copy_of_known_bytes_is_a_copy(folder: Path, tmp_path: Path) -> None:
    (folder / "z.txt").write_text("a")
    asked(folder, tmp_path / "out")
    before = tables(tmp_path / "out")
    assert asked(folder, tmp_path / "out") == []
    assert tables(tmp_path / "out") == before


def test_a_correction_concerns_its_own_notice() -> None:
    def settings(*ids: str) -> Settings:
        one = Correction(
            notice_id="", table=TableName.NOTICES, key=RowKey(), column="title", printed="", before="",
            after="", who="", when=None, why="",
        )  # fmt: skip
        return Settings("rapidocr", process, {i: (one.model_copy(update={"notice_id": i}),) for i in ids})

    plain = settings().key(SHA, TEXT)
    assert settings("cd" * 8).key(SHA, TEXT) == plain
    assert settings("ab" * 8).key(SHA, TEXT) != plain
    assert settings("ab" * 8 + "-2").key(SHA, TEXT) != plain
    assert settings("cd" * 8).key(SHA, "application/zip") != plain


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + b"\x00" * 100])
def test_a_damaged_ledger_is_put_aside(folder: Path, tmp_path: Path, damage: bytes) -> None:
    asked(folder, tmp_path / "out")
    (tmp_path / "out" / FOLDER / FILE).write_bytes(damage)
    assert asked(folder, tmp_path / "out") == ["a.txt", "b.txt", "c.txt"]
    assert asked(folder, tmp_path / "out") == []


def test_rows_that_the_disk_spoiled_are_read_again(folder: Path, tmp_path: Path) -> None:
    asked(folder, tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / FOLDER / FILE) as database:
        database.execute("update kept set rows = x'00' where source like '%a.txt'")
    database.close()
    (tmp_path / "out" / "money.csv").unlink()  # so that the run is done again
    assert asked(folder, tmp_path / "out") == ["a.txt"]


def test_two_runs_into_one_folder(tmp_path: Path) -> None:
    settings = Settings("rapidocr", process, {})
    with open_ledger(tmp_path, settings), pytest.raises(LedgerError, match="another run"):  # noqa: SIM117  one inside the other
        with open_ledger(tmp_path, settings):
            pass


def test_a_folder_of_one_notice_goes_by_its_bytes(tmp_path: Path) -> None:
    inside = tmp_path / "X.notice"
    inside.mkdir()
    with open_ledger(tmp_path, Settings("rapidocr", process, {})) as ledger:
        file = InputFile(path=inside, source="X.notice", must_read=False)
        ledger.met(file, SHA, TEXT)
        assert ledger.known(file) is None


def test_a_disk_that_fails_in_the_middle_costs_the_memory_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a")
    file = InputFile(path=path, source="a.txt", must_read=False)
    reading = reading_of(fake_process(b"a", path="a.txt", media_type=TEXT))
    with open_ledger(tmp_path, Settings("rapidocr", process, {})) as ledger:
        ledger._database.execute("pragma max_page_count = 1")  # as full as a disk can be
        for n in range(40):
            ledger.met(file, SHA, TEXT)
            ledger.keep(f"{n:064}", TEXT, "a.txt", reading._replace(rows=b"x" * 9000))
        assert ledger.read("0" * 63 + "9", TEXT, "a.txt") is None
    assert [record.message for record in caplog.records if "no longer noted" in record.message] != []
    assert len(caplog.records) == 1


@pytest.mark.slow
def test_killed_at_any_moment_the_same_command_ends_in_the_same_dataset(tmp_path: Path) -> None:
    """Real processes and kill -9, earlier and later; every table is byte for byte that of an unbroken run."""
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(40):
        (folder / f"{n:02}.txt").write_text(notice_text(number=f"巴财社〔2021〕{n + 1}号"), encoding="utf-8")
    command = [sys.executable, "-m", "notices", "run", str(folder), "-q", "-o"]
    subprocess.run([*command, str(tmp_path / "whole")], check=True)
    for wait in (0.7, 1.1, 1.5, 2.0):
        broken = subprocess.Popen([*command, str(tmp_path / "out")])
        time.sleep(wait)
        broken.send_signal(signal.SIGKILL)
        broken.wait()
    subprocess.run([*command, str(tmp_path / "out")], check=True)
    assert tables(tmp_path / "out") == tables(tmp_path / "whole")
