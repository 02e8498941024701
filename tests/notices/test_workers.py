"""Files read by several processes."""

import multiprocessing
import os
import re
import signal
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from extract.ocr.choose import EngineName
from notices.bounds import Bounds
from notices.loading import Content
from notices.ocr import process_with
from notices.options import RunOptions
from notices.output.datapackage import Format
from notices.process import FileResult
from notices.readings import Filed, Reading, open_spool
from notices.run import run
from notices.summary import RunSummary
from notices.workers import workers
from schemas.dataset.codes import TableName
from schemas.dataset.notice_rows import NoticeRow
from tests.notices.fakes import fake_process

pytestmark = pytest.mark.slow


def slow_first(data: bytes, *, path: str, media_type: str) -> FileResult:
    """The first file takes longest, so that it is done last."""
    time.sleep(0.5 if data == b"first" else 0)
    return fake_process(data, path=path, media_type=media_type)


def deadly(data: bytes, *, path: str, media_type: str) -> FileResult:
    """As a library that crashes, or the system that wants its memory back."""
    if data == b"deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.1)  # so that others are under way
    return fake_process(data, path=path, media_type=media_type)


def noting(data: bytes, *, path: str, media_type: str, folder: Path) -> FileResult:
    """Leaves the process's number behind for each file."""
    (folder / path).write_text(str(os.getpid()), encoding="utf-8")
    time.sleep(0.2)
    return fake_process(data, path=path, media_type=media_type)


def hanging(data: bytes, *, path: str, media_type: str) -> FileResult:
    """As a pattern that backtracks for ever: no Python code runs, no signal is heard."""
    if data == b"hangs":
        re.match(r"(a|a)*b", "a" * 60)
    return fake_process(data, path=path, media_type=media_type)


def greedy(data: bytes, *, path: str, media_type: str) -> FileResult:
    """As a picture that unfolds to more than there is room for."""
    held = bytearray(1)
    for _ in range(100 if data == b"greedy" else 0):
        held += b"x" * (20 << 20)
        time.sleep(0.05)
    return fake_process(data, path=path, media_type=media_type)


def endless(data: bytes, *, path: str, media_type: str) -> FileResult:
    """Longer than anybody waits."""
    time.sleep(600)
    return fake_process(data, path=path, media_type=media_type)


def _never(_content: Content, source: str, _reading: Reading) -> Filed:
    raise AssertionError(source)


def _files(tmp_path: Path, files: Mapping[str, bytes]) -> Path:
    folder = tmp_path / "in"
    folder.mkdir(exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _options(folder: Path, output: Path, jobs: int) -> RunOptions:
    return RunOptions(inputs=(folder,), output=output, formats=(Format.CSV,), jobs=jobs)


def _tables(summary: RunSummary) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(summary.output.glob("*.csv"))}


def test_the_dataset_is_the_same_whoever_reads(tmp_path: Path) -> None:
    data = {
        "a.txt": b"first",
        "b.txt": b"b",
        "c.pdf": b"c",  # can't be read under this name
        "d.txt": b"first",  # a copy of one that is still being read
        "e.txt": b"c",  # the better name
        "f.txt": b"bug",
        "g.bin": b"unknown",
        "h.txt": b"warning",
    }
    folder = _files(tmp_path, data)
    runs = [run(_options(folder, tmp_path / f"out{n}", n), process=slow_first) for n in (0, 1, 3)]
    assert _tables(runs[0]) == _tables(runs[1]) == _tables(runs[2])
    assert runs[0].accounting == runs[1].accounting == runs[2].accounting
    assert (runs[0].accounting.notices, runs[0].accounting.failed) == (4, 1)


def test_files_are_spread_over_the_workers(tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    folder = _files(tmp_path, {f"{n}.txt": bytes([n]) for n in range(6)})
    run(_options(folder, tmp_path / "out", 2), process=partial(noting, folder=notes))
    readers = {path.read_text(encoding="utf-8") for path in notes.iterdir()}
    assert len(readers) == 2
    assert str(os.getpid()) not in readers


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_dying_worker_costs_its_file_only(tmp_path: Path) -> None:
    names = [f"{n}.txt" for n in range(8)]
    folder = _files(tmp_path, {name: b"deadly" if name == "3.txt" else name.encode() for name in names})
    summary = run(_options(folder, tmp_path / "out", 2), process=deadly)
    assert (summary.accounting.notices, summary.accounting.failed) == (7, 1)
    tables = _tables(summary)
    assert "ended abruptly, twice" in tables["findings.csv"].decode("utf-8-sig")
    assert [line for line in tables["notices.csv"].decode("utf-8-sig").splitlines() if "failed" in line]
    assert multiprocessing.active_children() == []


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    """Whoever waits on nothing forever holds up nobody; the reason says how to go on."""
    folder = _files(tmp_path, {f"{n}.txt": b"hangs" if n == 1 else bytes([n]) for n in range(4)})
    options = _options(folder, tmp_path / "out", 2).model_copy(update={"bounds": Bounds(minutes=0.02)})
    summary = run(options, process=hanging)
    assert (summary.accounting.notices, summary.accounting.failed) == (3, 1)
    assert "more than 0.02 minutes" in _tables(summary)["findings.csv"].decode("utf-8-sig")
    assert multiprocessing.active_children() == []


def test_a_file_that_takes_too_much_memory_is_given_up(tmp_path: Path) -> None:
    folder = _files(tmp_path, {f"{n}.txt": b"greedy" if n == 1 else bytes([n]) for n in range(4)})
    options = _options(folder, tmp_path / "out", 2).model_copy(update={"bounds": Bounds(memory=700)})
    summary = run(options, process=greedy)
    assert (summary.accounting.notices, summary.accounting.failed) == (3, 1)
    assert "more than 700 MiB" in _tables(summary)["findings.csv"].decode("utf-8-sig")


def test_who_leaves_in_the_middle_leaves_nobody_behind() -> None:
    content = Content(media_type="text/plain", data=b"a")

    def interrupted() -> None:
        with workers(endless, 2, _never) as at_work:
            at_work.submit(content, "a.txt")
            time.sleep(1)
            raise KeyboardInterrupt

    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    for child in multiprocessing.active_children():
        child.join(20)
    assert multiprocessing.active_children() == []
    assert time.monotonic() - started < 30


def test_the_real_stages_travel_to_a_worker() -> None:
    text = "榆林市财政局文件\n榆政财社发〔2021〕12号\n关于下达2021年补助资金的通知\n".encode()
    with open_spool() as spool:
        with workers(
            process_with(EngineName.RAPIDOCR), 2, lambda _, __, one: Filed(one.head, spool.put(one.rows))
        ) as at_work:
            task = at_work.submit(Content(media_type="text/plain", data=text), "a.txt")
            at_work.finish()
        (notice,) = spool.get(task.filed.slot)[TableName.NOTICES]
    assert isinstance(notice, NoticeRow)
    assert notice.doc_number == "榆政财社发〔2021〕12号"
