"""With a program in LibreOffice's place: what it may do wrong. For real: `test_office.py`."""

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from extract.office import convert, find
from extract.office.convert import converted
from extract.readers.contract import FormatError

posix = pytest.mark.skipif(sys.platform == "win32", reason="the program in its place is a shell script")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a script in LibreOffice's place; it finds its last two arguments in $out and $source."""

    def put(script: str) -> Path:
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done; out=$1 source=$2\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(convert, "find_office", lambda: str(path))
        return path

    return put


@posix
def test_what_it_writes_comes_back(office) -> None:
    office('mkdir -p "$out"; tr a-z A-Z <"$source" >"$out/source.docx"')
    assert converted(b"abc", "doc", "docx") == b"ABC"


@posix
@pytest.mark.parametrize("script", ["exit 1", "exit 0", "kill -9 $$"])
def test_what_makes_no_file_has_failed(office, script: str) -> None:
    office(script)
    with pytest.raises(FormatError) as raised:
        converted(b"abc", "doc", "docx")
    assert raised.value.reason.code == "office-failed"


@posix
def test_what_takes_too_long_ends_with_all_it_started(office, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    office(f'sleep 60 & echo $! >"{pid}"; wait')
    start = time.monotonic()
    with pytest.raises(FormatError) as raised:
        converted(b"abc", "doc", "docx", patience=0.5)
    assert raised.value.reason.code == "office-slow"
    assert time.monotonic() - start < 30
    child = int(pid.read_text())
    for _ in range(100):
        if not _is_alive(child):
            return
        time.sleep(0.05)
    raise AssertionError("its child lives on")


def _is_alive(pid: int) -> bool:
    """A killed child that nobody waits for stays as a zombie."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


@posix
def test_each_call_has_a_profile_of_its_own_and_leaves_nothing(office, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    path = office("")
    path.write_text(f'#!/bin/sh\necho "$@" >>"{seen}"; exit 1\n')
    for _ in range(2):
        with pytest.raises(FormatError):
            converted(b"abc", "doc", "docx")
    first, second = (line.split()[0] for line in seen.read_text().splitlines())
    assert first.startswith("-env:UserInstallation=file:")
    assert first != second
    assert not Path(first.partition("file://")[2]).exists()


def test_without_it_the_reason_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(convert, "find_office", lambda: None)
    with pytest.raises(FormatError, match=r"DOC .* LibreOffice") as raised:
        converted(b"abc", "doc", "docx")
    assert raised.value.reason.code == "office-missing"


def test_the_probe_says_that_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "find_office", lambda: None)
    found = find.probe_office()
    assert (found.here, found.advice) == (False, find.ADVICE)


@posix
@pytest.mark.parametrize(
    ("script", "version"),
    [
        ("echo 'LibreOffice 7.4.7.2 40(Build:2)'", "7.4.7.2"),
        ("exit 1", ""),  # here all the same
    ],
)
def test_the_probe_names_the_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, version: str
) -> None:
    path = tmp_path / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o700)
    monkeypatch.setattr(find, "find_office", lambda: str(path))
    found = find.probe_office()
    assert (found.here, found.version) == (True, version)
