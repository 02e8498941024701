import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from notices.inputs import InputFile
from notices.options import RunOptions
from notices.progress import FileEvent, Outcome, Told
from notices.run import run
from tests.notices.commands import Command, command
from tests.notices.fakes import fake_process
from tests.notices.texts import notice_text

FILES = {
    "a.txt": b"a",
    "b.txt": b"a",
    "c.txt": b"broken",
    "d.pdf": b"d",
    "e.bin": b"e",
    "f.txt": b"warning",
    "g.txt": b"d",  # under this name the bytes of d.pdf are read
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def events(folder: Path, tmp_path: Path) -> Callable[[int], list[FileEvent]]:
    def of_a_run(jobs: int) -> list[FileEvent]:
        told = list[FileEvent]()

        @contextmanager
        def watch(_: Sequence[InputFile]) -> Iterator[Told]:
            yield told.append

        options = RunOptions(inputs=(folder,), output=tmp_path / "out", jobs=jobs)
        run(options, process=fake_process, watch=watch)
        return sorted(told, key=lambda event: event.source)

    return of_a_run


@pytest.mark.parametrize("jobs", [0, 2])
def test_every_file_is_told_of_once(events: Callable[[int], list[FileEvent]], jobs: int) -> None:
    assert [(event.source, event.outcome) for event in events(jobs)] == [
        ("a.txt", Outcome.READ),
        ("b.txt", Outcome.DUPLICATE),
        ("c.txt", Outcome.FAILED),
        ("d.pdf", Outcome.FAILED),
        ("e.bin", Outcome.SKIPPED),
        ("f.txt", Outcome.READ),
        ("g.txt", Outcome.READ),
    ]


def test_a_second_run_tells_of_what_it_knows(events: Callable[[int], list[FileEvent]], folder: Path) -> None:
    events(1)
    (folder / "g.txt").write_bytes(b"g")
    (folder / "h.txt").write_bytes(b"h")
    second = events(1)
    outcomes = Counter(event.outcome for event in second)
    assert (len(second), outcomes[Outcome.KNOWN], outcomes[Outcome.READ]) == (len(FILES) + 1, 2, 2)
    assert all(event.seconds is None for event in second if event.outcome is Outcome.KNOWN)


def test_what_a_file_has_brought_is_counted(events: Callable[[int], list[FileEvent]]) -> None:
    told = {event.source: event for event in events(1)}
    warned = told["f.txt"]
    assert (warned.notices, warned.errors, warned.warnings) == (1, 0, 1)
    assert (warned.media_type, len(warned.sha256 or "")) == ("text/plain", 64)
    assert warned.seconds is not None


class TestCommand:
    @pytest.fixture
    def give(self, capfd: pytest.CaptureFixture[str]) -> Command:
        return command(capfd)

    @pytest.fixture
    def notices(self, tmp_path: Path) -> Path:
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / "甲.txt").write_text(notice_text(), encoding="utf-8")
        (folder / "空.txt").write_bytes(b"")
        return folder

    def test_a_line_of_json_for_each_file_and_the_sum_at_the_end(
        self, give: Command, notices: Path, tmp_path: Path
    ) -> None:
        log = tmp_path / "log.jsonl"
        answer = give("run", notices, "-o", tmp_path / "out", "--log-json", log, "-q")
        *told, summary = map(json.loads, log.read_text(encoding="utf-8").splitlines())
        assert {line["source"]: line["outcome"] for line in told} == {"甲.txt": "read", "空.txt": "failed"}
        assert (summary["accounting"]["files_seen"], summary["accounting"]["failed"]) == (2, 1)
        assert answer.err == "", "without a terminal there is no bar"

    def test_a_hyphen_is_stderr(self, give: Command, notices: Path, tmp_path: Path) -> None:
        answer = give("run", notices, "-o", tmp_path / "out", "--log-json", "-", "-q")
        assert len([json.loads(line) for line in answer.err.splitlines()]) == 3
        assert answer.out == ""

    def test_a_log_that_cannot_be_written_ends_the_run_before_it_begins(
        self, give: Command, notices: Path, tmp_path: Path
    ) -> None:
        answer = give("run", notices, "-o", tmp_path / "out", "--log-json", tmp_path / "no/log.jsonl")
        assert answer.code == 2
        assert "--log-json" in answer.err
        assert not (tmp_path / "out").exists()

    def test_a_terminal_is_shown_a_bar(
        self,
        notices: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("COLUMNS", "120")
        shown = command(capsys)("run", notices, "-o", tmp_path / "out").err
        assert "2/2" in shown
        assert "1 not readable" in shown
