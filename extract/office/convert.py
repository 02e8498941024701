"""One file through LibreOffice, in a process group and with a profile of its own, within a time.

The profile keeps it from running macros and from fetching what a document refers to.
"""

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from extract.office.find import find_office
from extract.readers.contract import FormatError

PATIENCE = 120
"""Seconds: a start takes three, a workbook of a thousand pages some thirty."""

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/Security/Scripting">'
    '<prop oor:name="{name}" oor:op="fuse"><value>true</value></prop></item>\n'
)
_SAFE = ("DisableMacrosExecution", "DisableActiveContent", "BlockUntrustedRefererLinks")


def converted(data: bytes, suffix: str, target: str, patience: float = PATIENCE) -> bytes:
    """The file in the format of the suffix `target`; `suffix` is that of what it is, without dots.

    Raises `FormatError` where LibreOffice isn't here, gives up or takes too long.
    """
    program = find_office()
    if program is None:
        raise FormatError("office-missing", kind=suffix.upper())
    # what LibreOffice leaves open on Windows is no reason to lose the file that it made
    with tempfile.TemporaryDirectory(prefix="notices-", ignore_cleanup_errors=True) as folder:
        source = Path(folder, f"source.{suffix}")
        source.write_bytes(data)
        _run(_command(program, Path(folder), source, target), suffix, patience)
        try:
            return Path(folder, "out", f"source.{target}").read_bytes()
        except OSError as error:
            raise FormatError("office-failed", kind=suffix.upper()) from error


def _command(program: str, folder: Path, source: Path, target: str) -> list[str]:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    settings = _SETTINGS.format(items="".join(_ITEM.format(name=name) for name in _SAFE))
    (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
    return [
        program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--nodefault", "--convert-to", target, "--outdir", str(folder / "out"), str(source),
    ]  # fmt: skip  # the options on a line


def _run(command: list[str], suffix: str, patience: float) -> None:
    """Run it to its end; whatever it started ends with it."""
    try:
        process = subprocess.Popen(  # noqa: S603  a list: no shell reads it, and the names in it are ours
            command,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as error:
        raise FormatError("office-failed", kind=suffix.upper()) from error
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired as error:
        raise FormatError("office-slow", kind=suffix.upper(), seconds=round(patience)) from error
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Also where we are interrupted ourselves."""
    if sys.platform == "win32":
        subprocess.run(  # noqa: S603  Windows has no process groups that one call ends
            ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False  # noqa: S607
        )  # fmt: skip
    else:
        with suppress(ProcessLookupError, PermissionError):  # it has ended, with all it started
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
