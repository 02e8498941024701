import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest

from notices.cli.run import FailOn, exit_code
from notices.ocr_cache import default_path
from notices.output.run_record import Accounting
from notices.summary import RunSummary
from notices.versions import versions
from schemas.dataset.codes import Severity, TableName
from tests.notices.commands import Command, command
from tests.notices.texts import notice_text

HEAVY = {"charset_normalizer", "jinja2", "numpy", "pandas", "pyarrow", "rapidfuzz", "rich", "scipy"}

HEEDING_SIGINT = (
    "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "from notices.cli import main; sys.exit(main())"
)
"""The command, also where a shell without job control has SIGINT ignored."""


@pytest.fixture
def give(capfd: pytest.CaptureFixture[str]) -> Command:
    return command(capfd)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(notice_text(), encoding="utf-8")
    return folder


def python(*arguments: object) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, *map(str, arguments)], capture_output=True, check=False, timeout=60
    )


def test_help_loads_nothing_heavy() -> None:
    probe = "import sys, notices.cli; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = set(python("-c", probe).stdout.decode().split())
    assert "typer" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["inspect", "-h"], ["--version"]])
def test_help_is_data(give: Command, arguments: Sequence[str]) -> None:
    answer = give(*arguments)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["walk"],
        ["run"],
        ["run", "in"],  # no output
        ["run", "-o", "out"],  # no input
        ["run", "in", "-o", "out", "--format", "pdf"],
        ["run", "in", "-o", "out", "--fail-on", "info"],
        ["run", "gone", "-o", "out"],
        ["run", "in", "-o", "in"],
        ["run", "in", "-o", "in/a.txt"],  # a file where the folder should be
        ["inspect", "gone"],
        ["inspect", "in"],
        ["report", "in"],  # no dataset
        ["schema", "columns"],
    ],
)
def test_wrong_usage(
    give: Command, folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: Sequence[str]
) -> None:
    monkeypatch.chdir(folder.parent)
    answer = give(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert "Traceback" not in answer.err
    assert not (folder.parent / "out").exists()


def test_a_run_talks_on_stderr_in_a_few_lines(give: Command, folder: Path) -> None:
    out = folder.parent / "out"
    answer = give("run", folder, "-o", out)
    assert (answer.code, answer.out) == (0, "")
    lines = answer.err.splitlines()
    assert len(lines) == 5
    assert lines[1] == "notices: 1 ok, 0 review, 0 not-a-notice, 0 failed"
    assert lines[-1].endswith(str(Path("report") / "index.html"))
    assert (out / "report" / "index.html").is_file()


def test_quiet_says_nothing(give: Command, folder: Path) -> None:
    answer = give("run", folder, "-o", folder.parent / "out", "--quiet")
    assert (answer.code, answer.out, answer.err) == (0, "", "")


@pytest.mark.parametrize(
    ("chosen", "suffixes"),
    [
        ([], {".csv", ".parquet"}),
        (["--format", "csv"], {".csv"}),
        (["--format", "parquet", "--format", "csv"], {".csv", ".parquet"}),
    ],
)
def test_the_formats_asked_for_are_written(
    give: Command, folder: Path, chosen: Sequence[str], suffixes: set[str]
) -> None:
    give("run", folder, "-o", folder.parent / "out", *chosen)
    tables = {path.suffix for path in (folder.parent / "out").iterdir() if path.stem in set(TableName)}
    assert tables == suffixes


def test_an_empty_folder_is_no_failure(give: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    answer = give("run", tmp_path / "in", "-o", tmp_path / "out")
    assert answer.code == 0
    assert "no file to read" in answer.err
    assert (tmp_path / "out/notices.csv").read_text(encoding="utf-8-sig").count("\n") == 1


@pytest.mark.parametrize(
    ("failed", "errors", "warnings", "fail_on", "code"),
    [
        (0, 0, 0, None, 0),
        (0, 1, 1, None, 0),
        (0, 0, 1, FailOn.ERROR, 0),
        (0, 1, 0, FailOn.ERROR, 3),
        (0, 1, 0, FailOn.WARNING, 3),  # graver than asked for
        (0, 0, 1, FailOn.WARNING, 3),
        (0, 0, 0, FailOn.WARNING, 0),
        (1, 1, 0, None, 1),
        (1, 1, 0, FailOn.ERROR, 1),  # a file is missing from what --fail-on looks at
    ],
)
def test_exit_codes(failed: int, errors: int, warnings: int, fail_on: FailOn | None, code: int) -> None:
    counts = {"notices": 0, "duplicates": 0, "skipped": 0, "pages_unclaimed": 0, "tables_unclaimed": 0}
    summary = RunSummary(
        accounting=Accounting(files_seen=failed, failed=failed, **counts),
        notices={},
        rows=0,
        findings={Severity.ERROR: errors, Severity.WARNING: warnings, Severity.INFO: 9},
        output=Path(),
        report=Path(),
    )
    assert exit_code(summary, fail_on) == code


def test_inspect_shows_and_writes_nothing(give: Command, folder: Path) -> None:
    before = sorted(folder.parent.rglob("*"))
    answer = give("inspect", folder / "a.txt")
    assert (answer.code, answer.err) == (0, "")
    assert "榆阳区" in answer.out
    assert sorted(folder.parent.rglob("*")) == before


def test_inspect_fails_on_what_it_cannot_read(give: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert give("inspect", tmp_path / "a.txt").code == 1


def test_the_report_is_written_again(give: Command, folder: Path) -> None:
    out = folder.parent / "out"
    give("run", folder, "-o", out)
    report = out / "report" / "index.html"
    first = report.read_bytes()
    report.unlink()
    answer = give("report", out)
    assert (answer.code, answer.out) == (0, "")
    assert str(report) in answer.err
    assert report.read_bytes() == first


@pytest.mark.parametrize(
    ("what", "holds"), [([], "doc_number"), (["notice"], "doc_number"), (["tables"], "allocations")]
)
def test_schemas_are_json_schemas(give: Command, what: Sequence[str], holds: str) -> None:
    answer = give("schema", *what)
    schema = json.loads(answer.out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert answer.code == 0
    assert f'"{holds}"' in answer.out


def test_the_doctor_names_versions_and_kinds(give: Command) -> None:
    answer = give("doctor")
    lines = dict(line.split(maxsplit=1) for line in answer.out.splitlines() if line)
    assert answer.code == 0
    assert lines.items() >= versions().items()
    assert lines["Markdown"] == "yes"
    assert lines["OFD"].startswith(("yes", "no: "))
    assert f"OCR cache               {default_path()} (" in answer.out


def test_the_module_is_the_command() -> None:
    answer = python("-m", "notices", "--version")
    assert answer.returncode == 0
    assert answer.stdout.decode().split() == ["fiscal-notices", versions()["fiscal-notices"]]


def once_read(pipe: Path, reader: "subprocess.Popen[bytes]") -> int:
    """Open the pipe for writing as soon as the command has it open for reading."""
    for _ in range(3000):
        if reader.poll() is not None:
            break
        try:
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads yet
            time.sleep(0.02)
    raise AssertionError(f"the command never opened the pipe; it ended with {reader.poll()}")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a child there")
def test_ctrl_c(tmp_path: Path) -> None:
    """A pipe given by name holds the reading up until the signal is there."""
    pipe, out = tmp_path / "a.txt", tmp_path / "out"
    os.mkfifo(pipe)
    arguments = [sys.executable, "-c", HEEDING_SIGINT, "run", str(pipe), "-o", str(out)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE) as running:
        try:
            writer = once_read(pipe, running)
            running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=60)
            os.close(writer)
        finally:
            running.kill()  # else leaving the block would wait for a child that hangs
    assert running.returncode == 130
    assert "interrupted" in said.decode()
    assert [path.name for path in out.iterdir()] == [".notices"]  # the ledger: the next run goes on
