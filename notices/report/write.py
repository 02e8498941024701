"""The report's file."""

from pathlib import Path

from notices.output.staging import staging
from notices.report.page import Parts, page
from notices.view.words import Language

FOLDER, FILE = "report", "index.html"
REPORT = f"{FOLDER}/{FILE}"


def write_report(parts: Parts, folder: Path, language: Language = "zh") -> Path:
    """Write `report/index.html` into the folder, in one piece; where it is, is returned.

    Raises OutputError where the folder can't be written to.
    """
    text = page(parts, language)
    with staging(folder / FOLDER) as stage:
        # Names of files on Linux may carry stray bytes (PEP 383), which UTF-8 can't hold.
        stage.path(FILE).write_bytes(text.encode(errors="backslashreplace"))
    return folder / REPORT
