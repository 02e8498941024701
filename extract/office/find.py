"""Where LibreOffice is, and which."""

import re
import shutil
import subprocess
from pathlib import Path

from extract.ocr.contract import Availability

_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_VERSION = re.compile(r"\d+(?:\.\d+)+")
_PATIENCE = 60
ADVICE = (
    "install LibreOffice (libreoffice.org), or open the file in Word or WPS and save it as .docx or .xlsx"
)


def find_office() -> str | None:
    """The program to run; null where there is none."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def probe_office() -> Availability:
    """Whether it is here; its version where it says so."""
    program = find_office()
    if program is None:
        return Availability(here=False, advice=ADVICE)
    return Availability(here=True, version=_version(program))


def _version(program: str) -> str:
    try:
        shown = subprocess.run(  # noqa: S603  the program's path is ours, nothing of a file is in it
            [program, "--version"], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    found = _VERSION.search(shown.stdout.decode("utf-8", "replace"))
    return found[0] if found else ""
