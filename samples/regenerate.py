"""Write the golden datasets again: `python samples/regenerate.py`. Read the difference, then commit."""

import shutil
import sys
import tempfile
from pathlib import Path

from notices.cli import main

SAMPLES = Path(__file__).resolve().parent
GOLDEN = {"notices": "golden", "scans": "golden-scans"}
"""Folder of samples → folder of its golden dataset."""


def regenerate(samples: Path, golden: Path) -> None:
    """Run the main job over the samples and keep the tables as CSV."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            code = main(["run", str(samples), "-o", folder, "--format", "csv", "--quiet"])
        except SystemExit as end:
            code = int(end.code or 0)
        if code != 0:
            sys.exit(code)
        shutil.rmtree(golden, ignore_errors=True)
        golden.mkdir()
        for table in sorted(Path(folder).glob("*.csv")):
            shutil.copyfile(table, golden / table.name)


if __name__ == "__main__":
    for source, target in GOLDEN.items():
        regenerate(SAMPLES / source, SAMPLES / target)
